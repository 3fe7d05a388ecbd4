// @ts-check
/** Answers that were begun and not handed in: taken from the questions of one document, put into those of the next. */

import { all } from "./elements.js";

/**
 * @typedef {object} Draft
 * @property {string[]} ticked  values of what is ticked
 * @property {string[]} typed  numbers and choices from lists, in the order of their fields
 * @property {(string|undefined)[]} order  keys of the rows of a sequence
 */

const TICKED = "input[type=radio], input[type=checkbox]";
const TYPED = "select, input:not([type=radio], [type=checkbox])";

/** The questions that are open: one that is answered has a result, and its answer is in the record. */
function open() {
  return all(document, "form[id^=check-]").filter((form) => !form.querySelector(".result"));
}

/** @param {HTMLElement} form @param {string} which */
const fields = (form, which) => /** @type {HTMLInputElement[]} */ (all(form, which));

/** @param {HTMLElement} form */
const rows = (form) => all(form, ".sequence > li");

/** @returns {Map<string, Draft>} by the id of the form */
export function drafts() {
  return new Map(
    open().map((form) => {
      const ticked = fields(form, TICKED).filter((field) => field.checked);
      const typed = fields(form, TYPED).map((field) => field.value);
      return [form.id, { ticked: ticked.map((field) => field.value), typed, order: rows(form).map((row) => row.dataset.key) }];
    }),
  );
}

/** @param {Map<string, Draft>} found */
export function putBack(found) {
  for (const form of open()) {
    const { ticked = [], typed = [], order = [] } = found.get(form.id) ?? {};
    for (const field of fields(form, TICKED)) field.checked = ticked.includes(field.value);
    fields(form, TYPED).forEach((field, at) => (field.value = typed[at] ?? field.value));
    for (const row of order.map((key) => rows(form).find((each) => each.dataset.key === key))) row?.parentElement?.append(row);
  }
}
