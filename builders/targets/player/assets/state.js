// @ts-check
/**
 * Progress, and the one string it is saved as. saved_state.py documents the form and computes its greatest length.
 *
 * What a former version of a package saved may name pages and questions that are gone: such records are kept out.
 * What is missing counts as not done. No string makes this fail.
 *
 * @typedef {import("./types.js").Data} Data
 *
 * @typedef {object} State
 * @property {string} page
 * @property {string} language  as chosen; empty before that
 * @property {number} seconds
 * @property {Set<string>} read
 * @property {Map<string, {tries: number, answer: string}>} checks
 * @property {Map<string, {plays: number, best: number, path: string[]}>} scenarios
 * @property {Map<string, {done: boolean, step: string}>} procedures
 * @property {Map<string, Sitting>} tests
 *
 * @typedef {object} Sitting  how a test stands: the attempts begun, the best result in per cent, the last attempt
 * @property {number} used
 * @property {number} best
 * @property {boolean} open
 * @property {string} seed
 * @property {Map<string, string>} answers
 */

const FORM = "2";
const FORMER = "1"; // knew one test, whose record had no key
const KEY = 4;
const PART = 2;
const MOST = 35; // one digit in base 36

/** @returns {State} */
export function freshState() {
  return {
    page: "",
    language: "",
    seconds: 0,
    read: new Set(),
    checks: new Map(),
    scenarios: new Map(),
    procedures: new Map(),
    tests: new Map(),
  };
}

/** @param {string} text @param {number} width @returns {string[]} */
export function cut(text, width) {
  return text.match(new RegExp(`.{${width}}`, "g")) ?? [];
}

/** @param {number} number */
const digit = (number) => Math.min(MOST, number).toString(36);
/** @param {number} percent */
const twoDigits = (percent) => percent.toString(36).padStart(2, "0");
/** @param {string} text */
const number36 = (text) => (/^[0-9a-z]+$/.test(text) ? parseInt(text, 36) : 0);
/** @param {string} text */
const percent36 = (text) => Math.min(100, number36(text));

/** @param {State} state */
export function encode(state) {
  const records = [FORM + state.page, `t${Math.min(Math.round(state.seconds), 36 ** 6 - 1).toString(36)}`];
  if (state.language) records.push(`l${state.language}`);
  if (state.read.size) records.push(`v${[...state.read].join("")}`);
  for (const [key, { tries, answer }] of state.checks) records.push(`q${key}${digit(tries)}${answer}`);
  for (const [key, { plays, best, path }] of state.scenarios) {
    records.push(`s${key}${digit(plays)}${twoDigits(best)}${path.join("")}`);
  }
  for (const [key, { done, step }] of state.procedures) records.push(`p${key}${done ? 1 : 0}${step}`);
  for (const [test, { used, best, open, seed, answers }] of state.tests) {
    records.push(`a${test}${digit(used)}${twoDigits(best)}${open ? 1 : 0}${seed}`);
    for (const [key, answer] of answers) records.push(`f${key}${answer}`);
  }
  return records.join(",");
}

/**
 * @param {string} text
 * @param {Data} data  what this package knows
 * @returns {State}
 */
export function decode(text, data) {
  const state = freshState();
  const [head, ...records] = text.split(",");
  if (!head || (head[0] !== FORM && head[0] !== FORMER)) return state;
  state.page = head.slice(1);
  const pages = new Set(data.counted);
  const former = head[0] === FORMER ? data.tests.find((test) => test.mastery !== null)?.key ?? "" : null;
  /** @type {import("./types.js").Test|undefined} */
  let test;
  for (const record of records) {
    const key = record.slice(1, 1 + KEY);
    const rest = record.slice(1 + KEY);
    if (record[0] === "t") state.seconds = number36(record.slice(1));
    else if (record[0] === "l") state.language = Object.hasOwn(data.documents, record.slice(1)) ? record.slice(1) : "";
    else if (record[0] === "v") {
      for (const page of cut(record.slice(1), KEY)) if (pages.has(page)) state.read.add(page);
    } else if (record[0] === "q" && data.questions[key]) {
      state.checks.set(key, { tries: number36(rest[0] ?? ""), answer: rest.slice(1) });
    } else if (record[0] === "s" && data.scenarios[key]) {
      const path = cut(rest.slice(3), PART);
      state.scenarios.set(key, { plays: number36(rest[0] ?? ""), best: percent36(rest.slice(1, 3)), path });
    } else if (record[0] === "p" && data.procedures[key]) {
      state.procedures.set(key, { done: rest[0] === "1", step: rest.slice(1) });
    } else if (record[0] === "a") {
      const [id, sitting] = former === null ? [key, rest] : [former, record.slice(1)];
      test = data.tests.find((each) => each.key === id);
      if (test && sitting.length > 4) state.tests.set(id, sittingOf(sitting));
    } else if (record[0] === "f" && test?.questions.includes(key)) state.tests.get(test.key)?.answers.set(key, rest);
  }
  return state;
}

/** @param {string} text  a record without test and answers @returns {Sitting} */
function sittingOf(text) {
  const used = number36(text[0] ?? "");
  return { used, best: percent36(text.slice(1, 3)), open: text[3] === "1", seed: text.slice(4), answers: new Map() };
}

/** How a test stands; a fresh sitting where it was never begun. @param {State} state @param {string} key @returns {Sitting} */
export function sitting(state, key) {
  return state.tests.get(key) ?? { used: 0, best: 0, open: false, seed: "", answers: new Map() };
}
