// A page opened from a folder may not start a Worker, and Material's search runs in one. There, and only there, this stands
// in for it: a hidden frame in which the same script runs, and messages that are passed on by hand.
(() => {
  "use strict";
  if (location.protocol !== "file:") return;

  window.Worker = class FolderWorker extends EventTarget {
    constructor(address) {
      super();
      this.waiting = [];
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.title = "search";
      this.frame.receive = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.frame.addEventListener("load", () => this.begin());
      const script = new URL(address, location.href).href.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
      this.frame.srcdoc =
        "<!doctype html><script>window.postMessage = (data) => frameElement.receive(data)</scr" +
        `ipt><script src="${script}"></scr` + "ipt>";
      document.body.append(this.frame);
    }

    begin() {
      const waiting = this.waiting;
      this.waiting = null;
      for (const data of waiting) this.postMessage(data);
    }

    postMessage(data) {
      if (this.waiting) this.waiting.push(data);
      else this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data }));
    }

    terminate() {
      this.frame.remove();
    }
  };
})();
