// @ts-check
/** The final assessment: drawn by objective, one question at a time, handed in as a whole, with a result per objective. */

import { Asked, feedbackFor } from "./answering.js";
import { drawn, newSeed } from "./chance.js";
import { all, button, byId, fill, make } from "./elements.js";
import { verdictOn } from "./judging.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./state.js").State} State
 * @typedef {import("./types.js").Report} Report
 */

export class Assessment {
  /**
   * @param {Data} data
   * @param {State} state
   * @param {(reports: Report[]) => void} changed
   */
  constructor(data, state, changed) {
    this.data = data;
    this.state = state;
    this.changed = changed;
    this.root = byId("assessment");
    /** @type {Map<string, Asked>} */
    this.asked = new Map();
    this.at = 0;
    this.since = Date.now();
    if (state.attempt.open) this.resume();
    else if (state.attempt.used) this.showResult(false);
    else this.offer();
  }

  get handedIn() {
    return this.state.attempt.used - (this.state.attempt.open ? 1 : 0);
  }

  /** Best result in per cent; null before the first attempt was handed in. */
  get percent() {
    return this.handedIn > 0 ? this.state.attempt.best : null;
  }

  get left() {
    return Math.max(0, this.data.attempts - this.state.attempt.used);
  }

  /** True or false once it is settled, null while it is open. */
  get passed() {
    if (this.percent === null) return null;
    if (this.percent >= this.data.mastery) return true;
    return this.left === 0 && !this.state.attempt.open ? false : null;
  }

  /** @param {string} key @param {Record<string, string|number>} [values] */
  word(key, values = {}) {
    return fill(this.data.words[key] ?? "", values);
  }

  offer() {
    const begin = button(this.word("assessment-begin"), () => this.begin(), "main");
    this.root.replaceChildren(make("p", { class: "how" }, this.word("assessment-left", { n: this.left })), begin);
  }

  begin() {
    if (!this.left) return;
    const { used, best } = this.state.attempt;
    this.state.attempt = { used: used + 1, best, open: true, seed: newSeed() };
    this.state.finals.clear();
    this.at = 0;
    this.build();
    this.show(0, true);
    this.changed([]);
  }

  resume() {
    this.build();
    const open = this.keys.findIndex((key) => !this.state.finals.has(key));
    this.show(open < 0 ? this.keys.length - 1 : open, false);
  }

  get keys() {
    return [...this.asked.keys()];
  }

  /** The forms of this attempt, answered as far as the saved state has answers. */
  build() {
    const { seed } = this.state.attempt;
    const objective = (/** @type {string} */ key) => this.data.questions[key]?.objective ?? "";
    const forms = all(/** @type {HTMLTemplateElement} */ (byId("final")).content, "form");
    this.asked.clear();
    for (const key of drawn(this.data.final, objective, this.data.drawn, seed)) {
      const question = this.data.questions[key];
      const form = forms.find((each) => each.dataset.question === key);
      if (!question || !form) continue;
      const copy = /** @type {HTMLFormElement} */ (document.importNode(form, true));
      for (const hint of all(copy, ".hint")) hint.remove();
      const asked = new Asked(copy, question, this.data.words);
      asked.shuffle(seed);
      if (!asked.restore(this.state.finals.get(key) ?? "")) this.state.finals.delete(key);
      copy.addEventListener("submit", (event) => event.preventDefault());
      copy.addEventListener("change", () => this.answer(key, asked));
      this.asked.set(key, asked);
    }
  }

  /** @param {string} key @param {Asked} asked */
  answer(key, asked) {
    const { answer } = asked;
    if (answer) this.state.finals.set(key, answer);
    else this.state.finals.delete(key);
    this.changed([]);
  }

  /** @param {number} at @param {boolean} focus */
  show(at, focus) {
    this.at = at;
    this.root.classList.add("running");
    const key = this.keys[at];
    const asked = key === undefined ? undefined : this.asked.get(key);
    if (!asked) return;
    const last = at === this.keys.length - 1;
    const place = this.word("assessment-place", { n: at + 1, of: this.keys.length });
    const head = make("p", { class: "place", tabindex: "-1" }, place);
    const back = at > 0 ? [button(this.word("previous"), () => this.show(at - 1, true))] : [];
    const onward = last
      ? button(this.word("assessment-hand-in"), () => this.confirm(), "main")
      : button(this.word("next"), () => this.show(at + 1, true), "main");
    this.root.replaceChildren(head, asked.form, make("div", { class: "turning" }, ...back, onward));
    if (focus) head.focus();
  }

  /** Nothing is handed in with gaps by mistake. */
  confirm() {
    const open = this.keys.findIndex((key) => !this.state.finals.has(key));
    if (open < 0) return this.handIn();
    const count = this.keys.filter((key) => !this.state.finals.has(key)).length;
    const text = make("p", { tabindex: "-1" }, this.word("assessment-unanswered", { n: count }));
    const back = button(this.word("to-first-gap"), () => this.show(open, true), "main");
    this.root.replaceChildren(text, make("div", { class: "turning" }, back, button(this.word("hand-in-anyway"), () => this.handIn())));
    text.focus();
  }

  handIn() {
    const { used } = this.state.attempt;
    const reports = this.keys.map((key) => this.report(key, `final.${used}`));
    const right = reports.filter((report) => report.verdict === "right").length;
    const percent = Math.floor((100 * right) / Math.max(1, reports.length));
    this.state.attempt = { ...this.state.attempt, open: false, best: Math.max(this.state.attempt.best, percent) };
    this.showResult(true);
    this.changed(reports);
  }

  /** @param {string} key @param {string} attempt @returns {Report} */
  report(key, attempt) {
    const question = /** @type {import("./types.js").Question} */ (this.data.questions[key]);
    const answer = this.state.finals.get(key) ?? "";
    return { id: `${question.id}.${attempt}`, question, answer, verdict: verdictOn(question, answer), seconds: 0 };
  }

  /** @param {boolean} focus */
  showResult(focus) {
    if (!this.asked.size) this.build();
    this.root.classList.remove("running");
    const reports = this.keys.map((key) => this.report(key, ""));
    const right = reports.filter((report) => report.verdict === "right").length;
    const percent = Math.floor((100 * right) / Math.max(1, reports.length));
    const good = percent >= this.data.mastery;
    const head = make("h3", { tabindex: "-1" }, this.word("assessment-result", { n: percent, right, of: reports.length }));
    const said = make("p", { class: good ? "result right" : "result wrong" }, this.word(this.outcome(good), { n: this.left }));
    this.root.replaceChildren(head, said, this.byObjective(reports), this.yourAnswers(reports), ...this.ways());
    if (focus) head.focus();
  }

  /** @param {boolean} good */
  outcome(good) {
    if (good) return "assessment-passed";
    if (this.passed) return "assessment-passed-before";
    return this.left ? "assessment-failed" : "assessment-locked";
  }

  ways() {
    const again = this.left && !this.passed ? [button(this.word("assessment-again"), () => this.begin(), "main")] : [];
    return [make("div", { class: "turning" }, ...again)];
  }

  /** @param {Report[]} reports */
  byObjective(reports) {
    const rows = this.data.objectives.flatMap((objective) => {
      const mine = reports.filter((report) => report.question.objective === objective.id);
      if (!mine.length) return [];
      const right = mine.filter((report) => report.verdict === "right").length;
      const met = right === mine.length;
      const row = make("li", { class: met ? "met" : "part" }, make("p", { lang: objective.language }, objective.text));
      row.append(make("p", { class: "how" }, this.word(met ? "objective-met" : "objective-part", { right, of: mine.length })));
      if (!met) row.append(...this.readAgain(objective.pages));
      return [row];
    });
    return make("ul", { class: "by-objective" }, ...rows);
  }

  /** @param {string[]} pages */
  readAgain(pages) {
    const links = pages.map((id) => {
      const title = document.querySelector(`#contents a[href="#${CSS.escape(id)}"]`)?.firstChild?.textContent ?? "";
      return make("a", { href: `#${id}` }, title);
    });
    return links.length ? [make("p", {}, `${this.word("read-again")} `, ...links)] : [];
  }

  /** What was answered, with the feedback to it, and not with the right answer: it may be asked again. @param {Report[]} reports */
  yourAnswers(reports) {
    const rows = reports.map((report, index) => {
      const asked = this.asked.get(this.keys[index] ?? "");
      const stem = asked?.form.querySelector(".stem")?.cloneNode(true);
      if (stem instanceof HTMLElement) stem.removeAttribute("id");
      const right = report.verdict === "right";
      const mark = make("p", { class: right ? "mark right" : "mark wrong" }, this.word(right ? "mark-right" : "mark-wrong"));
      const feedback = asked && report.answer ? feedbackFor(asked.form, report.question, report.answer, report.verdict) : [];
      return make("li", {}, ...(stem ? [stem] : []), mark, ...feedback);
    });
    return make("details", {}, make("summary", {}, this.word("assessment-your-answers")), make("ol", { class: "answers" }, ...rows));
  }
}
