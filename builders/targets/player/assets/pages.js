// @ts-check
/** One page at a time: contents, previous and next, links inside the package, progress. */

import { all, byId, fill, make } from "./elements.js";

/**
 * @typedef {import("./types.js").Data} Data
 */

export class Pages {
  /**
   * @param {Data} data
   * @param {(key: string) => void} shown  called with the key of each page that is shown
   * @param {AbortSignal} gone  when the document's words are replaced by those of another language
   */
  constructor(data, shown, gone) {
    this.data = data;
    this.shown = shown;
    this.pages = all(byId("main"), ".page");
    this.links = /** @type {HTMLAnchorElement[]} */ (all(byId("contents"), "a"));
    this.opener = byId("open-contents");
    this.title = document.title;
    /** @type {HTMLElement|undefined} */
    this.current = undefined;
    for (const id of ["open-contents", "exit"]) byId(id).hidden = false;
    for (const part of all(document, ".bar, .turn")) part.hidden = false;
    document.documentElement.classList.add("scripted");
    this.opener.addEventListener("click", () => this.toggle());
    byId("previous").addEventListener("click", () => this.turn(-1));
    byId("next").addEventListener("click", () => this.turn(1));
    document.addEventListener("click", (event) => this.follow(event), { signal: gone });
    const escape = (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Escape" || !this.isOpen) return;
      this.toggle();
      this.opener.focus(); // what had the focus is out of sight
    };
    document.addEventListener("keydown", escape, { signal: gone });
    window.addEventListener("resize", () => this.fitTables(), { signal: gone });
  }

  get isOpen() {
    return this.opener.getAttribute("aria-expanded") === "true";
  }

  toggle(open = !this.isOpen) {
    this.opener.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("open", open);
    if (open) (this.links.find((link) => link.ariaCurrent) ?? this.links[0])?.focus();
  }

  /** @param {string} key */
  has(key) {
    return this.pages.some((page) => page.dataset.page === key);
  }

  /** @param {string} key  of a page; the first page where there is none of that key */
  open(key, focus = true) {
    const page = this.pages.find((each) => each.dataset.page === key) ?? this.pages[0];
    if (page) this.show(page, focus);
  }

  /** @param {HTMLElement} page @param {boolean} focus */
  show(page, focus) {
    this.current = page;
    for (const each of this.pages) each.hidden = each !== page;
    for (const link of this.links) {
      if (link.hash === `#${page.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    const heading = page.querySelector("h2");
    document.title = `${heading?.textContent ?? ""} · ${this.title}`;
    this.toggle(false);
    this.place(page);
    this.fitTables();
    if (focus) {
      window.scrollTo(0, 0);
      heading?.focus({ preventScroll: true });
    }
    this.shown(page.dataset.page ?? "");
  }

  /** @param {HTMLElement} page */
  place(page) {
    const at = this.pages.indexOf(page);
    const counted = this.data.counted.length;
    const inside = at < counted;
    byId("previous").hidden = at === 0;
    byId("next").hidden = at > counted - 1;
    byId("place").textContent = inside ? fill(this.data.words["place"] ?? "", { n: at + 1, of: counted }) : "";
  }

  /** @param {number} by */
  turn(by) {
    const at = this.current ? this.pages.indexOf(this.current) : 0;
    const target = this.pages[Math.min(at + by, this.data.counted.length)];
    if (target) this.show(target, true);
  }

  /** Follow a link inside the package. @param {MouseEvent} event */
  follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
    if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const page = target?.closest(".page");
    if (!target || !(page instanceof HTMLElement)) return;
    event.preventDefault();
    if (page !== this.current || target === page) this.show(page, true);
    if (target !== page) {
      const heading = target.matches("[tabindex]") ? target : target.querySelector("[tabindex]");
      target.scrollIntoView();
      if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
    }
  }

  /** @param {ReadonlySet<string>} read */
  progress(read) {
    const done = this.data.counted.filter((key) => read.has(key)).length;
    const bar = byId("progress");
    bar.setAttribute("max", String(this.data.counted.length));
    bar.setAttribute("value", String(done));
    for (const page of this.pages) {
      const link = this.links.find((each) => each.hash === `#${page.id}`);
      if (!link || !read.has(page.dataset.page ?? "") || link.querySelector(".unseen")) continue;
      link.classList.add("done");
      link.append(make("span", { class: "unseen" }, ` (${this.data.words["page-done"]})`));
    }
  }

  /** A table that is wider than the screen can be scrolled from the keyboard. */
  fitTables() {
    for (const table of all(this.current ?? document, ".table")) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
      else table.removeAttribute("tabindex");
    }
  }
}
