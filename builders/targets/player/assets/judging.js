// @ts-check
/** Is an answer right? An answer in its saved form comes in, a verdict goes out. */

/** @typedef {import("./types.js").Question} Question */

/**
 * @param {Question} question
 * @param {string} answer
 * @returns {import("./types.js").Verdict}
 */
export function verdictOn(question, answer) {
  if (question.kind === "rating") return "neutral";
  if (question.kind === "number") {
    const distance = Math.abs(Number(answer) - Number(question.right));
    // The sum of two decimals misses by a hair: 0.1 + 0.2 is not 0.3.
    return answer !== "" && distance <= (question.tolerance ?? 0) + 1e-9 ? "right" : "wrong";
  }
  return answer === question.right ? "right" : "wrong";
}

/**
 * A number as learners type it: Devanagari digits, a comma for the point, spaces between thousands.
 * @param {string} typed
 * @returns {string}  empty where it is no number
 */
export function readNumber(typed) {
  const digits = typed.replace(/[\u0966-\u096f]/g, (sign) => String(sign.charCodeAt(0) - 0x0966));
  const text = digits.replace(/\s/g, "").replace(/,(?=\d{2,3}(\D|$))/g, "").replace(",", ".").slice(0, 12);
  return /^-?\d+(\.\d+)?$/.test(text) ? text : "";
}
