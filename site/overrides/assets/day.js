// Days that start at another time than planned: a field in each day of a course, which moves every time of that day. The chosen
// times stand in the page's address (?day-1=10:00), so that a link to them can be sent round. Sessions are told as well, with
// the course that they are taught in (?course=two-day&day-1=10:00).
(() => {
  "use strict";
  const places = [...document.querySelectorAll(".shift")];
  const chosen = new URLSearchParams(location.search);

  const minutes = (words) => words.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const clock = (all) => [Math.floor(all / 60) % 24, all % 60].map((part) => String(part).padStart(2, "0")).join(":");
  const isTime = (words) => /^([01]\d|2[0-3]):[0-5]\d$/.test(words ?? "");
  const asQuery = (all) => String(all).replaceAll("%3A", ":");
  const lastPart = (path) => path.split("/").at(-1);
  const links = () => [...document.querySelectorAll("article a[href], .languages a")].filter((link) => link.origin === location.origin);

  const move = (times, planned, start) => {
    const later = minutes(start) - minutes(planned) + 24 * 60;
    for (const time of times) time.textContent = clock(minutes(time.dateTime) + later);
  };

  // A session: its times in the course from which it was opened. The ways back to that course keep what was chosen there.
  const course = chosen.get("course");
  if (course && !places.length) {
    for (const time of document.querySelectorAll("time[data-course]")) {
      const start = chosen.get(`day-${time.dataset.day}`);
      if (time.dataset.course === course && isTime(start)) move([time], time.dataset.start, start);
    }
    const days = new URLSearchParams(chosen);
    for (const name of ["course", "view"]) days.delete(name);
    for (const link of links()) {
      if (lastPart(link.pathname) === `${course}.html`) link.search = asQuery(days);
      else if (link.closest(".languages")) link.search = asQuery(chosen);
    }
  }
  if (!places.length) return;

  const remember = () => {
    const query = asQuery(chosen);
    history.replaceState(history.state, "", `${location.pathname}${query && "?"}${query}${location.hash}`);
    const own = lastPart(location.pathname);
    for (const link of links()) {
      if (lastPart(link.pathname) === own) link.search = query;
      else if (link.pathname.includes("/sessions/")) link.search = query && `course=${own.replace(/\.html$/, "")}&${query}`;
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
      move(place.closest("section").querySelectorAll("time[datetime]"), place.dataset.start, start);
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
    show(isTime(chosen.get(name)) ? chosen.get(name) : place.dataset.start);
  }
  remember();
})();
