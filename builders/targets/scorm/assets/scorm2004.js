// @ts-check
/** The record in SCORM 2004 4th edition (RTE 4th edition, chapter 4). */

import { Calls, findApi, two } from "./api.js";
import { recorder } from "./recorder.js";
import { cut } from "./state.js";

/**
 * @typedef {import("./types.js").Question} Question
 * @typedef {import("./types.js").Report} Report
 */

const NAMES = {
  initialize: "Initialize",
  get: "GetValue",
  set: "SetValue",
  commit: "Commit",
  finish: "Terminate",
  error: "GetLastError",
};
const TYPES = {
  choice: "choice",
  multiple: "choice",
  "true-false": "true-false",
  match: "matching",
  order: "sequencing",
  number: "numeric",
  rating: "likert",
};
const RESULTS = { right: "correct", wrong: "incorrect", neutral: "neutral" };

/** @param {import("./types.js").Data} _data */
export async function connect(_data) {
  const api = await findApi("API_1484_11");
  const lms = api && new Calls(api, NAMES);
  if (!lms || !lms.initialize()) return null;
  const reviewing = ["browse", "review"].includes(lms.get("cmi.mode"));
  const before = { completion: lms.get("cmi.completion_status"), success: lms.get("cmi.success_status") };
  const reached = Number(lms.get("cmi.score.raw")) || 0;
  if (!reviewing) {
    if (before.completion !== "completed") lms.set("cmi.completion_status", "incomplete");
    lms.set("cmi.exit", "suspend");
  }
  return recorder(lms, {
    reviewing,
    learner: lms.get("cmi.learner_id"),
    name: lms.get("cmi.learner_name"),
    language: lms.get("cmi.learner_preference.language"),
    saved: lms.get("cmi.suspend_data"),
    write(standing) {
      const { passed, complete } = standing;
      const written = [
        lms.set("cmi.suspend_data", standing.saved),
        lms.set("cmi.location", standing.location),
        lms.set("cmi.progress_measure", complete ? 1 : standing.progress),
        lms.set("cmi.session_time", timespan(standing.seconds)),
      ];
      if (standing.percent !== null) {
        const percent = Math.max(standing.percent, reached);
        written.push(lms.set("cmi.score.min", 0), lms.set("cmi.score.max", 100), lms.set("cmi.score.raw", percent));
        written.push(lms.set("cmi.score.scaled", percent / 100));
      }
      // Both only ever rise: what an earlier visit reached stays.
      if (complete) written.push(lms.set("cmi.completion_status", "completed"));
      if (passed) written.push(lms.set("cmi.success_status", "passed"));
      else if (passed === false && before.success !== "passed") written.push(lms.set("cmi.success_status", "failed"));
      return written.every(Boolean);
    },
    answer: (report, index) => write(lms, report, `cmi.interactions.${index}`),
    objective({ id, right, of }, index) {
      const place = `cmi.objectives.${index}`;
      lms.set(`${place}.id`, id);
      lms.set(`${place}.score.scaled`, Math.floor((100 * right) / of) / 100);
      lms.set(`${place}.success_status`, right === of ? "passed" : "failed");
    },
    last: (_standing, leaving) => lms.set("cmi.exit", "suspend") && (!leaving || lms.set("adl.nav.request", "suspendAll")),
    closes: () => true,
  });
}

/** @param {Calls} lms @param {Report} report @param {string} place */
function write(lms, report, place) {
  const { question, answer, verdict } = report;
  lms.set(`${place}.id`, report.id);
  lms.set(`${place}.type`, TYPES[question.kind]);
  if (question.objective) lms.set(`${place}.objectives.0.id`, question.objective);
  lms.set(`${place}.timestamp`, moment(new Date()));
  if (question.right) lms.set(`${place}.correct_responses.0.pattern`, pattern(question));
  if (answer) lms.set(`${place}.learner_response`, response(question, answer));
  lms.set(`${place}.result`, RESULTS[verdict]);
  lms.set(`${place}.latency`, timespan(report.seconds));
  if (question.title) lms.set(`${place}.description`, question.title);
}

/** @param {Question} question */
export function pattern(question) {
  if (question.kind !== "number") return response(question, question.right);
  const [right, tolerance] = [Number(question.right), question.tolerance ?? 0];
  return `${right - tolerance}[:]${right + tolerance}`;
}

/** @param {Question} question @param {string} answer */
export function response(question, answer) {
  const ids = cut(answer, 2).map((key) => question.options.find(([each]) => each === key)?.[1] ?? key);
  switch (question.kind) {
    case "choice":
    case "multiple":
    case "order":
      return ids.join("[,]");
    case "match":
      return ids.flatMap((id, at) => (at % 2 ? [] : [`${id}[.]${ids[at + 1]}`])).join("[,]");
    case "true-false":
      return answer === "t" ? "true" : "false";
    default:
      return answer;
  }
}

/** timeinterval(second,10,2). @param {number} seconds */
export function timespan(seconds) {
  const whole = Math.floor(seconds);
  return `PT${Math.floor(whole / 3600)}H${Math.floor(whole / 60) % 60}M${whole % 60}S`;
}

/** time(second,10,0), by the clock of the place where the learner is. @param {Date} date */
function moment(date) {
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
