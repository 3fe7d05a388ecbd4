// @ts-check
/** A standard operating procedure as a stepper: one step at a time, with the clock; recall once the end was reached. */

import { all, button, fill, make } from "./elements.js";

/**
 * @typedef {import("./types.js").Procedure} Procedure
 */

export class Stepper {
  /**
   * @param {HTMLElement} section
   * @param {Procedure} procedure
   * @param {Record<string, string>} words
   * @param {{done: boolean, step: string}} record
   * @param {() => void} changed
   */
  constructor(section, procedure, words, record, changed) {
    this.section = section;
    this.procedure = procedure;
    this.words = words;
    this.record = record;
    this.changed = changed;
    this.steps = all(section, ".step");
    this.recall = section.querySelector(".recall");
    this.bar = make("div", { class: "stepping" });
    this.track = make("progress", { max: String(this.steps.length), "aria-hidden": "true" });
    this.place = make("p", { class: "place" });
    section.querySelector(".steps")?.before(this.place, this.track);
    section.querySelector(".steps")?.after(this.bar);
    section.classList.add("stepped");
    for (const onward of all(section, ".onward .ways")) onward.hidden = true;
    for (const link of all(section, ".steps a[href^='#step-']")) link.removeAttribute("href");
    if (this.recall instanceof HTMLElement) this.recall.hidden = !record.done;
    const known = record.step && record.step in procedure.next;
    this.show(known ? record.step : procedure.start, false);
  }

  /** @param {string} key @param {boolean} focus */
  show(key, focus) {
    const at = this.steps.findIndex((step) => step.dataset.step === key);
    this.steps.forEach((step, index) => (step.hidden = index !== at));
    const step = this.steps[at];
    const title = step?.querySelector("h4");
    if (focus && title instanceof HTMLElement) title.focus();
    this.place.textContent = fill(this.words["step-place"] ?? "", { n: at + 1, of: this.steps.length });
    this.track.value = at + 1;
    this.bar.replaceChildren(...this.back(), ...this.onward(key));
  }

  back() {
    const before = this.came ?? [];
    const last = before.at(-1);
    if (last === undefined) return [];
    return [button(this.words["previous"] ?? "", () => this.go(last, before.slice(0, -1)))];
  }

  /** @param {string} key */
  onward(key) {
    const next = this.procedure.next[key] ?? [];
    const came = [...(this.came ?? []), key];
    const labels = next.length === 2 ? [this.words["yes"] ?? "", this.words["no"] ?? ""] : [this.words["next"] ?? ""];
    return next.map((target, index) => {
      const label = labels[index] ?? "";
      if (target) return button(label, () => this.go(target, came), "main");
      const ends = next.length === 2 ? `${label}: ${this.words["sop-ends"]}` : (this.words["sop-ends"] ?? "");
      return button(ends, () => this.end(), "main");
    });
  }

  /** @param {string} key @param {string[]} came */
  go(key, came) {
    this.came = came;
    this.record.step = key;
    this.show(key, true);
    this.changed();
  }

  end() {
    this.record.done = true;
    const said = make("p", { class: "result right", tabindex: "-1" }, this.words["sop-through"] ?? "");
    const again = button(this.words["sop-restart"] ?? "", () => this.go(this.procedure.start, []));
    this.bar.replaceChildren(said, again);
    if (this.recall instanceof HTMLElement) this.recall.hidden = false;
    said.focus();
    this.changed();
  }
}
