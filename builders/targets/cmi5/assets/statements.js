// @ts-check
/** Statements as cmi5 wants them (Quartz 9): what happened comes in, an xAPI statement goes out. */

import { cut } from "./state.js";

/**
 * @typedef {import("./types.js").Question} Question
 * @typedef {import("./types.js").Report} Report
 */

const VERBS = "http://adlnet.gov/expapi/verbs/";
const ACTIVITIES = "http://adlnet.gov/expapi/activities/";
const CATEGORIES = "https://w3id.org/xapi/cmi5/context/categories/";
export const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
export const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
/** Kinds of questions that xAPI has another name for. @type {Record<string, string>} */
const TYPES = { multiple: "choice", match: "matching", order: "sequencing", number: "numeric", rating: "likert" };

/** A UUID. `randomUUID` exists on https and on this very machine alone. */
export function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // The x are any of 16 digits, the y any of the four that stand for the variant (RFC 9562, 5.4).
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (sign) => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (sign === "x" ? byte & 15 : (byte & 3) | 8).toString(16);
  });
}

/** ISO 8601. @param {number} seconds */
export const timespan = (seconds) => `PT${Math.round(seconds)}S`;

export class Statements {
  /**
   * @param {import("./launch.js").Launch} launch
   * @param {any} template  the contextTemplate
   * @param {string} iri  what our own ids begin with
   * @param {import("./launch.js").Memory} memory
   */
  constructor(launch, template, iri, memory) {
    this.launch = launch;
    this.template = template;
    this.iri = iri;
    this.memory = memory;
  }

  /**
   * One that cmi5 defines, about the unit.
   * @param {string} verb @param {any} result @param {any} extensions @param {string} id
   */
  defined(verb, result, extensions, id) {
    const judging = result && ("success" in result || "completion" in result);
    const category = ["cmi5", ...(judging ? ["moveon"] : [])].map((name) => ({ id: CATEGORIES + name }));
    return this.statement(verb, { id: this.launch.activityId }, result, { category }, extensions, id);
  }

  /** An answer, which cmi5 allows. @param {Report} report */
  answered(report) {
    const { question, answer, verdict } = report;
    const definition = {
      type: `${ACTIVITIES}cmi.interaction`,
      interactionType: TYPES[question.kind] ?? question.kind,
      ...(question.title ? { description: { [document.documentElement.lang]: question.title } } : {}),
      ...(question.right ? { correctResponsesPattern: [pattern(question)] } : {}),
    };
    const result = {
      ...(answer ? { response: response(question, answer) } : {}),
      ...(verdict === "neutral" ? {} : { success: verdict === "right" }),
      duration: timespan(report.seconds),
    };
    const object = { id: `${this.iri}:question:${question.id}`, definition };
    const objective = { id: `${this.iri}:objective:${question.objective}`, definition: { type: `${ACTIVITIES}objective` } };
    const around = { parent: [{ id: this.launch.activityId }], ...(question.objective ? { other: [objective] } : {}) };
    return this.statement("answered", object, result, around);
  }

  /**
   * What the template says stays as it is and comes first; what we know is added to it (cmi5 10, contextTemplate).
   * @param {string} verb @param {any} object @param {any} result @param {Record<string, any[]>} around
   * @param {any} [extensions] @param {string} [id]
   */
  statement(verb, object, result, around, extensions, id = uuid()) {
    const context = structuredClone(this.template);
    context.registration = this.launch.registration;
    context.contextActivities ??= {};
    for (const [place, activities] of Object.entries(around)) {
      context.contextActivities[place] = [...(context.contextActivities[place] ?? []), ...activities];
    }
    if (extensions) context.extensions = { ...extensions, ...context.extensions };
    // The order of statements is that of their times, so a clock that is put back does not count.
    this.memory.last = Math.max(Date.now(), this.memory.last);
    return {
      id,
      actor: this.launch.actor,
      verb: { id: VERBS + verb, display: { en: verb } },
      object,
      ...(result ? { result } : {}),
      context,
      timestamp: new Date(this.memory.last).toISOString(),
    };
  }
}

/** @param {Question} question */
function pattern(question) {
  if (question.kind !== "number") return response(question, question.right);
  const [right, tolerance] = [Number(question.right), question.tolerance ?? 0];
  return `${right - tolerance}[:]${right + tolerance}`;
}

/** @param {Question} question @param {string} answer */
function response(question, answer) {
  const ids = cut(answer, 2).map((key) => question.options.find(([each]) => each === key)?.[1] ?? key);
  switch (question.kind) {
    case "choice":
    case "multiple":
    case "order":
      return ids.join("[,]");
    case "match":
      return ids.flatMap((id, at) => (at % 2 ? [] : [`${id}[.]${ids[at + 1]}`])).join("[,]");
    case "true-false":
      return String(answer === "t");
    default:
      return answer;
  }
}
