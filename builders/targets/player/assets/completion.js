// @ts-check
/** The last page: result, score, time, a record to print, and the way out. */

import { button, byId, fill, make } from "./elements.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./types.js").Standing} Standing
 *
 * @typedef {object} Person  what only the record of a learning system knows, and how often the test was handed in
 * @property {string} [name]
 * @property {number} [attempts]
 */

/**
 * @param {Data} data
 * @param {Standing} standing
 * @param {number} read  pages that were read
 * @param {(() => void)|null} exit  null where nothing is recorded
 * @param {Person} [person]
 */
export function completion(data, standing, read, exit, person = {}) {
  const { words } = data;
  const outcome = standing.complete ? "passed" : standing.passed === false ? "failed" : "open";
  const mood = { passed: "right", failed: "wrong", open: "neutral" }[outcome];
  const said = make("p", { class: `result ${mood}` }, words[`completion-${outcome}`] ?? "");
  const record = recordOf(data, standing, read, person);
  const ways = exit ? [button(words["save-and-exit"] ?? "", exit, "main")] : [];
  if (typeof window.print === "function") ways.push(button(words["completion-print"] ?? "", () => print(record, words)));
  byId("completion").replaceChildren(said, record, make("div", { class: "turning" }, ...ways));
}

/**
 * What was reached, in a form that can be printed: the style sheet for paper shows nothing else of this page.
 * @param {Data} data @param {Standing} standing @param {number} read @param {Person} person
 */
function recordOf(data, standing, read, person) {
  const { words } = data;
  const title = document.querySelector(".top h1")?.cloneNode(true).childNodes ?? [];
  const head = make("h3", { id: "record-title" }, words["completion-record"] ?? "");
  const of = make("p", { class: "of" }, make("strong", {}, ...title), ` · ${fill(words["version"] ?? "", { n: data.version })}`);
  const list = make("dl", { class: "facts" });
  for (const [term, ...values] of facts(data, standing, read, person)) {
    list.append(make("div", {}, make("dt", {}, words[term] ?? ""), make("dd", {}, ...values)));
  }
  const printed = make("p", { class: "printed" }, stamp(words));
  return make("div", { class: "record", role: "group", "aria-labelledby": "record-title" }, head, of, list, ...results(data, standing), printed);
}

/**
 * A word's key and its value, row by row.
 * @param {Data} data @param {Standing} standing @param {number} read @param {Person} person @returns {[string, ...(Node|string)[]][]}
 */
function facts(data, standing, read, person) {
  const { words } = data;
  const final = data.tests.find((test) => test.mastery !== null);
  const place = (/** @type {number} */ n, /** @type {number} */ of) => fill(words["place"] ?? "", { n, of });
  /** @type {[string, ...(Node|string)[]][]} */
  const rows = [
    ["completion-time", spent(standing.saved, words)],
    ["completion-pages", place(read, data.counted.length)],
  ];
  if (final && person.attempts !== undefined) rows.unshift(["completion-attempts", place(person.attempts, final.attempts)]);
  if (final) rows.unshift(["completion-score", ...score(standing, final, words)]);
  if (person.name) rows.unshift(["completion-learner", person.name]);
  return rows;
}

/** @param {Standing} standing @param {import("./types.js").Test} test @param {Record<string, string>} words */
function score(standing, test, words) {
  const value = standing.percent === null ? (words["completion-none"] ?? "") : `${standing.percent} %`;
  return [value, make("small", {}, fill(words["completion-needed"] ?? "", { n: test.mastery ?? 0 }))];
}

/** @param {Data} data @param {Standing} standing */
function results(data, standing) {
  if (!standing.objectives.length) return [];
  const rows = standing.objectives.flatMap(({ id, right, of }) => {
    const objective = data.objectives.find((each) => each.id === id);
    if (!objective) return [];
    const result = fill(data.words[right === of ? "objective-met" : "objective-part"] ?? "", { right, of });
    const what = make("span", { lang: objective.language }, objective.text);
    return [make("li", { class: right === of ? "met" : "part" }, what, " ", make("span", { class: "how" }, result))];
  });
  return [make("h4", {}, data.words["completion-objectives"] ?? ""), make("ul", { class: "results" }, ...rows)];
}

/** @param {HTMLElement} record @param {Record<string, string>} words */
function print(record, words) {
  record.querySelector(".printed")?.replaceChildren(stamp(words));
  window.print();
}

/** The day of printing, by the clock of this device. @param {Record<string, string>} words */
function stamp(words) {
  const form = new Intl.DateTimeFormat(`${document.documentElement.lang}-u-nu-latn`, { dateStyle: "long" });
  return fill(words["completion-printed"] ?? "", { date: form.format(new Date()) });
}

/** The time spent in all visits, from the saved state. @param {string} saved @param {Record<string, string>} words */
function spent(saved, words) {
  const seconds = parseInt(saved.match(/,t([0-9a-z]+)/)?.[1] ?? "0", 36);
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return fill(words["time-min"] ?? "", { n: minutes });
  return fill(words["time-h"] ?? "", { h: Math.floor(minutes / 60), n: minutes % 60 });
}
