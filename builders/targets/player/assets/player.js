// @ts-check
/** The player: brings the pages to life and keeps the record. A standard's start module calls `play` with its recorder. */

import { Assessment } from "./assessment.js";
import { enableChecks } from "./checks.js";
import { completion } from "./completion.js";
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
 */

/** @param {(data: Data) => Promise<Recorder|null>} connect  finds the record; null where there is none */
export async function play(connect) {
  /** @type {Data} */
  const data = JSON.parse(byId("data").textContent ?? "");
  const recorder = (await connect(data)) ?? unrecorded();
  const mine = `curriculum.${data.id}.${recorder.learner}`;
  const copy = `${mine}.unsaved`;
  const saved = await startingPoint(recorder, copy, data.words);
  new Player(data, recorder, mine, copy, saved).start();
}

class Player {
  /** @param {Data} data @param {Recorder} recorder @param {string} mine @param {string} copy @param {string} saved */
  constructor(data, recorder, mine, copy, saved) {
    this.data = data;
    this.recorder = recorder;
    this.mine = mine;
    this.watch = new Stopwatch();
    this.state = decode(saved, data);
    this.before = this.state.seconds;
    this.saving = new Saving(recorder, copy, () => this.standing(), data.words);
    const changed = (/** @type {Report[]} */ reports) => this.changed(reports);
    this.assessment = data.assessment ? new Assessment(data, this.state, changed) : null;
    this.pages = new Pages(data, (key) => this.visited(key));
  }

  start() {
    enableChecks(byId("main"), this.data, this.state, (report) => this.changed([report]));
    this.enableScenarios();
    this.enableProcedures();
    this.enableReflections();
    enableExplanations(this.data.words);
    byId("exit").hidden = !this.recorder.recording;
    byId("exit").addEventListener("click", () => this.exit());
    this.notice();
    this.pages.open(this.state.page, false);
  }

  /** @param {string} key */
  visited(key) {
    this.state.page = key;
    if (this.data.counted.includes(key) && key !== this.data.assessment) this.state.read.add(key);
    this.changed([]);
  }

  /** Something happened that is worth saving. @param {Report[]} reports */
  changed(reports) {
    if (this.assessment?.passed) this.state.read.add(this.data.assessment);
    this.pages.progress(this.state.read);
    const exit = this.recorder.recording ? () => this.exit() : null;
    completion(this.data, this.standing(), this.state.read.size, exit);
    this.saving.save(reports);
  }

  /** @returns {import("./types.js").Standing} */
  standing() {
    this.state.seconds = this.before + this.watch.seconds;
    const passed = this.assessment ? this.assessment.passed : null;
    const allRead = this.data.counted.every((key) => this.state.read.has(key));
    return {
      saved: encode(this.state),
      location: this.state.page,
      progress: Math.round((100 * this.state.read.size) / this.data.counted.length) / 100,
      percent: this.assessment ? this.assessment.percent : null,
      complete: this.assessment ? passed === true : allRead,
      passed,
      seconds: this.watch.seconds,
    };
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
      const name = `${this.mine}.note.${box.dataset.reflection}`;
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

  exit() {
    if (!this.saving.finish(true)) return;
    const said = make("p", { tabindex: "-1", class: "gone" }, this.data.words["exit-done"] ?? "");
    byId("main").replaceChildren(said);
    for (const part of [byId("contents"), byId("exit"), byId("open-contents"), ...all(document, ".bar")]) part.hidden = true;
    said.focus();
    window.close(); // only a window that a script has opened closes; any other stays with the words above
  }
}
