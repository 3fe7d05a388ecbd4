// @ts-check
/** What the learning management system launches an assignable unit with (cmi5 8), and what a tab remembers of its session. */

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
 * @property {number} spent  seconds before the reload
 * @property {string} saved  progress when the session was ended
 * @property {import("./outbox.js").Entry[]} box
 */

/** The launch parameters, in any order; null where the page was not launched. @param {string} query @returns {Launch|null} */
export function launched(query) {
  const given = new URLSearchParams(query);
  const [endpoint, fetch, agent, registration, activityId] = ["endpoint", "fetch", "actor", "registration", "activityId"].map(
    (name) => given.get(name),
  );
  if (!endpoint || !fetch || !agent || !registration || !activityId) return null;
  try {
    return { endpoint: endpoint.replace(/\/*$/, "/"), fetch, agent, actor: JSON.parse(agent), registration, activityId };
  } catch {
    return null;
  }
}

/** The memory of this session, which ends with the tab: a token is not for others who use the device. @param {Launch} launch */
export function memoryOf(launch) {
  const name = `cmi5 ${launch.fetch}`;
  /** @returns {Memory} */
  const fresh = () => ({ token: "", over: false, issued: [], last: 0, spent: 0, saved: "", box: [] });
  const memory = fresh();
  try {
    Object.assign(memory, JSON.parse(window.sessionStorage.getItem(name) ?? "{}"));
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
  return { memory, keep, restart: () => Object.assign(memory, fresh()) };
}

/** Whether this is the page of before, loaded again. */
export function reloaded() {
  const [entry] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return entry !== undefined && entry.type !== "navigate";
}

/** Ask again a few times while there is no line. @template {{status: number}} Answer @param {() => Promise<Answer>} ask */
export async function patiently(ask) {
  let answer = await ask();
  for (let tried = 1; tried < TRIES && (answer.status === 0 || answer.status > 499); tried += 1) {
    await new Promise((resolve) => window.setTimeout(resolve, tried * PAUSE));
    answer = await ask();
  }
  return answer;
}

/**
 * The token of the session. It is given out once (cmi5 8.2.3).
 * @param {Launch} launch
 * @returns {Promise<{status: number, token: string, code: string}>}  `code` is 1 for used or expired, 2 or 3 for other faults
 */
export async function tokenOf(launch) {
  try {
    const answer = await fetch(launch.fetch, { method: "POST" });
    const found = await answer.json().catch(() => ({}));
    return { status: answer.status, token: found["auth-token"] ?? "", code: String(found["error-code"] ?? 3) };
  } catch {
    return { status: 0, token: "", code: "3" };
  }
}
