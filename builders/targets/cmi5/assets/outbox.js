// @ts-check
/**
 * Statements on their way, in order. They keep their ids and times while there is no line, and over a reload, so the store
 * knows one that it has already. cmi5 defined statements go one by one, so that nothing else decides about them; the
 * answers between them go together.
 */

import { fine, fits, passing } from "./lrs.js";

/**
 * @typedef {object} Entry
 * @property {any} statement
 * @property {string} verb  of a cmi5 defined statement; empty for others
 * @property {boolean} tried  sent once, so it may have arrived
 */

export class Outbox {
  /**
   * @param {import("./lrs.js").Lrs} lrs
   * @param {Entry[]} box  what is left from before a reload
   * @param {() => void} keep  called after each change
   * @param {(verb: string, arrived: boolean) => void} told  what became of a cmi5 defined statement
   */
  constructor(lrs, box, keep, told) {
    this.lrs = lrs;
    this.box = box;
    this.keep = keep;
    this.told = told;
    this.flying = 0;
  }

  /** @param {any} statement @param {string} verb */
  add(statement, verb) {
    this.box.push({ statement, verb, tried: false });
    this.keep();
  }

  /** Send all, as far as the line goes. True when nothing is left. */
  async send() {
    while (this.box.length) {
      const entries = this.next();
      if (!(await this.deliver(entries))) return false;
      this.box.splice(0, entries.length);
      this.keep();
    }
    return true;
  }

  /** What goes in the next request. What was tried together is tried again together, and with nothing new among it. */
  next() {
    const first = this.box[0];
    const other = this.box.findIndex((entry) => entry !== first && (first?.verb || entry.verb || entry.tried !== first?.tried));
    return this.box.slice(0, other < 0 ? undefined : other);
  }

  /** @param {Entry[]} entries  one that is cmi5 defined, or some that are not */
  async deliver(entries) {
    const again = entries.some((entry) => entry.tried);
    for (const entry of entries) entry.tried = true;
    this.keep();
    this.flying = entries.length;
    const [{ statement, verb }] = /** @type {[Entry]} */ (entries);
    const { status } = await (verb
      ? this.lrs.call("PUT", "statements", { statementId: statement.id }, statement)
      : this.lrs.call("POST", "statements", {}, entries.map((entry) => entry.statement)));
    this.flying = 0;
    if (passing(status)) return false;
    // Answers are optional for a system: one that refuses them still gets state, score and status.
    if (verb) this.told(verb, fine(status) || status === 409 || (again && (await this.has(statement.id))));
    return true;
  }

  /** What an earlier page of this session could not say farewell with. */
  async recover() {
    const last = this.box[this.box.length - 1];
    if (last && (await this.has(last.statement.id))) this.box.length = 0;
    else await this.send();
    this.keep();
  }

  /** Whether a statement is in the store. @param {string} id */
  async has(id) {
    return (await this.lrs.call("GET", "statements", { statementId: id })).body?.id === id;
  }

  /** The page goes: everything that is not under way already, in one request. Nobody will hear the answer. */
  farewell() {
    const left = this.box.slice(this.flying);
    for (const entry of left) entry.tried = true;
    this.keep();
    const all = left.map((entry) => entry.statement);
    const sent = fits(JSON.stringify(all)) ? all : left.filter((entry) => entry.verb).map((entry) => entry.statement);
    if (sent.length > 1) void this.lrs.call("POST", "statements", {}, sent);
    else if (sent[0]) void this.lrs.call("PUT", "statements", { statementId: sent[0].id }, sent[0]);
  }
}
