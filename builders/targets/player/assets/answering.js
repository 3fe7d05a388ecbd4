// @ts-check
/** A question's form: an answer is read from it and put into it, in the form in which answers are saved. */

import { all, button, fill, make } from "./elements.js";
import { readNumber } from "./judging.js";
import { shuffled } from "./chance.js";
import { cut } from "./state.js";

/** @typedef {import("./types.js").Question} Question */

const PART = 2;

export class Asked {
  /**
   * @param {HTMLFormElement} form
   * @param {Question} question
   * @param {Record<string, string>} words
   */
  constructor(form, question, words) {
    this.form = form;
    this.question = question;
    this.words = words;
    /** An order counts as answered once something was moved. */
    this.touched = false;
    if (question.kind === "order") this.addMoves();
  }

  get inputs() {
    return /** @type {HTMLInputElement[]} */ (all(this.form, "input"));
  }

  get selects() {
    return /** @type {HTMLSelectElement[]} */ (all(this.form, "select"));
  }

  get rows() {
    return all(this.form, ".sequence > li");
  }

  /** The answer; empty while something is missing. */
  get answer() {
    if (this.question.kind === "match") {
      const chosen = this.selects.map((select) => [select.name, select.value]);
      return chosen.some(([, value]) => value === "-") ? "" : chosen.flat().join("");
    }
    if (this.question.kind === "order") return this.touched ? this.rows.map((row) => row.dataset.key).join("") : "";
    if (this.question.kind === "number") return readNumber(this.inputs[0]?.value ?? "");
    const ticked = this.inputs.filter((input) => input.checked).map((input) => input.value);
    if (this.question.kind !== "multiple") return ticked[0] ?? "";
    return this.question.options.flatMap(([key]) => (ticked.includes(key) ? [key] : [])).join("");
  }

  set answer(saved) {
    const parts = cut(saved, PART);
    if (this.question.kind === "match") {
      this.selects.forEach((select) => {
        const at = parts.findIndex((part, index) => index % 2 === 0 && part === select.name);
        select.value = (at >= 0 && parts[at + 1]) || "-";
      });
    } else if (this.question.kind === "order") {
      const list = this.rows[0]?.parentElement;
      const rows = parts.map((key) => this.rows.find((row) => row.dataset.key === key));
      if (rows.every(Boolean)) rows.forEach((row) => row && list?.append(row));
      this.touched = Boolean(saved);
    } else if (this.question.kind === "number") {
      for (const input of this.inputs) input.value = saved;
    } else {
      const ticked = this.question.kind === "multiple" ? parts : [saved];
      for (const input of this.inputs) input.checked = ticked.includes(input.value);
    }
  }

  /** Put in a saved answer, if all of it is still there to be chosen. @param {string} saved */
  restore(saved) {
    this.answer = saved;
    const whole = saved !== "" && this.answer === saved;
    if (!whole) this.answer = "";
    return whole;
  }

  /** Another order of the choices for each attempt. @param {string} seed */
  shuffle(seed) {
    if (this.question.kind !== "choice" && this.question.kind !== "multiple") return;
    const group = this.form.querySelector(".choices");
    group?.append(...shuffled([...group.children], seed + this.question.id));
  }

  /** @param {boolean} locked */
  lock(locked) {
    for (const input of this.inputs) input.disabled = locked;
    for (const select of this.selects) select.disabled = locked;
    for (const move of /** @type {HTMLButtonElement[]} */ (all(this.form, ".moves button"))) move.disabled = locked;
  }

  /** Mark what was chosen, part by part. @param {(right: boolean) => HTMLElement} mark */
  markParts(mark) {
    const right = cut(this.question.right, PART);
    const { kind } = this.question;
    for (const input of this.inputs.filter((each) => each.checked && kind !== "rating")) {
      const good = kind === "true-false" ? input.value === this.question.right : right.includes(input.value);
      input.parentElement?.append(mark(good));
    }
    for (const select of this.selects) select.parentElement?.append(mark(select.value === select.name));
    if (kind === "order") this.rows.forEach((row, at) => row.append(mark(row.dataset.key === right[at])));
  }

  addMoves() {
    for (const row of this.rows) {
      const name = row.textContent?.trim() ?? "";
      const up = button("↑", () => this.move(row, -1));
      const down = button("↓", () => this.move(row, 1));
      up.setAttribute("aria-label", `${this.words["up"]}: ${name}`);
      down.setAttribute("aria-label", `${this.words["down"]}: ${name}`);
      row.append(make("span", { class: "moves" }, up, down));
    }
    this.form.append(make("div", { role: "status", class: "unseen moved" }));
  }

  /** @param {HTMLElement} row @param {number} by */
  move(row, by) {
    const focused = document.activeElement;
    if (by < 0) row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    this.touched = true;
    if (focused instanceof HTMLElement) focused.focus(); // a moved element loses the focus
    const place = this.rows.indexOf(row) + 1;
    const said = this.form.querySelector(".moved");
    if (said) said.textContent = fill(this.words["moved"] ?? "", { n: place, of: this.rows.length });
    this.form.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/**
 * The feedback to an answer: copies of what the build has put beside the question, of each choice that was made, or of
 * the answer as a whole where the choices have none.
 * @param {HTMLFormElement} form @param {Question} question @param {string} answer @param {string} verdict
 */
export function feedbackFor(form, question, answer, verdict) {
  const outcome = { right: "correct", wrong: "incorrect", neutral: "any" }[verdict] ?? "";
  const chosen = question.kind === "multiple" ? cut(answer, PART) : [answer];
  const templates = /** @type {HTMLTemplateElement[]} */ (all(form, "template"));
  const found = (/** @type {string[]} */ keys) => keys.flatMap((key) => templates.filter((each) => each.dataset.for === key));
  const own = ["choice", "multiple", "true-false"].includes(question.kind) ? found(chosen) : [];
  return (own.length ? own : found([outcome])).map((each) => each.content.cloneNode(true));
}
