// @ts-check
/** A test: drawn by objective, one question at a time, handed in as a whole, with a result per objective. */

import { Asked, feedbackFor } from "./answering.js";
import { drawn, newSeed } from "./chance.js";
import { all, button, byId, fill, make } from "./elements.js";
import { verdictOn } from "./judging.js";
import { sitting } from "./state.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./state.js").State} State
 * @typedef {import("./types.js").Report} Report
 */

export class Assessment {
  /**
   * @param {import("./types.js").Test} test
   * @param {Data} data
   * @param {State} state
   * @param {(reports: Report[]) => void} changed
   */
  constructor(test, data, state, changed) {
    this.test = test;
    this.data = data;
    this.state = state;
    this.changed = changed;
    this.root = byId(`test-${test.id}`);
    /** @type {Map<string, Asked>} */
    this.asked = new Map();
    this.at = 0;
    this.since = Date.now();
    if (this.sitting.open) this.resume();
    else if (this.sitting.used) this.showResult(false);
    else this.offer();
  }

  /** The name of the test in the ids of its reports. */
  get short() {
    return this.test.mastery === null ? this.test.id : "final";
  }

  get sitting() {
    return sitting(this.state, this.test.key);
  }

  get handedIn() {
    return this.sitting.used - (this.sitting.open ? 1 : 0);
  }

  /** Best result in per cent; null before the first attempt was handed in. */
  get percent() {
    return this.handedIn > 0 ? this.sitting.best : null;
  }

  get left() {
    return Math.max(0, this.test.attempts - this.sitting.used);
  }

  /** True or false once it is settled, null while it is open and where there is no pass mark. */
  get passed() {
    if (this.percent === null || this.test.mastery === null) return null;
    if (this.percent >= this.test.mastery) return true;
    return this.left === 0 && !this.sitting.open ? false : null;
  }

  /** Whether there is nothing left to do: passed, or handed in where there is no pass mark. */
  get done() {
    return this.test.mastery === null ? this.handedIn > 0 : this.passed === true;
  }

  /** @param {string} key @param {Record<string, string|number>} [values] */
  word(key, values = {}) {
    return fill(this.data.words[key] ?? "", values);
  }

  offer() {
    const begin = button(this.word("assessment-begin"), () => this.begin(), "main");
    const left = this.test.attempts > 1 ? [make("p", { class: "how" }, this.word("assessment-left", { n: this.left }))] : [];
    this.root.replaceChildren(...left, begin);
  }

  begin() {
    if (!this.left) return;
    const { used, best } = this.sitting;
    this.state.tests.set(this.test.key, { used: used + 1, best, open: true, seed: newSeed(), answers: new Map() });
    this.at = 0;
    this.build();
    this.show(0, true);
    this.changed([]);
  }

  resume() {
    this.build();
    const open = this.keys.findIndex((key) => !this.sitting.answers.has(key));
    this.show(open < 0 ? this.keys.length - 1 : open, false);
  }

  get keys() {
    return [...this.asked.keys()];
  }

  /** The forms of this attempt, answered as far as the saved state has answers. */
  build() {
    const { seed, answers } = this.sitting;
    const objective = (/** @type {string} */ key) => this.data.questions[key]?.objective ?? "";
    const forms = all(/** @type {HTMLTemplateElement} */ (byId("tested")).content, "form");
    this.asked.clear();
    const level = (/** @type {string} */ key) => this.data.questions[key]?.level ?? "";
    for (const key of drawn(this.test.questions, objective, this.test.drawn, seed, level)) {
      const question = this.data.questions[key];
      const form = forms.find((each) => each.dataset.question === key);
      if (!question || !form) continue;
      const copy = /** @type {HTMLFormElement} */ (document.importNode(form, true));
      for (const hint of all(copy, ".hint")) hint.remove();
      this.rename(copy);
      const asked = new Asked(copy, question, this.data.words);
      asked.shuffle(seed);
      if (!asked.restore(answers.get(key) ?? "")) answers.delete(key);
      copy.addEventListener("submit", (event) => event.preventDefault());
      copy.addEventListener("change", () => this.answer(key, asked));
      this.asked.set(key, asked);
    }
    // In a newer version the same seed may draw other questions: answers to those that are not asked would take up room.
    for (const key of [...answers.keys()]) if (!this.asked.has(key)) answers.delete(key);
  }

  /** A question can be asked in two tests: no two elements of the document share an id. @param {HTMLFormElement} form */
  rename(form) {
    for (const element of [form, ...all(form, "*")]) {
      for (const name of ["id", "for", "name", "aria-labelledby", "aria-describedby"]) {
        const value = element.getAttribute(name);
        if (value?.startsWith("final-")) element.setAttribute(name, value.replaceAll("final-", `${this.test.id}-`));
      }
    }
  }

  /** @param {string} key @param {Asked} asked */
  answer(key, asked) {
    const { answer } = asked;
    if (answer) this.sitting.answers.set(key, answer);
    else this.sitting.answers.delete(key);
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
    const open = this.keys.findIndex((key) => !this.sitting.answers.has(key));
    if (open < 0) return this.handIn();
    const count = this.keys.filter((key) => !this.sitting.answers.has(key)).length;
    const text = make("p", { tabindex: "-1" }, this.word("assessment-unanswered", { n: count }));
    const back = button(this.word("to-first-gap"), () => this.show(open, true), "main");
    this.root.replaceChildren(text, make("div", { class: "turning" }, back, button(this.word("hand-in-anyway"), () => this.handIn())));
    text.focus();
  }

  handIn() {
    const reports = this.keys.map((key) => this.report(key, `${this.short}.${this.sitting.used}`));
    const right = reports.filter((report) => report.verdict === "right").length;
    const percent = Math.floor((100 * right) / Math.max(1, reports.length));
    const former = this.sitting;
    this.state.tests.set(this.test.key, { ...former, open: false, best: Math.max(former.best, percent) });
    this.showResult(true);
    this.changed(reports);
  }

  /** @param {string} key @param {string} attempt @returns {Report} */
  report(key, attempt) {
    const question = /** @type {import("./types.js").Question} */ (this.data.questions[key]);
    const answer = this.sitting.answers.get(key) ?? "";
    return { id: `${question.id}.${attempt}`, question, answer, verdict: verdictOn(question, answer), seconds: 0 };
  }

  /** @param {boolean} focus */
  showResult(focus) {
    if (!this.asked.size) this.build();
    this.root.classList.remove("running");
    const reports = this.keys.map((key) => this.report(key, ""));
    const right = reports.filter((report) => report.verdict === "right").length;
    const percent = Math.floor((100 * right) / Math.max(1, reports.length));
    const good = this.test.mastery === null ? null : percent >= this.test.mastery;
    const head = make("h3", { tabindex: "-1" }, this.word("assessment-result", { n: percent, right, of: reports.length }));
    const kind = good === null ? "neutral" : good ? "right" : "wrong";
    const said = make("p", { class: `result ${kind}` }, this.word(this.outcome(good), { n: this.left }));
    // What is asked before the sessions may be asked again after them, so the answers are not gone through.
    const answers = good === null ? [] : [this.yourAnswers(reports)];
    this.root.replaceChildren(head, said, this.byObjective(reports), ...answers, ...this.ways());
    if (focus) head.focus();
  }

  /** @param {boolean|null} good */
  outcome(good) {
    if (good === null) return "test-done";
    if (good) return "assessment-passed";
    if (this.passed) return "assessment-passed-before";
    return this.left ? "assessment-failed" : "assessment-locked";
  }

  ways() {
    const again = this.left && !this.done ? [button(this.word("assessment-again"), () => this.begin(), "main")] : [];
    return [make("div", { class: "turning" }, ...again)];
  }

  /** Right answers by objective in the last attempt that was handed in; nothing while an attempt is open. */
  get results() {
    if (!this.handedIn || this.sitting.open) return [];
    const reports = this.keys.map((key) => this.report(key, ""));
    return this.data.objectives.flatMap(({ id }) => {
      const mine = reports.filter((report) => report.question.objective === id);
      return mine.length ? [{ id, right: mine.filter((report) => report.verdict === "right").length, of: mine.length }] : [];
    });
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
      if (!met) row.append(...this.readAgain(objective.pages, objective.elsewhere));
      return [row];
    });
    return make("ul", { class: "by-objective" }, ...rows);
  }

  /** @param {string[]} pages @param {string[]} elsewhere */
  readAgain(pages, elsewhere) {
    const links = pages.map((id) => {
      const title = document.querySelector(`#contents a[href="#${CSS.escape(id)}"]`)?.firstChild?.textContent ?? "";
      return make("a", { href: `#${id}` }, title);
    });
    if (!links.length && !elsewhere.length) return [];
    return [make("p", {}, `${this.word("read-again")} `, ...links, elsewhere.join(" · "))];
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
