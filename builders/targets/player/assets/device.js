// @ts-check
/** What is kept on this device. A browser may forbid it: then nothing is kept, and nothing breaks. */

/** @param {string} name */
export function kept(name) {
  try {
    return window.localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} name @param {string} text  empty to forget it */
export function keep(name, text) {
  try {
    if (text) window.localStorage.setItem(name, text);
    else window.localStorage.removeItem(name);
  } catch {
    // Storage is full or forbidden; the learning management system still has the record.
  }
}
