// @ts-check
/** Finding and calling the run-time that the learning management system offers. */

const DEEPEST = 50;
const TRIES = 16;
const EVERY = 250;

/** @typedef {Record<string, (...values: string[]) => unknown>} Api */

/**
 * The API object in this window, its parents, then its opener and the parents of that. Reaching into another window can
 * be forbidden at every step. Systems that load frames one by one offer it late, so it is looked for during four seconds.
 * @param {string} name
 * @returns {Promise<Api|null>}
 */
export async function findApi(name) {
  const alone = window.parent === window && !window.opener;
  for (let tried = 0; tried < (alone ? 1 : TRIES); tried += 1) {
    if (tried) await new Promise((resolve) => window.setTimeout(resolve, EVERY));
    const found = upwards(window, name) ?? upwards(openerOf(window), name);
    if (found) return found;
  }
  return null;
}

/** @param {Window|null} start @param {string} name @returns {Api|null} */
function upwards(start, name) {
  let current = start;
  for (let depth = 0; current && depth < DEEPEST; depth += 1) {
    try {
      const api = /** @type {any} */ (current)[name];
      if (api) return api;
    } catch {
      // another origin: its parent may still be ours
    }
    try {
      if (current.parent === current) return null;
      current = current.parent;
    } catch {
      return null;
    }
  }
  return null;
}

/** @param {Window} own @returns {Window|null} */
function openerOf(own) {
  try {
    return own.opener ?? own.top?.opener ?? null;
  } catch {
    return null;
  }
}

/** What a call answers when it worked. @param {unknown} answer */
const yes = (answer) => String(answer) === "true";

// Errors that speak of one element, not of the record as a whole (SCORM 1.2 RTE 3.3.5).
const OF_AN_ELEMENT = /^[24]\d\d$/;

/**
 * Calls that never throw, and that write a value only when it has changed.
 *
 * Some systems answer otherwise than the standard says: a value set is answered with the value, a commit with `false`
 * whatever became of it. Told to be `loose`, a value that comes back counts as written, and any other call as done unless it
 * throws or the system names an error.
 */
export class Calls {
  /**
   * @param {Api} api
   * @param {{initialize: string, get: string, set: string, commit: string, finish: string, error: string}} names
   * @param {boolean} [loose]
   */
  constructor(api, names, loose = false) {
    this.api = api;
    this.names = names;
    this.loose = loose;
    /** @type {Map<string, string>} */
    this.written = new Map();
  }

  /** What the system answers; undefined where it throws or has no such call. @param {string} name @param {string[]} values */
  call(name, ...values) {
    try {
      return this.api[name]?.(...values);
    } catch {
      return undefined;
    }
  }

  /** @param {string} name */
  done(name) {
    const answer = this.call(name, "");
    return yes(answer) || (this.loose && answer !== undefined && !this.failing());
  }

  failing() {
    const code = String(this.call(this.names.error) ?? "");
    return code !== "" && code !== "0" && !OF_AN_ELEMENT.test(code);
  }

  initialize() {
    return this.done(this.names.initialize);
  }

  commit() {
    return this.done(this.names.commit);
  }

  finish() {
    return this.done(this.names.finish);
  }

  /** A value; empty where the system has none or no answer. @param {string} element */
  get(element) {
    const answer = this.call(this.names.get, element);
    return typeof answer === "boolean" ? "" : String(answer ?? "");
  }

  /** @param {string} element @param {string|number} value */
  set(element, value) {
    const text = String(value);
    if (this.written.get(element) === text) return true;
    const answer = this.call(this.names.set, element, text);
    const accepted = yes(answer) || (this.loose && String(answer) === text);
    if (accepted) this.written.set(element, text);
    return accepted;
  }
}

/** Two digits. @param {number} number */
export const two = (number) => String(number).padStart(2, "0");
