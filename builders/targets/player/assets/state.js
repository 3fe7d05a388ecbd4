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
 * @property {number} seconds
 * @property {Set<string>} read
 * @property {Map<string, {tries: number, answer: string}>} checks
 * @property {Map<string, {plays: number, best: number, path: string[]}>} scenarios
 * @property {Map<string, {done: boolean, step: string}>} procedures
 * @property {{used: number, best: number, open: boolean, seed: string}} attempt
 * @property {Map<string, string>} finals
 */

const FORM = "1";
const KEY = 4;
const PART = 2;
const MOST = 35; // one digit in base 36

/** @returns {State} */
export function freshState() {
  return {
    page: "",
    seconds: 0,
    read: new Set(),
    checks: new Map(),
    scenarios: new Map(),
    procedures: new Map(),
    attempt: { used: 0, best: 0, open: false, seed: "" },
    finals: new Map(),
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
  if (state.read.size) records.push(`v${[...state.read].join("")}`);
  for (const [key, { tries, answer }] of state.checks) records.push(`q${key}${digit(tries)}${answer}`);
  for (const [key, { plays, best, path }] of state.scenarios) {
    records.push(`s${key}${digit(plays)}${twoDigits(best)}${path.join("")}`);
  }
  for (const [key, { done, step }] of state.procedures) records.push(`p${key}${done ? 1 : 0}${step}`);
  const { used, best, open, seed } = state.attempt;
  if (seed) records.push(`a${digit(used)}${twoDigits(best)}${open ? 1 : 0}${seed}`);
  for (const [key, answer] of state.finals) records.push(`f${key}${answer}`);
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
  if (!head || head[0] !== FORM) return state;
  state.page = head.slice(1);
  const pages = new Set(data.counted);
  for (const record of records) {
    const key = record.slice(1, 1 + KEY);
    const rest = record.slice(1 + KEY);
    if (record[0] === "t") state.seconds = number36(record.slice(1));
    else if (record[0] === "v") {
      for (const page of cut(record.slice(1), KEY)) if (pages.has(page)) state.read.add(page);
    } else if (record[0] === "q" && data.questions[key]) {
      state.checks.set(key, { tries: number36(rest[0] ?? ""), answer: rest.slice(1) });
    } else if (record[0] === "s" && data.scenarios[key]) {
      const path = cut(rest.slice(3), PART);
      state.scenarios.set(key, { plays: number36(rest[0] ?? ""), best: percent36(rest.slice(1, 3)), path });
    } else if (record[0] === "p" && data.procedures[key]) {
      state.procedures.set(key, { done: rest[0] === "1", step: rest.slice(1) });
    } else if (record[0] === "a" && record.length > 5) {
      const used = number36(record[1] ?? "");
      state.attempt = { used, best: percent36(record.slice(2, 4)), open: record[4] === "1", seed: record.slice(5) };
    } else if (record[0] === "f" && data.final.includes(key)) state.finals.set(key, rest);
  }
  return state;
}
