// @ts-check
/** No record: the package teaches all the same. */

/** @returns {import("./types.js").Recorder} */
export function unrecorded() {
  return {
    recording: false,
    reviewing: false,
    learner: "",
    saved: "",
    save: () => true,
    finish: () => true,
  };
}
