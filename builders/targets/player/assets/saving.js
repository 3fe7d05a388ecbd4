// @ts-check
/**
 * When progress is saved, and what happens when it is not: after every answer and page, every two minutes, when the page
 * is put aside; a failure stays visible, is tried again, and leaves a copy on the device.
 */

import { button, byId, make } from "./elements.js";
import { keep, kept } from "./device.js";

/**
 * @typedef {import("./types.js").Recorder} Recorder
 * @typedef {import("./types.js").Standing} Standing
 * @typedef {import("./types.js").Report} Report
 */

const EVERY = 120_000;
const RETRY = 15_000;

export class Saving {
  /**
   * @param {Recorder} recorder
   * @param {string} copy  the name under which the device keeps what could not be saved
   * @param {() => Standing} standing
   * @param {Record<string, string>} words
   */
  constructor(recorder, copy, standing, words) {
    this.recorder = recorder;
    this.copy = copy;
    this.standing = standing;
    this.words = words;
    /** @type {Report[]} */
    this.waiting = [];
    this.finished = false;
    this.retry = 0;
    this.turn = 0;
    if (!recorder.recording || recorder.reviewing) return;
    window.setInterval(() => this.save(), EVERY);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.save();
    });
    window.addEventListener("pagehide", () => void this.finish(false));
    window.addEventListener("pageshow", (event) => {
      // Brought back from the browser's cache: the record was closed, so begin from what was saved.
      if (event.persisted) window.location.reload();
    });
  }

  /** @param {Report[]} [reports] */
  save(reports = []) {
    if (this.finished) return;
    this.waiting.push(...reports);
    const standing = this.standing();
    const saved = this.recorder.save(standing, this.waiting);
    if (typeof saved === "boolean") this.settle(saved);
    else void this.later(saved, standing);
  }

  /**
   * Write all and close.
   * @param {boolean} leaving  whether the learner asked to go
   * @returns {boolean|Promise<boolean>}  whether the learner may be told so; not if the page goes elsewhere
   */
  finish(leaving) {
    if (this.finished) return true;
    const standing = this.standing();
    const saved = this.recorder.finish(standing, this.waiting, leaving);
    if (typeof saved === "boolean") {
      this.settle(saved);
      return this.close(saved, leaving);
    }
    if (leaving) return this.later(saved, standing).then((done) => this.close(done, leaving));
    // Nobody hears the answer once the page is gone: the copy stays, and is dropped on return if the system has the same.
    this.finished = true;
    if (!this.recorder.reviewing) keep(this.copy, standing.saved);
    return saved;
  }

  /** @param {boolean} saved @param {boolean} leaving */
  close(saved, leaving) {
    this.finished ||= saved || !leaving;
    if (!saved || !leaving || !this.recorder.returnTo) return saved;
    window.location.assign(this.recorder.returnTo);
    return false;
  }

  /**
   * Wait for a record that answers later; until then, and should it never answer, there is a copy on the device.
   * @param {Promise<boolean>} answer @param {Standing} standing
   */
  async later(answer, standing) {
    const turn = ++this.turn;
    this.waiting = [];
    if (!this.recorder.reviewing) keep(this.copy, standing.saved);
    const saved = await answer;
    if (turn === this.turn) this.settle(saved);
    return saved;
  }

  /** @param {boolean} saved */
  settle(saved) {
    window.clearTimeout(this.retry);
    if (saved || !this.recorder.recording || this.recorder.reviewing) {
      this.waiting = [];
      if (saved && !this.recorder.reviewing) keep(this.copy, "");
      this.reassure();
      return;
    }
    keep(this.copy, this.standing().saved);
    this.retry = window.setTimeout(() => this.save(), RETRY);
    if (byId("not-saved").childElementCount) return;
    const text = make("p", {}, this.words["not-saved"] ?? "");
    byId("not-saved").append(text, button(this.words["save-now"] ?? "", () => this.save()));
  }

  /** Take the banner away; whoever was at its button goes on with the page. */
  reassure() {
    const banner = byId("not-saved");
    const here = banner.contains(document.activeElement);
    banner.replaceChildren();
    const heading = document.querySelector(".page:not([hidden]) h2");
    if (here && heading instanceof HTMLElement) heading.focus();
  }
}

/**
 * The saved state to begin from. Where an earlier visit left something on the device that the record does not have, the
 * learner chooses; the text can be read meanwhile.
 * @param {Recorder} recorder @param {string} copy @param {Record<string, string>} words @returns {Promise<string>}
 */
export function startingPoint(recorder, copy, words) {
  const unsaved = kept(copy);
  if (recorder.reviewing || !recorder.recording) return Promise.resolve(recorder.saved);
  if (!unsaved || gist(unsaved) === gist(recorder.saved)) {
    keep(copy, "");
    return Promise.resolve(recorder.saved);
  }
  return new Promise((resolve) => {
    const place = byId("notice");
    const choose = (/** @type {string} */ saved) => {
      place.replaceChildren();
      keep(copy, "");
      resolve(saved);
    };
    const take = button(words["again-take"] ?? "", () => choose(unsaved), "main");
    const leave = button(words["again-leave"] ?? "", () => choose(recorder.saved));
    place.append(make("p", {}, words["again-offer"] ?? ""), take, leave);
  });
}

/** Progress without the time that it took. @param {string} saved */
export const gist = (saved) => saved.replace(/,t[0-9a-z]*/, "");
