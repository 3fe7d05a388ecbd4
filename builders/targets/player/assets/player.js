// @ts-check
/** The player: brings the pages to life and keeps the record. A standard's start module calls `play` with its recorder. */

import { Assessment } from "./assessment.js";
import { enableChecks } from "./checks.js";
import { completion } from "./completion.js";
import { drafts, putBack } from "./drafts.js";
import { all, byId, make } from "./elements.js";
import { enableExplanations } from "./explain.js";
import { keep, kept } from "./device.js";
import { Pages } from "./pages.js";
import { Stepper } from "./procedure.js";
import { Saving, startingPoint } from "./saving.js";
import { Conversation } from "./scenario.js";
import { decode, encode } from "./state.js";
import { Stopwatch } from "./time.js";
import { unrecorded } from "./unrecorded.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./types.js").Report} Report
 * @typedef {import("./types.js").Recorder} Recorder
 * @typedef {import("./state.js").State} State
 */

const LONGEST_WAIT = 20_000; // for the words of another language

/** @param {(data: Data) => Promise<Recorder|null>} connect  finds the record; null where there is none */
export async function play(connect) {
  const first = dataOf(document);
  // Until the record is open, another language would be a second document that opens it.
  for (const part of all(document, ".languages")) part.inert = true;
  const recorder = (await connect(first)) ?? unrecorded();
  const mine = `curriculum.${first.id}.${recorder.learner}`;
  const copy = `${mine}.unsaved`;
  const state = decode(await startingPoint(recorder, copy, first.words), first);
  const visit = new Visit(recorder, mine, copy, state);
  const wanted = state.language || preferred(first, recorder);
  if (!wanted || wanted === first.language) visit.begin(first, false);
  else if (!(await visit.change(wanted, first, state.language))) {
    visit.begin(first, false);
    visit.missing(first);
  }
}

/** @param {Document} from @returns {Data} */
function dataOf(from) {
  return JSON.parse(from.getElementById("data")?.textContent ?? "");
}

/** The language of a learner who has chosen none, nor opened the document of one. @param {Data} data @param {Recorder} recorder */
function preferred(data, recorder) {
  if (data.language !== Object.keys(data.documents)[0]) return "";
  const spoken = [recorder.language ?? "", ...navigator.languages].map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? "");
  return spoken.find((language) => Object.hasOwn(data.documents, language)) ?? "";
}

/** From opening to leaving: one record, one clock, whatever language the words are in. */
class Visit {
  /** @param {Recorder} recorder @param {string} mine @param {string} copy @param {State} state */
  constructor(recorder, mine, copy, state) {
    this.recorder = recorder;
    this.mine = mine;
    this.copy = copy;
    this.state = state;
    this.watch = new Stopwatch();
    this.before = state.seconds;
    /** The language asked for last. */
    this.asked = "";
    /** @type {Player|undefined} */
    this.player = undefined;
    /** @type {Saving|undefined} */
    this.saving = undefined;
  }

  /** @param {Data} data @param {boolean} focus */
  begin(data, focus) {
    this.recorder.adjust?.(data);
    this.saving ??= new Saving(this.recorder, this.copy, () => this.standing(), data.words);
    this.saving.words = data.words;
    this.player = new Player(data, this, this.saving);
    this.player.start(focus);
  }

  standing() {
    this.state.seconds = this.before + this.watch.seconds;
    return /** @type {Player} */ (this.player).standing(this.watch.seconds);
  }

  /**
   * Put the words of another language in place of those that are shown. False if they cannot be had; nothing changes then.
   * @param {string} language @param {Data} data @param {string} [chosen]  what is kept as the learner's choice
   */
  async change(language, data, chosen = language) {
    const address = data.documents[language];
    if (!address) return false;
    if (this.recorder.local) {
      this.state.language = chosen;
      this.saving?.finish(false);
      // Some browsers keep what they store for each file by itself: the progress goes along.
      window.location.replace(this.saving ? `${address}#saved=${encode(this.state)}` : address);
      return true;
    }
    this.asked = language;
    const found = await fetched(address);
    if (this.asked !== language || this.saving?.finished) return true; // yet another one was asked for, or the learner has gone
    if (!found) return false;
    this.state.language = chosen;
    const [places, begun] = [this.player?.places(), drafts()];
    this.player?.leave();
    const lasting = all(byId("notice"), "[data-session]");
    document.documentElement.lang = found.documentElement.lang;
    document.title = found.title;
    document.body.replaceWith(document.adoptNode(found.body));
    byId("notice").append(...lasting);
    this.begin(dataOf(document), this.saving !== undefined);
    putBack(begun);
    this.player?.goTo(places ?? new Map());
    return true;
  }

  /** Say that the words of another language could not be had. @param {Data} data */
  missing(data) {
    byId("notice").replaceChildren(make("p", {}, data.words["language-failed"] ?? ""));
  }
}

/**
 * A document of this package; null where there is no line, none in time, or something else in its place, such as the page of
 * a system that has logged the learner out.
 * @param {string} address @returns {Promise<Document|null>}
 */
async function fetched(address) {
  const late = new AbortController();
  const timer = window.setTimeout(() => late.abort(), LONGEST_WAIT);
  try {
    const answer = await fetch(address, { signal: late.signal });
    const found = new DOMParser().parseFromString(await answer.text(), "text/html");
    return answer.ok && found.getElementById("data") ? found : null;
  } catch {
    return null;
  } finally {
    window.clearTimeout(timer);
  }
}

class Player {
  /** @param {Data} data @param {Visit} visit @param {Saving} saving */
  constructor(data, visit, saving) {
    this.data = data;
    this.visit = visit;
    this.recorder = visit.recorder;
    this.state = visit.state;
    this.saving = saving;
    this.gone = new AbortController();
    const changed = (/** @type {Report[]} */ reports) => this.changed(reports);
    this.tests = data.tests.map((test) => new Assessment(test, data, this.state, changed));
    this.final = this.tests.find((test) => test.test.mastery !== null);
    this.pages = new Pages(data, (key) => this.visited(key), this.gone.signal);
  }

  /** @param {boolean} focus  whether the learner has just changed the language */
  start(focus) {
    enableChecks(byId("main"), this.data, this.state, (report) => this.changed([report]));
    this.enableScenarios();
    this.enableProcedures();
    this.enableReflections();
    this.enableLanguages();
    enableExplanations(this.data.words);
    byId("exit").hidden = !this.recorder.recording || this.recorder.local === true;
    byId("exit").addEventListener("click", () => void this.exit());
    this.notice();
    this.pages.open(this.state.page, focus);
  }

  leave() {
    this.gone.abort();
  }

  /** Which question of a test is shown, by test. */
  places() {
    return new Map(this.tests.map((test) => [test.test.key, test.at]));
  }

  /** @param {Map<string, number>} places */
  goTo(places) {
    for (const test of this.tests) if (test.sitting.open) test.show(places.get(test.test.key) ?? test.at, false);
  }

  /** @param {string} key */
  visited(key) {
    this.state.page = key;
    if (this.data.counted.includes(key) && !this.data.tests.some((test) => test.key === key)) this.state.read.add(key);
    this.changed([]);
  }

  /** Something happened that is worth saving. @param {Report[]} reports */
  changed(reports) {
    for (const each of this.tests) if (each.done) this.state.read.add(each.test.key);
    this.pages.progress(this.state.read);
    const exit = byId("exit").hidden ? null : () => void this.exit();
    completion(this.data, this.visit.standing(), this.state.read.size, exit, { name: this.recorder.name, attempts: this.final?.handedIn });
    this.saving.save(reports);
  }

  /** @param {number} seconds  since the package was opened @returns {import("./types.js").Standing} */
  standing(seconds) {
    const passed = this.final ? this.final.passed : null;
    const allRead = this.data.counted.every((key) => this.state.read.has(key));
    return {
      saved: encode(this.state),
      location: this.state.page,
      progress: Math.round((100 * this.state.read.size) / this.data.counted.length) / 100,
      percent: this.final ? this.final.percent : null,
      objectives: this.final ? this.final.results : [],
      complete: this.final ? passed === true : allRead,
      passed,
      seconds,
    };
  }

  enableLanguages() {
    for (const link of /** @type {HTMLAnchorElement[]} */ (all(document, ".languages a"))) {
      link.addEventListener("click", async (event) => {
        event.preventDefault();
        const language = Object.keys(this.data.documents).find((each) => this.data.documents[each] === link.getAttribute("href"));
        if (!language || language === this.data.language) return;
        if (!(await this.visit.change(language, this.data))) this.visit.missing(this.data);
      });
    }
    for (const part of all(document, ".languages")) part.inert = false;
  }

  enableScenarios() {
    for (const section of all(byId("main"), "[data-scenario]")) {
      const key = section.dataset.scenario ?? "";
      const scenario = this.data.scenarios[key];
      if (!scenario) continue;
      const record = this.state.scenarios.get(key) ?? { plays: 0, best: 0, path: [] };
      const changed = (/** @type {Report[]} */ reports) => {
        this.state.scenarios.set(key, record);
        this.changed(reports);
      };
      new Conversation(section, scenario, this.data.words, record, changed);
    }
  }

  enableProcedures() {
    for (const section of all(byId("main"), "[data-sop]")) {
      const key = section.dataset.sop ?? "";
      const procedure = this.data.procedures[key];
      if (!procedure) continue;
      const record = this.state.procedures.get(key) ?? { done: false, step: "" };
      const changed = () => {
        this.state.procedures.set(key, record);
        this.changed([]);
      };
      new Stepper(section, procedure, this.data.words, record, changed);
    }
  }

  /** What learners write for themselves stays on their device and is never part of the record. */
  enableReflections() {
    for (const box of /** @type {HTMLTextAreaElement[]} */ (all(byId("main"), "[data-reflection]"))) {
      const name = `${this.visit.mine}.note.${box.dataset.reflection}`;
      box.value = kept(name);
      box.addEventListener("input", () => keep(name, box.value));
      if (box.parentElement) box.parentElement.hidden = false;
    }
  }

  notice() {
    const { words } = this.data;
    for (const text of all(document, "[data-when=recorded]")) text.hidden = !this.recorder.recording;
    const place = byId("notice");
    if (!this.recorder.recording) place.append(make("p", {}, words["not-recorded"] ?? ""));
    else if (this.recorder.reviewing) place.append(make("p", {}, words["review-mode"] ?? ""));
  }

  async exit() {
    if (!(await this.saving.finish(true))) return;
    const said = make("p", { tabindex: "-1", class: "gone" }, this.data.words["exit-done"] ?? "");
    byId("main").replaceChildren(said);
    const parts = [byId("contents"), byId("exit"), byId("open-contents"), ...all(document, ".bar, .languages")];
    for (const part of parts) part.hidden = true;
    said.focus();
    window.close(); // only a window that a script has opened closes; any other stays with the words above
  }
}
