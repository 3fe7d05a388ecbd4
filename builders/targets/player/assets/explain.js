// @ts-check
/** Glossary terms and sources in place: a link to one opens it in a small window, and closing leads back to the link. */

import { button, byId, copyOf, make } from "./elements.js";

/** @param {Record<string, string>} words */
export function enableExplanations(words) {
  const panel = make("dialog", { class: "panel", "aria-labelledby": "panel-title" });
  if (typeof panel.showModal !== "function") return; // an old browser follows the link to the list instead
  document.body.append(panel);
  byId("main").addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[href^='#term-'], a[href^='#source-']") : null;
    const target = link instanceof HTMLAnchorElement && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    const isTerm = target.tagName === "DT";
    const body = isTerm ? target.nextElementSibling : target;
    const title = isTerm ? copyOf(target).childNodes : [link.textContent ?? ""];
    panel.replaceChildren(
      make("h2", { id: "panel-title", tabindex: "-1", autofocus: "" }, ...title),
      make("div", {}, ...(body ? copyOf(body).childNodes : [])),
      button(words["close"] ?? "", () => panel.close(), "main"),
    );
    panel.showModal();
  });
  panel.addEventListener("click", (event) => {
    if (event.target === panel) panel.close();
  });
}
