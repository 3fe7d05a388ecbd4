// What a page of the handbook does besides being read. Everything works without it, only less comfortably.
(() => {
  "use strict";

  // The language switch stays at the same place of the page: anchors are the same in every language.
  const languages = document.querySelector(".languages");
  if (languages) {
    languages.addEventListener("click", (event) => {
      const link = event.target.closest("a");
      if (link) link.hash = location.hash;
    });
    document.addEventListener("click", (event) => {
      if (!languages.contains(event.target)) languages.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !languages.open) return;
      languages.open = false;
      languages.querySelector("summary").focus();
    });
  }

  // Material searches when a key is released. Words that are spoken, pasted or put together by an input method (as most
  // people write Devanagari) come without one.
  const query = document.querySelector("[data-md-component=search-query]");
  // A letter with nukta may be typed as one character or as two: the index has two.
  if (query) {
    // Material's search is a dialog, which needs a name.
    document.querySelector("[data-md-component=search]").setAttribute("aria-label", query.getAttribute("aria-label"));
    query.addEventListener("input", (event) => {
      const words = query.value.normalize("NFC");
      if (words !== query.value && !event.isComposing) query.value = words;
      query.dispatchEvent(new KeyboardEvent("keyup"));
    });
  }

  // On paper nothing is folded.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("article details:not([open])")];
    for (const details of unfolded) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
  });

  // On a phone the rows of a matrix become lists (narrow.css); each cell then needs the name of its column.
  for (const box of document.querySelectorAll(".coverage, .statistics")) {
    const names = [...box.querySelectorAll("th")].map((cell) => cell.textContent.trim());
    for (const row of box.querySelectorAll("tbody tr")) {
      [...row.cells].forEach((cell, column) => { cell.dataset.label = names[column]; });
    }
    box.classList.add("labelled");
  }

  // A table or a drawing that is wider than the screen is scrolled in its own frame, which the keyboard must reach.
  const name = document.querySelector("meta[name=\"handbook:table\"]").content;
  const frames = () => document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset table:not([class]), .figure");
  const isNarrow = matchMedia("(max-width: 44.99em)"); // where tools.css lets drawings be wider than the screen
  const reachable = () => {
    for (const frame of frames()) {
      if (frame.scrollWidth <= frame.clientWidth) continue;
      frame.tabIndex = 0;
      if (frame.matches(".figure")) {
        const inWords = frame.nextElementSibling;
        if (isNarrow.matches && inWords?.matches("details")) inWords.open = true; // they need no scrolling
        frame.setAttribute("role", "group");
        frame.setAttribute("aria-label", frame.querySelector("svg").getAttribute("aria-label"));
      } else if (frame.tagName !== "TABLE") {
        frame.setAttribute("role", "group");
        frame.setAttribute("aria-label", name);
      }
    }
  };
  addEventListener("load", reachable);
  addEventListener("resize", reachable);
})();
