// Days that start at another time than planned: a field in each day of a course, which moves every time of that day. The chosen
// times stand in the page's address (?day-1=10:00), so that a link to them can be sent round.
(() => {
  "use strict";
  const places = [...document.querySelectorAll(".shift")];
  if (!places.length) return;
  const chosen = new URLSearchParams(location.search);

  const minutes = (words) => words.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const clock = (all) => [Math.floor(all / 60) % 24, all % 60].map((part) => String(part).padStart(2, "0")).join(":");

  const remember = () => {
    const query = String(chosen).replaceAll("%3A", ":");
    history.replaceState(history.state, "", `${location.pathname}${query && "?"}${query}${location.hash}`);
    const course = location.pathname.split("/").at(-1);
    for (const link of document.querySelectorAll("article a[href], .languages a")) {
      if (link.origin === location.origin && link.pathname.split("/").at(-1) === course) link.search = query;
    }
  };

  const move = (place, start) => {
    const later = minutes(start) - minutes(place.dataset.start) + 24 * 60;
    for (const time of place.closest("section").querySelectorAll("time[datetime]")) {
      time.textContent = clock(minutes(time.dateTime) + later);
    }
  };

  for (const place of places) {
    const name = `day-${place.dataset.day}`;
    const label = document.createElement("label");
    const field = document.createElement("input");
    const reset = document.createElement("button");
    field.type = "time";
    field.required = true;
    label.append(place.dataset.label, " ", field);
    reset.type = "button";
    reset.textContent = `${place.dataset.reset} (${place.dataset.start})`;
    place.append(label, " ", reset);

    const show = (start) => {
      field.value = start;
      reset.hidden = start === place.dataset.start;
      move(place, start);
      if (reset.hidden) chosen.delete(name);
      else chosen.set(name, start);
    };
    field.addEventListener("change", () => {
      show(field.value || place.dataset.start);
      remember();
    });
    reset.addEventListener("click", () => {
      show(place.dataset.start);
      remember();
      field.focus();
    });
    show(/^([01]\d|2[0-3]):[0-5]\d$/.test(chosen.get(name) ?? "") ? chosen.get(name) : place.dataset.start);
  }
  remember();
})();
