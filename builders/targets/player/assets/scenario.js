// @ts-check
/** A branching scenario as a conversation: moments and decisions one after the other, then what might have gone better. */

import { all, button, copyOf, fill, make } from "./elements.js";

/**
 * @typedef {import("./types.js").Scenario} Scenario
 * @typedef {import("./types.js").Report} Report
 * @typedef {[string, string, number, string]} Decision  key, id, points, key of what follows
 */

/** Counts the points that can still be had from a moment on. @param {Scenario} scenario */
export function potential(scenario) {
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @param {string} node @returns {number} */
  const from = (node) => {
    const choices = scenario.nodes[node]?.choices ?? [];
    if (!known.has(node)) {
      known.set(node, 0);
      known.set(node, choices.length ? Math.max(...choices.map(([, , points, next]) => points + from(next))) : 0);
    }
    return known.get(node) ?? 0;
  };
  return from;
}

/** Whether the learner wants nothing to move. */
const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Conversation {
  /**
   * @param {HTMLElement} section
   * @param {Scenario} scenario
   * @param {Record<string, string>} words
   * @param {{plays: number, best: number, path: string[]}} record
   * @param {(reports: Report[]) => void} changed
   */
  constructor(section, scenario, words, record, changed) {
    this.section = section;
    this.scenario = scenario;
    this.words = words;
    this.record = record;
    this.changed = changed;
    this.potential = potential(scenario);
    this.since = Date.now();
    this.moments = /** @type {HTMLElement} */ (section.querySelector(".moments"));
    this.moments.hidden = true;
    this.talk = make("div", { class: "talk" });
    section.append(this.talk);
    /** @type {{node: string, choice: Decision}[]} */
    this.path = [];
    /** @type {HTMLElement|undefined} */
    this.here = undefined; // the moment that is shown last
    if (record.path.length) this.replay();
    else this.talk.append(button(words["play"] ?? "", () => this.start(), "main"));
  }

  start() {
    this.record.plays = Math.min(35, this.record.plays + 1);
    this.record.path = [];
    this.path = [];
    this.talk.replaceChildren();
    this.enter(this.scenario.start, true);
    this.here?.focus();
    this.changed([]);
  }

  /** Walk the saved way again; where the scenario has changed since, stop there. */
  replay() {
    const saved = this.record.path;
    this.record.path = [];
    let node = this.enter(this.scenario.start, false);
    for (const key of saved) {
      const choice = this.scenario.nodes[node]?.choices.find(([each]) => each === key);
      if (!choice) break;
      node = this.decide(node, choice, false);
    }
  }

  /** @param {string} key */
  moment(key) {
    return all(this.moments, "[data-node]").find((each) => each.dataset.node === key);
  }

  /** @param {string} node @param {boolean} live  not when a saved way is walked again @returns {string} */
  enter(node, live) {
    const moment = this.moment(node);
    if (!moment) return node;
    const shown = copyOf(moment);
    shown.tabIndex = -1;
    shown.querySelector(".decisions")?.replaceWith(this.choices(node));
    this.talk.append(shown);
    this.here = shown;
    this.since = Date.now();
    if (node in this.scenario.endings) this.end(shown, live);
    return node;
  }

  /** @param {string} node */
  choices(node) {
    const rows = (this.scenario.nodes[node]?.choices ?? []).map((choice) => {
      const row = button("", () => this.decide(node, choice, true), "option");
      row.append(...this.words_of(node, choice));
      return row;
    });
    return make("div", { class: "options" }, ...rows);
  }

  /** @param {string} node @param {Decision} choice @param {string} part */
  part(node, choice, part = "summary") {
    const found = this.moment(node)?.querySelector(`[data-choice="${choice[0]}"] > ${part}`);
    return found ? copyOf(found) : null;
  }

  /** @param {string} node @param {Decision} choice */
  words_of(node, choice) {
    return [...(this.part(node, choice)?.childNodes ?? [])];
  }

  /** @param {string} node @param {Decision} choice @param {boolean} live @returns {string} */
  decide(node, choice, live) {
    this.path.push({ node, choice });
    this.record.path.push(choice[0]);
    const moment = this.talk.lastElementChild;
    moment?.querySelector(".options")?.remove();
    moment?.querySelector(".how")?.remove();
    const said = make("div", { class: "mine" }, make("p", { class: "speaker" }, this.words["you-chose"] ?? ""));
    said.append(make("p", {}, ...this.words_of(node, choice)));
    const consequence = this.part(node, choice, ".consequence");
    if (consequence) consequence.tabIndex = -1;
    this.talk.append(said, ...(consequence ? [consequence] : []));
    const report = this.report(node, choice); // before the time of the next moment begins
    const next = this.enter(choice[3], live);
    if (!live) return next;
    said.scrollIntoView({ behavior: calm() ? "auto" : "smooth" });
    (consequence ?? this.here)?.focus({ preventScroll: true });
    this.changed([report]);
    return next;
  }

  /** @param {string} node */
  best(node) {
    const choices = /** @type {Decision[]} */ (this.scenario.nodes[node]?.choices ?? []);
    const worth = (/** @type {Decision} */ choice) => choice[2] + this.potential(choice[3]);
    const most = Math.max(...choices.map(worth));
    const best = choices.filter((choice) => worth(choice) === most);
    return { best, open: best.length === choices.length };
  }

  /** @param {string} node @param {Decision} choice @returns {Report} */
  report(node, choice) {
    const { id, title, choices } = /** @type {{id: string, title: string, choices: Decision[]}} */ (this.scenario.nodes[node]);
    const { best, open } = this.best(node);
    const good = best.includes(choice);
    return {
      id: `${this.scenario.id}.${id}.${this.record.plays}`,
      question: {
        id: `${this.scenario.id}.${id}`,
        kind: "choice",
        objective: this.scenario.objective,
        title,
        options: choices.map(([key, name]) => [key, name]),
        right: (good ? choice : best[0])?.[0] ?? "",
      },
      answer: choice[0],
      verdict: open ? "neutral" : good ? "right" : "wrong",
      seconds: Math.round((Date.now() - this.since) / 1000),
    };
  }

  /** @param {HTMLElement} ending @param {boolean} live */
  end(ending, live) {
    const points = this.path.reduce((sum, { choice }) => sum + choice[2], 0);
    const most = this.potential(this.scenario.start);
    const percent = most > 0 ? Math.max(0, Math.floor((100 * points) / most)) : 100;
    if (live) this.record.best = Math.max(this.record.best, percent);
    const passed = percent >= this.scenario.mastery;
    const words = fill(this.words[passed ? "scenario-passed" : "scenario-failed"] ?? "", { n: percent });
    ending.append(make("p", { class: passed ? "result right" : "result wrong" }, words));
    this.talk.append(this.debrief(), button(this.words["play-again"] ?? "", () => this.start()));
  }

  debrief() {
    const rows = this.path.map(({ node, choice }) => {
      const { best, open } = this.best(node);
      const feedback = this.part(node, choice, ".feedback");
      const row = make("li", {}, make("p", { class: "chosen" }, ...this.words_of(node, choice)));
      if (open || best.includes(choice)) row.append(make("p", { class: "mark right" }, this.words["well-chosen"] ?? ""));
      if (feedback) row.append(feedback);
      const better = best[0];
      if (!open && better && !best.includes(choice)) {
        const why = this.part(node, better, ".feedback");
        const head = make("p", { class: "term" }, this.words["better-move"] ?? "");
        row.append(make("div", { class: "better" }, head, make("p", {}, ...this.words_of(node, better)), ...(why ? [why] : [])));
      }
      return row;
    });
    const head = make("h4", {}, this.words["scenario-debrief"] ?? "");
    return make("div", { class: "looking-back" }, head, make("ol", { class: "debrief" }, ...rows), ...this.betterWay());
  }

  /** From the start to the best end, unless that is the way that was taken. */
  betterWay() {
    /** @type {HTMLElement[]} */
    const rows = [];
    let taken = true;
    let node = this.scenario.start;
    for (let at = 0; node in this.scenario.nodes && at < Object.keys(this.scenario.nodes).length; at += 1) {
      const { best } = this.best(node);
      const choice = best.find((each) => each === this.path[at]?.choice) ?? best[0];
      if (!choice) break;
      taken &&= choice === this.path[at]?.choice;
      rows.push(make("li", {}, ...this.words_of(node, choice)));
      node = choice[3];
    }
    if (taken) return [];
    return [make("details", {}, make("summary", {}, this.words["scenario-better-way"] ?? ""), make("ol", {}, ...rows))];
  }
}
