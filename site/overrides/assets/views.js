// The trainer's and the participant's view of a session, and the sheets of a page that are printed by themselves.
(() => {
  "use strict";
  const page = document.documentElement;
  const button = (words, press) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", press);
    return made;
  };

  // The view stands in the page's address (?view=participant). The table of contents leaves out what the page does not show.
  const place = document.querySelector(".views");
  if (place) {
    for (const link of document.querySelectorAll(".md-nav--secondary a[href*='#']")) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target?.closest(".for-trainer")) link.closest("li").classList.add("for-trainer");
    }
    const show = (view) => {
      page.dataset.view = view;
      for (const each of place.querySelectorAll("button")) each.setAttribute("aria-pressed", String(each.value === view));
    };
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", place.dataset.label);
    for (const view of ["trainer", "participant"]) {
      const made = button(place.dataset[view], () => {
        show(view);
        const query = new URLSearchParams(location.search);
        if (view === "trainer") query.delete("view");
        else query.set("view", view);
        const words = String(query);
        history.replaceState(history.state, "", `${location.pathname}${words && "?"}${words}${location.hash}`);
      });
      made.value = view;
      place.append(made);
    }
    show(new URLSearchParams(location.search).get("view") === "participant" ? "participant" : "trainer");
  }

  for (const sheet of document.querySelectorAll(".sheet[data-print]")) {
    const made = button(sheet.dataset.print, () => {
      page.dataset.printing = "sheet";
      sheet.classList.add("printing");
      print();
    });
    made.className = "print-sheet";
    made.setAttribute("aria-describedby", sheet.querySelector("h2").id);
    sheet.querySelector("h2").after(made);
  }
  addEventListener("afterprint", () => {
    delete page.dataset.printing;
    for (const sheet of document.querySelectorAll(".printing")) sheet.classList.remove("printing");
  });
})();
