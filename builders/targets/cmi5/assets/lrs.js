// @ts-check
/** Calls to the record store of the learning management system (xAPI 1.0.3), which never throw. */

const PATIENCE = 30_000;
// Bytes: of requests that go on after the page has gone, browsers take 64 KiB.
const OUTLIVING = 60_000;

/**
 * @typedef {object} Answer
 * @property {number} status  0 where there was none
 * @property {any} body  parsed; null where it is no JSON
 * @property {string} etag
 */

/** Whether to try the same again later: no line, or a server in trouble. @param {number} status */
export const passing = (status) => status === 0 || status === 408 || status === 429 || status > 499;

/** @param {number} status */
export const fine = (status) => status > 199 && status < 300;

export class Lrs {
  /** @param {string} endpoint  ends in a slash @param {string} token */
  constructor(endpoint, token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * @param {string} method @param {string} resource @param {Record<string, string>} query
   * @param {unknown} [content] @param {Record<string, string>} [conditions]
   * @returns {Promise<Answer>}
   */
  async call(method, resource, query, content, conditions = {}) {
    const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const body = content === undefined ? undefined : JSON.stringify(content);
    /** @type {Record<string, string>} */
    const headers = { Authorization: `Basic ${this.token}`, "X-Experience-API-Version": "1.0.3", ...conditions };
    if (body) headers["Content-Type"] = "application/json";
    try {
      const answer = await fetch(`${this.endpoint}${resource}${asked.length ? "?" : ""}${asked.join("&")}`, {
        method,
        headers,
        body,
        cache: "no-store",
        keepalive: body !== undefined && fits(body),
        signal: AbortSignal.timeout?.(PATIENCE),
      });
      const found = await answer.json().catch(() => null);
      return { status: answer.status, body: found, etag: answer.headers.get("ETag") ?? "" };
    } catch {
      return { status: 0, body: null, etag: "" };
    }
  }
}

/** @param {string} body */
export const fits = (body) => new Blob([body]).size < OUTLIVING;
