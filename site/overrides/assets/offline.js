// A copy of the handbook on the device, where it comes from a server: see service-worker.js. A folder is a copy already.
(() => {
  "use strict";
  if (!location.protocol.startsWith("http") || !navigator.serviceWorker) return;
  const root = document.querySelector("meta[name=\"handbook:root\"]").content;
  const address = (path) => new URL(`${root}/${path}`, location.href).href;

  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = address("handbook.webmanifest");
  document.head.append(manifest);

  const registered = navigator.serviceWorker.register(address("service-worker.js"));
  registered.catch(() => {}); // a server without https has no copies, and needs no word about it
  const place = document.querySelector(".offline-copy");
  if (!place) return;

  const words = place.dataset;
  const ask = document.createElement("button");
  const state = document.createElement("p");
  ask.type = "button";
  ask.textContent = words.copy;
  ask.hidden = true;
  state.setAttribute("role", "status");
  place.append(ask, state);

  const tell = (message) => navigator.serviceWorker.ready.then((found) => found.active.postMessage(message));
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    ask.hidden = data.copy === "done";
    ask.disabled = false;
    state.textContent = words[data.copy] ?? "";
  });
  ask.addEventListener("click", () => {
    ask.disabled = true;
    state.textContent = words.working;
    tell("copy");
  });
  registered.then(() => tell("is there a copy?"), () => {});
})();
