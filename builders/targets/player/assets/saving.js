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
    if (!recorder.recording || recorder.reviewing) return;
    window.setInterval(() => this.save(), EVERY);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.save();
    });
    window.addEventListener("pagehide", () => this.finish(false));
    window.addEventListener("pageshow", (event) => {
      // Brought back from the browser's cache: the record was closed, so begin from what was saved.
      if (event.persisted) window.location.reload();
    });
  }

  /** @param {Report[]} [reports] */
  save(reports = []) {
    if (this.finished) return;
    this.waiting.push(...reports);
    this.settle(this.recorder.save(this.standing(), this.waiting));
  }

  /** Write all and close. @param {boolean} leaving  whether the learner asked to go */
  finish(leaving) {
    if (this.finished) return true;
    const saved = this.recorder.finish(this.standing(), this.waiting, leaving);
    this.finished = saved || !leaving;
    this.settle(saved);
    return saved;
  }

  /** @param {boolean} saved */
  settle(saved) {
    window.clearTimeout(this.retry);
    if (saved || !this.recorder.recording || this.recorder.reviewing) {
      this.waiting = [];
      if (saved) keep(this.copy, "");
      byId("not-saved").replaceChildren();
      return;
    }
    keep(this.copy, this.standing().saved);
    this.retry = window.setTimeout(() => this.save(), RETRY);
    if (byId("not-saved").childElementCount) return;
    const text = make("p", {}, this.words["not-saved"] ?? "");
    byId("not-saved").append(text, button(this.words["save-now"] ?? "", () => this.save()));
  }
}

/**
 * The saved state to begin from. Where an earlier visit left something on the device that the record does not have, the
 * learner chooses; the text can be read meanwhile.
 * @param {Recorder} recorder @param {string} copy @param {Record<string, string>} words @returns {Promise<string>}
 */
export function startingPoint(recorder, copy, words) {
  const unsaved = kept(copy);
  if (!unsaved || unsaved === recorder.saved || recorder.reviewing) return Promise.resolve(recorder.saved);
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
