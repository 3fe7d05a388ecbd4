// @ts-check
/** What both SCORM standards do alike: open once, write everything in one commit, close once. */

/**
 * @typedef {import("./types.js").Standing} Standing
 * @typedef {import("./types.js").Report} Report
 * @typedef {import("./types.js").Recorder} Recorder
 *
 * @typedef {object} Dialect  what the two standards do differently
 * @property {boolean} reviewing
 * @property {string} learner
 * @property {string} name
 * @property {string} language
 * @property {string} saved
 * @property {(standing: Standing) => boolean} write  everything but the answers; false if anything was refused
 * @property {(report: Report, index: number) => void} answer
 * @property {(result: import("./types.js").Standing["objectives"][number], index: number) => void} objective
 * @property {(standing: Standing, leaving: boolean) => boolean} last  what is written before closing
 * @property {(standing: Standing) => boolean} closes  whether the record is closed at all: a system can forget what it
 *   holds of a session that is closed half-way
 */

// The least that a SCORM 2004 run-time has to hold (RTE 4.2.9); SCORM 1.2 names no number.
const MOST_ANSWERS = 250;

/**
 * @param {import("./api.js").Calls} lms
 * @param {Dialect} dialect
 * @returns {Recorder}
 */
export function recorder(lms, dialect) {
  /** @type {Map<string, number>} */
  const places = new Map();
  const first = Number(lms.get("cmi.interactions._count")) || 0;

  /** @param {Report[]} reports */
  const answers = (reports) => {
    for (const report of reports) {
      const index = places.get(report.id) ?? first + places.size;
      if (index >= MOST_ANSWERS) return;
      places.set(report.id, index);
      // Answers are optional for a system: one that refuses them still gets state, score and status.
      dialect.answer(report, index);
    }
  };

  const objectives = objectivesOf(lms);

  return {
    recording: true,
    reviewing: dialect.reviewing,
    learner: dialect.learner,
    name: dialect.name,
    language: dialect.language,
    saved: dialect.saved,
    save(standing, reports) {
      if (dialect.reviewing) return true;
      answers(reports);
      for (const result of standing.objectives) dialect.objective(result, objectives(result.id));
      const written = dialect.write(standing);
      return lms.commit() && written;
    },
    finish(standing, reports, leaving) {
      if (dialect.reviewing) return lms.finish();
      answers(reports);
      for (const result of standing.objectives) dialect.objective(result, objectives(result.id));
      const written = dialect.write(standing) && dialect.last(standing, leaving);
      const saved = lms.commit() && written;
      if (!dialect.closes(standing)) return saved;
      // The learner who stays may try again; a page that goes has no second chance and closes in any case.
      return leaving && !saved ? false : lms.finish() && saved;
    },
  };
}

/**
 * Where the record keeps the result of an objective: the place that it has from an earlier visit or the manifest, else the
 * next free one.
 * @param {import("./api.js").Calls} lms
 */
function objectivesOf(lms) {
  /** @type {Map<string, number>} */
  const places = new Map();
  const count = Number(lms.get("cmi.objectives._count")) || 0;
  for (let index = 0; index < count; index += 1) places.set(lms.get(`cmi.objectives.${index}.id`), index);
  let next = count;
  return (/** @type {string} */ id) => {
    const index = places.get(id) ?? next;
    if (!places.has(id)) {
      places.set(id, index);
      next += 1;
    }
    return index;
  };
}
