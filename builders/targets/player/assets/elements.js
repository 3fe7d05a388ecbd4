// @ts-check
/** Making elements without strings of HTML: nothing that an author or a learner wrote is ever parsed here. */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {...(Node|string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * @param {string} label
 * @param {() => void} action
 * @param {string} [style]
 */
export function button(label, action, style = "") {
  const made = make("button", style ? { type: "button", class: style } : { type: "button" }, label);
  made.addEventListener("click", action);
  return made;
}

/**
 * The element with an id, which the build has put there.
 * @param {string} id
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** @param {ParentNode} root @param {string} selector */
export function all(root, selector) {
  return /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);
}

/** @param {string} template @param {Record<string, string|number>} values */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (blank, key) => String(values[key] ?? blank));
}

/**
 * A copy without ids, for a text that stands elsewhere in the document already.
 * @param {Element} element
 */
export function copyOf(element) {
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  for (const part of [copy, ...all(copy, "[id]")]) part.removeAttribute("id");
  return copy;
}
