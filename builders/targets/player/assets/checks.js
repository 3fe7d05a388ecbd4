// @ts-check
/** Questions asked in a session: answered, judged with feedback, tried again. */

import { Asked, feedbackFor } from "./answering.js";
import { all, button, make } from "./elements.js";
import { verdictOn } from "./judging.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./state.js").State} State
 * @typedef {import("./types.js").Report} Report
 */

/**
 * @param {HTMLElement} root
 * @param {Data} data
 * @param {State} state
 * @param {(report: Report) => void} answered
 */
export function enableChecks(root, data, state, answered) {
  for (const form of /** @type {HTMLFormElement[]} */ (all(root, "form[id^=check-]"))) {
    const key = form.dataset.question ?? "";
    const question = data.questions[key];
    if (question) new Check(form, key, question, data.words, state, answered).resume();
  }
}

class Check {
  /**
   * @param {HTMLFormElement} form
   * @param {string} key
   * @param {import("./types.js").Question} question
   * @param {Record<string, string>} words
   * @param {State} state
   * @param {(report: Report) => void} answered
   */
  constructor(form, key, question, words, state, answered) {
    this.form = form;
    this.key = key;
    this.question = question;
    this.words = words;
    this.state = state;
    this.answered = answered;
    this.asked = new Asked(form, question, words);
    this.verdict = /** @type {HTMLElement} */ (form.querySelector(".verdict"));
    this.submit = make("button", { type: "submit", class: "main" }, words["check"] ?? "");
    this.verdict.before(make("div", { class: "actions" }, this.submit));
    this.since = Date.now();
    form.addEventListener("focusin", () => this.begin(), { once: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
  }

  begin() {
    this.since = Date.now();
  }

  resume() {
    const saved = this.state.checks.get(this.key);
    if (!saved) return;
    if (this.asked.restore(saved.answer)) this.show(saved.answer);
    else this.state.checks.delete(this.key);
  }

  check() {
    if (this.question.kind === "order") this.asked.touched = true;
    const { answer } = this.asked;
    if (!answer) {
      this.verdict.replaceChildren(make("p", {}, this.words["answer-all"] ?? ""));
      return;
    }
    const tries = Math.min(35, (this.state.checks.get(this.key)?.tries ?? 0) + 1);
    this.state.checks.set(this.key, { tries, answer });
    this.show(answer).focus(); // the button that was pressed is gone
    this.answered({
      id: `${this.question.id}.check.${tries}`,
      question: this.question,
      answer,
      verdict: verdictOn(this.question, answer),
      seconds: Math.round((Date.now() - this.since) / 1000),
    });
  }

  /** @param {string} answer @returns {HTMLElement}  what says whether it is right */
  show(answer) {
    const verdict = verdictOn(this.question, answer);
    const said = { right: "question-right", wrong: "question-wrong", neutral: "question-saved" }[verdict];
    this.asked.lock(true);
    this.submit.hidden = true;
    if (verdict !== "neutral") this.asked.markParts((good) => this.mark(good));
    const result = make("p", { class: `result ${verdict}`, tabindex: "-1" }, this.words[said] ?? "");
    this.verdict.replaceChildren(result, ...feedbackFor(this.form, this.question, answer, verdict));
    const again = button(this.words["retry"] ?? "", () => this.again());
    if (verdict === "wrong") this.verdict.append(again);
    return result;
  }

  /** @param {boolean} good */
  mark(good) {
    const text = this.words[good ? "mark-right" : "mark-wrong"] ?? "";
    return make("span", { class: good ? "mark right" : "mark wrong" }, text);
  }

  again() {
    for (const mark of all(this.form, ".mark")) mark.remove();
    this.verdict.replaceChildren();
    this.asked.lock(false);
    if (this.question.kind !== "order" && this.question.kind !== "match") this.asked.answer = "";
    this.submit.hidden = false;
    this.begin();
    const first = this.form.querySelector("input, select, .moves button");
    if (first instanceof HTMLElement) first.focus();
  }
}
