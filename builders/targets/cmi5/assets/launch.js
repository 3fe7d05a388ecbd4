// @ts-check
/** What the learning management system launches an assignable unit with (cmi5 8), and what a tab remembers of its session. */

import { ask } from "./lrs.js";

const TRIES = 4;
const PAUSE = 1500;

/**
 * @typedef {object} Launch
 * @property {string} endpoint  ends in a slash
 * @property {string} fetch
 * @property {string} agent  the actor exactly as launched
 * @property {any} actor
 * @property {string} registration
 * @property {string} activityId
 *
 * @typedef {object} Memory  what has to outlive a reload (cmi5 best practice 17)
 * @property {string} token
 * @property {boolean} over  the session was ended, so it takes no more
 * @property {string[]} issued  verbs that a session may have once
 * @property {number} last  time of the last statement
 * @property {number} spent  seconds of the session
 * @property {string} saved  progress when the session was ended
 * @property {import("./outbox.js").Entry[]} box
 */

/** The launch parameters, in any order; null where the page was not launched. @param {string} query @returns {Launch|null} */
export function launched(query) {
  const { endpoint, fetch, actor, registration, activityId } = Object.fromEntries(new URLSearchParams(query));
  if (!endpoint || !fetch || !actor || !registration || !activityId) return null;
  try {
    return { endpoint: endpoint.replace(/\/*$/, "/"), fetch, agent: actor, actor: JSON.parse(actor), registration, activityId };
  } catch {
    return null;
  }
}

/** The memory of this session, which ends with the tab: a token is not for others who use the device. @param {Launch} launch */
export function memoryOf(launch) {
  const name = `cmi5 ${launch.fetch}`;
  /** @type {Memory} */
  const memory = { token: "", over: false, issued: [], last: 0, spent: 0, saved: "", box: [] };
  try {
    const found = JSON.parse(window.sessionStorage.getItem(name) ?? "{}");
    // Some systems launch with the same address each time, so only a page that is loaded again is in a session that is over.
    if (!found.over || reloaded()) Object.assign(memory, found);
  } catch {
    // Storage is forbidden or was tampered with: the session works as long as the page stays.
  }
  const keep = () => {
    try {
      window.sessionStorage.setItem(name, JSON.stringify(memory));
    } catch {
      // As above.
    }
  };
  return { memory, keep };
}

/** Whether this is the page of before, loaded again. */
function reloaded() {
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return entry?.type !== "navigate";
}

/** Ask again a few times while there is no line. @param {() => Promise<import("./lrs.js").Answer>} asking */
export async function patiently(asking) {
  let answer = await asking();
  for (let tried = 1; tried < TRIES && (answer.status === 0 || answer.status > 499); tried += 1) {
    await new Promise((resolve) => window.setTimeout(resolve, tried * PAUSE));
    answer = await asking();
  }
  return answer;
}

/** The token of the session, which is given out once, or the code of an error (cmi5 8.2). @param {Launch} launch */
export async function tokenOf(launch) {
  const { body } = await patiently(() => ask(launch.fetch, { method: "POST" }));
  return { token: String(body?.["auth-token"] ?? ""), code: String(body?.["error-code"] ?? "") };
}
