// @ts-check
/** The record in SCORM 1.2 (RTE 1.2, chapter 3). */

import { Calls, findApi, two } from "./api.js";
import { recorder } from "./recorder.js";
import { cut } from "./state.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./types.js").Question} Question
 * @typedef {import("./types.js").Report} Report
 */

const NAMES = {
  initialize: "LMSInitialize",
  get: "LMSGetValue",
  set: "LMSSetValue",
  commit: "LMSCommit",
  finish: "LMSFinish",
  error: "LMSGetLastError",
};
const RANK = /** @type {Record<string, number>} */ ({ failed: 1, completed: 2, passed: 2 });
const TYPES = {
  choice: "choice",
  multiple: "choice",
  "true-false": "true-false",
  match: "matching",
  order: "sequencing",
  number: "numeric",
  rating: "likert",
};
const RESULTS = { right: "correct", wrong: "wrong", neutral: "neutral" };

/**
 * @param {Data} data  its settings say which status stands for `passed` and which for `failed`, how the system's answers are
 *   to be understood (`answers`), and when the record is closed (`closing`)
 */
export async function connect(data) {
  const { settings } = data;
  const api = await findApi("API");
  const lms = api && new Calls(api, NAMES, settings["answers"] === "loose");
  if (!lms || !lms.initialize()) return null;
  const reviewing = ["browse", "review"].includes(lms.get("cmi.core.lesson_mode"));
  let status = lms.get("cmi.core.lesson_status");
  const reached = Number(lms.get("cmi.core.score.raw")) || 0;
  if (!reviewing) {
    if (!(status in RANK)) lms.set("cmi.core.lesson_status", "incomplete");
    lms.set("cmi.core.exit", "suspend");
  }
  /** A status only ever rises. @param {string|number|undefined} wanted */
  const rise = (wanted) => {
    const next = String(wanted ?? "");
    if ((RANK[next] ?? 0) <= (RANK[status] ?? 0)) return true;
    if (!lms.set("cmi.core.lesson_status", next)) return false;
    status = next;
    return true;
  };
  return recorder(lms, {
    reviewing,
    learner: lms.get("cmi.core.student_id"),
    name: lms.get("cmi.core.student_name"),
    language: lms.get("cmi.student_preference.language"),
    saved: lms.get("cmi.suspend_data"),
    write(standing) {
      const { percent, passed, complete } = standing;
      const written = [
        lms.set("cmi.suspend_data", standing.saved),
        lms.set("cmi.core.lesson_location", standing.location),
        lms.set("cmi.core.session_time", timespan(standing.seconds)),
      ];
      if (percent !== null) {
        written.push(lms.set("cmi.core.score.min", 0), lms.set("cmi.core.score.max", 100));
        written.push(lms.set("cmi.core.score.raw", Math.max(percent, reached)));
      }
      if (complete) written.push(rise(percent === null ? "completed" : settings["passed"]));
      else if (passed === false) written.push(rise(settings["failed"]));
      return written.every(Boolean);
    },
    answer: (report, index) => write(lms, report, `cmi.interactions.${index}`),
    objective({ id, right, of }, index) {
      const place = `cmi.objectives.${index}`;
      lms.set(`${place}.id`, id);
      lms.set(`${place}.score.min`, 0);
      lms.set(`${place}.score.max`, 100);
      lms.set(`${place}.score.raw`, Math.floor((100 * right) / of));
      lms.set(`${place}.status`, right === of ? "passed" : "failed");
    },
    last: () => lms.set("cmi.core.exit", "suspend"),
    closes: (standing) => settings["closing"] !== "when-done" || standing.complete,
  });
}

/** @param {Calls} lms @param {Report} report @param {string} place */
function write(lms, report, place) {
  const { question, answer, verdict } = report;
  const now = new Date();
  lms.set(`${place}.id`, report.id);
  if (question.objective) lms.set(`${place}.objectives.0.id`, question.objective);
  lms.set(`${place}.time`, `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`);
  lms.set(`${place}.type`, TYPES[question.kind]);
  if (question.right) lms.set(`${place}.correct_responses.0.pattern`, response(question, question.right));
  if (answer) lms.set(`${place}.student_response`, response(question, answer));
  lms.set(`${place}.result`, RESULTS[verdict]);
  lms.set(`${place}.latency`, timespan(report.seconds));
}

/**
 * An answer as CMIFeedback: choices are single characters, joined by commas.
 * @param {Question} question @param {string} answer
 */
export function response(question, answer) {
  const letter = (/** @type {string} */ key) => {
    const at = question.options.findIndex(([each]) => each === key);
    return at < 0 ? "0" : String.fromCharCode("a".charCodeAt(0) + at);
  };
  const letters = () => cut(answer, 2).map(letter);
  switch (question.kind) {
    case "choice":
    case "multiple":
    case "order":
      return letters().join(",");
    case "match":
      return cut(letters().join(""), 2).map(([left, right]) => `${left}.${right}`).join(",");
    default:
      return answer;
  }
}

/** CMITimespan. @param {number} seconds */
export function timespan(seconds) {
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}`;
}
