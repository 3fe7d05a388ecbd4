// Material fetches the search index with every page. It is larger than the page: here it waits until somebody searches.
(() => {
  "use strict";
  if (!location.protocol.startsWith("http") || new URLSearchParams(location.search).has("h")) return;
  const open = XMLHttpRequest.prototype.open;
  const send = XMLHttpRequest.prototype.send;
  const waiting = new Set();
  let wanted = false;

  XMLHttpRequest.prototype.open = function (method, address, ...others) {
    this.forSearch = String(address).endsWith("search/search_index.json");
    return open.call(this, method, address, ...others);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (wanted || !this.forSearch) return send.call(this, body);
    waiting.add(this);
    return undefined;
  };

  const begin = () => {
    wanted = true;
    for (const request of waiting) send.call(request, null);
    waiting.clear();
  };
  const search = (event) => event.target.closest?.("[data-md-component=search], [for=__search]") && begin();
  for (const kind of ["focusin", "pointerdown", "input"]) document.addEventListener(kind, search);
  document.addEventListener("change", (event) => event.target.id === "__search" && begin());
  document.addEventListener("keydown", (event) => ["f", "s", "/"].includes(event.key) && begin()); // Material's keys
})();
