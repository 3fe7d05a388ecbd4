// @ts-check
/** Time spent: counted while the page can be seen. */

export class Stopwatch {
  constructor() {
    this.counted = 0;
    this.since = this.seen ? Date.now() : 0;
    document.addEventListener("visibilitychange", () => {
      this.counted = this.milliseconds;
      this.since = this.seen ? Date.now() : 0;
    });
  }

  get seen() {
    return document.visibilityState !== "hidden";
  }

  get milliseconds() {
    return this.counted + (this.since ? Math.max(0, Date.now() - this.since) : 0);
  }

  get seconds() {
    return Math.round(this.milliseconds / 1000);
  }
}
