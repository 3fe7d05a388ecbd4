// @ts-check
/** Calls to the record store of the learning management system (xAPI 1.0.3), which never throw. */

const PATIENCE = 30_000;
/** In bytes: of requests that go on after the page has gone, browsers take 64 KiB. */
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

/** @param {string} body */
export const fits = (body) => new Blob([body]).size < OUTLIVING;

/** @param {string} address @param {RequestInit} init @returns {Promise<Answer>} */
export async function ask(address, init) {
  try {
    const answer = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout?.(PATIENCE), ...init });
    const body = await answer.json().catch(() => null);
    return { status: answer.status, body, etag: answer.headers.get("ETag") ?? "" };
  } catch {
    return { status: 0, body: null, etag: "" };
  }
}

export class Lrs {
  /** @param {string} endpoint  ends in a slash @param {string} token */
  constructor(endpoint, token) {
    this.endpoint = endpoint;
    this.token = token;
  }

  /**
   * @param {string} method @param {string} resource @param {Record<string, string>} query
   * @param {unknown} [content] @param {Record<string, string>} [conditions]
   */
  call(method, resource, query, content, conditions) {
    const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const body = content === undefined ? undefined : JSON.stringify(content);
    const headers = {
      Authorization: `Basic ${this.token}`,
      "X-Experience-API-Version": "1.0.3",
      ...(body && { "Content-Type": "application/json" }),
      ...conditions,
    };
    const address = `${this.endpoint}${resource}${asked.length ? "?" : ""}${asked.join("&")}`;
    return ask(address, { method, headers, body, keepalive: body !== undefined && fits(body) });
  }
}
