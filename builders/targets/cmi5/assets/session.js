// @ts-check
/** One session of a launched unit: what the player reports goes to the State API and becomes statements, each when it is due. */

import { fine, passing } from "./lrs.js";
import { Outbox } from "./outbox.js";
import { gist } from "./saving.js";
import { MASTERY, PROGRESS, timespan, uuid } from "./statements.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./types.js").Recorder} Recorder
 * @typedef {import("./types.js").Report} Report
 * @typedef {import("./types.js").Standing} Standing
 *
 * @typedef {object} Kept  our document in the State API, one for each registration
 * @property {string} saved
 * @property {number} seconds  spent in all sessions
 * @property {Record<string, string>} sent  verbs that a registration has once, with the ids of their statements
 * @property {string[]} told  those of them that are known to have arrived
 *
 * @typedef {object} Way  to the system
 * @property {import("./lrs.js").Lrs} lrs
 * @property {Record<string, string>} place  of our document
 * @property {import("./statements.js").Statements} statements
 * @property {import("./launch.js").Memory} memory
 * @property {() => void} keep  the memory
 * @property {() => void} shut  says that the system has closed the session
 */

const VERDICTS = ["completed", "passed", "failed"];
const CONFLICTS = [409, 412, 428];

/** @implements {Recorder} */
export class Session {
  recording = true;
  learner = "";
  name = "";
  language = "";
  /** Our document is newer than the system's. */
  changed = false;
  /** Something was refused for good. */
  refused = false;
  /** The system takes no more from this session. */
  gone = false;
  /** The system wants to know which version of our document is replaced. */
  insists = false;
  /** @type {Promise<boolean>|undefined} */
  running = undefined;

  /**
   * @param {Way} way
   * @param {any} launch  LMS.LaunchData
   * @param {any} found  our document as the last session left it
   */
  constructor(way, launch, found) {
    this.way = way;
    this.reviewing = launch.launchMode === "Browse" || launch.launchMode === "Review";
    this.returnTo = String(launch.returnURL ?? "");
    /** @type {number|undefined} */
    this.mastery = launch.masteryScore;
    /** @type {Kept} */
    this.kept = { saved: "", seconds: 0, sent: {}, told: [], ...(typeof found?.saved === "string" ? found : {}) };
    this.saved = this.stored = this.kept.saved;
    const { memory, lrs, keep } = way;
    for (const { verb, statement } of memory.box) if (VERDICTS.includes(verb)) this.kept.sent[verb] ??= statement.id;
    this.before = { all: this.kept.seconds, session: memory.spent };
    this.outbox = new Outbox(lrs, memory.box, keep, (verb, arrived) => this.heard(verb, arrived));
  }

  async begin() {
    for (const [verb, id] of Object.entries(this.kept.sent)) {
      if (!this.kept.told.includes(verb) && (await this.outbox.has(id))) this.kept.told.push(verb);
    }
    this.say("initialized");
    void this.push();
    if (this.reviewing) window.addEventListener("pagehide", () => void this.finish(null, [], false));
  }

  /** The system's mastery score goes before the package's (cmi5 10.2.4). @param {Data} data */
  adjust(data) {
    if (this.mastery === undefined) return;
    for (const test of data.tests) if (test.mastery !== null) test.mastery = Math.round(this.mastery * 10_000) / 100;
  }

  /** @param {Standing} standing @param {Report[]} reports @returns {boolean|Promise<boolean>} */
  save(standing, reports) {
    if (this.reviewing) return true;
    this.note(standing, reports);
    return this.push().then((clear) => clear && !this.refused);
  }

  /** @param {Standing|null} standing @param {Report[]} reports @param {boolean} leaving @returns {Promise<boolean>} */
  async finish(standing, reports, leaving) {
    if (this.way.memory.over) return true;
    if (standing && !this.reviewing) this.note(standing, reports);
    if (!leaving) return this.farewell(standing);
    const clear = await this.push();
    if (clear) this.end(standing);
    if (!clear || !(await this.push())) return this.reviewing;
    return this.close();
  }

  /** The page goes. Progress first: a system may take nothing more after the last statement. @param {Standing|null} standing */
  farewell(standing) {
    if (this.changed && gist(this.kept.saved) !== gist(this.stored)) void this.store();
    this.end(standing);
    this.outbox.farewell();
    return this.close();
  }

  close() {
    this.way.memory.over = true;
    this.way.memory.saved = this.kept.saved;
    this.way.keep();
    return true;
  }

  /** Take down what the player reports. @param {Standing} standing @param {Report[]} reports */
  note(standing, reports) {
    const { memory, statements } = this.way;
    memory.spent = this.before.session + standing.seconds;
    this.kept.saved = standing.saved;
    this.kept.seconds = this.before.all + standing.seconds;
    this.changed = true;
    // After the last statement nothing is added.
    if (memory.issued.includes("terminated")) return;
    for (const report of reports) this.outbox.add(statements.answered(report), "");
    this.judge(standing);
  }

  /** Completed and passed at once, each once (cmi5 9.3.3 to 9.3.5). @param {Standing} standing */
  judge({ percent, passed, complete }) {
    const reached = percent === null || this.mastery === undefined || percent / 100 >= this.mastery;
    const score = percent === null ? {} : { score: { scaled: percent / 100, raw: percent, min: 0, max: 100 } };
    const measured = this.mastery === undefined ? undefined : { [MASTERY]: this.mastery };
    const duration = timespan(this.kept.seconds);
    if (complete && (reached || passed === null)) this.say("completed", { completion: true, duration });
    if (passed === null) return;
    if (reached) this.say("passed", { success: true, ...score, duration }, measured);
    else if (!passed) this.say("failed", { success: false, ...score, duration }, measured);
  }

  /** The last statement (cmi5 9.3.8). @param {Standing|null} standing */
  end(standing) {
    const { spent } = this.way.memory;
    const open = standing && !standing.complete && !this.reviewing;
    const progress = open ? { extensions: { [PROGRESS]: Math.round(100 * standing.progress) } } : {};
    this.say("terminated", { ...progress, duration: timespan(this.reviewing ? spent + performance.now() / 1000 : spent) });
  }

  /**
   * A statement that cmi5 defines. A session has each verb once and only one of passed and failed, a registration has each
   * verdict once (cmi5 9.3). A verdict keeps its id over sessions, so that a store that has it already knows it again.
   * @param {string} verb @param {any} [result] @param {any} [extensions]
   */
  say(verb, result, extensions) {
    const { issued } = this.way.memory;
    const had = (/** @type {string} */ each) => issued.includes(each) || this.kept.told.includes(each);
    if (had(verb) || (verb === "passed" && issued.includes("failed")) || (verb === "failed" && had("passed"))) return;
    issued.push(verb);
    const id = VERDICTS.includes(verb) ? (this.kept.sent[verb] ??= uuid()) : uuid();
    this.outbox.add(this.way.statements.defined(verb, result, extensions, id), verb);
  }

  /** What became of such a statement. @param {string} verb @param {boolean} arrived */
  heard(verb, arrived) {
    if (arrived && VERDICTS.includes(verb)) this.kept.told.push(verb);
    else if (!arrived && verb === "initialized") this.leaveOff();
    else if (!arrived) this.refused = true;
  }

  /** The token is not taken any more. */
  leaveOff() {
    this.gone = true;
    this.way.shut();
  }

  /** Send what there is, now or after what is being sent. True when nothing is left. @returns {Promise<boolean>} */
  push() {
    this.running ??= this.run().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Progress goes before the statements that follow from it: should they be cut off, the next session knows of them. */
  async run() {
    while (!this.gone && (this.changed || this.outbox.box.length)) {
      if (this.changed && !(await this.store())) return false;
      if (!(await this.outbox.send())) return false;
    }
    return !this.gone;
  }

  /** Write our document. False where it is worth trying again, or where the session is closed. */
  async store() {
    this.changed = false;
    const document = structuredClone(this.kept);
    const status = await this.put(document);
    const over = status === 401;
    if (over) this.leaveOff();
    else if (fine(status)) this.stored = document.saved;
    else if (!passing(status)) this.refused = true;
    const again = over || passing(status);
    this.changed ||= again;
    return !again;
  }

  /**
   * xAPI 1.0.3 lets state be written without conditions; later versions want the ETag, which some systems hide from pages of
   * another host. So it is asked for only where a system insists.
   * @param {Kept} document
   */
  async put(document) {
    const { lrs, place } = this.way;
    const put = (/** @type {Record<string, string>} */ conditions) =>
      lrs.call("PUT", "activities/state", place, document, conditions);
    if (!this.insists) {
      const { status } = await put({});
      this.insists = CONFLICTS.includes(status);
      if (!this.insists) return status;
    }
    const { status, etag } = await lrs.call("GET", "activities/state", place);
    if (passing(status)) return status;
    return (await put(fine(status) ? { "If-Match": etag || "*" } : { "If-None-Match": "*" })).status;
  }
}
