// A portal for tests that treats packages as the Sunbird portal does (sunbird-cb-portal, viewer plugin `html`, as published in
// 2023; with &adapter=newer as KB-iGOT continued it). What it does otherwise than SCORM 1.2 says:
//
// - it offers SCORM 1.2 alone, and opens the package's index.html;
// - a value set is answered with the value, a commit with false, since nobody waits for the server;
// - the device holds all values; the server gives back exit, lesson_status, session_time and suspend_data alone, so location,
//   score and answers are gone on another device;
// - only `completed` and `passed` count on the server; the newer adapter sends nothing at all before that;
// - LMSFinish forgets what the device holds. When the learner then goes elsewhere in the portal, the server's copy is replaced
//   by what is left: nothing but the time spent.
//
// Server and device lie in the browser's storage, so that they outlive the tab. For tests: `facade` as in lms.js; `facade.broken`
// is "refuses" (as before LMSInitialize), "throws" (the device's storage is full) or "error" (the adapter names an error);
// `facade.leave()` is what the portal does when the learner goes elsewhere in it.

const wanted = new URLSearchParams(window.location.search);
const newer = wanted.get("adapter") === "newer";
const RESTORED = ["cmi.core.exit", "cmi.core.lesson_status", "cmi.core.session_time", "cmi.suspend_data"];
const DEVICE = "igot.device";
const SERVER = "igot.server";

const read = (name) => JSON.parse(window.localStorage.getItem(name) ?? "null");
const keep = (name, value) => window.localStorage.setItem(name, JSON.stringify(value));

const device = {
  get all() {
    return read(DEVICE) ?? {};
  },
  put(element, value) {
    if (facade.broken === "throws") throw new DOMException("full", "QuotaExceededError");
    keep(DEVICE, { ...this.all, [element]: value });
  },
  forget() {
    window.localStorage.removeItem(DEVICE);
  },
};

const counts = (status) => status === "completed" || status === "passed";

/** The server takes what it gets a little later, and never takes a completion back. */
function send(details) {
  const status = counts(details["cmi.core.lesson_status"]) ? 2 : 1;
  if (newer && status < 2) return;
  store(details, status);
}

function store(details, status) {
  const former = read(SERVER)?.status ?? 0;
  keep(SERVER, { details, status: Math.max(status, former) });
  facade.sent += 1;
}

const facade = {
  calls: [],
  errors: [], // it refuses nothing
  sent: 0,
  restored: [],
  broken: "",
  get values() {
    return device.all;
  },
  get commits() {
    return this.calls.filter(([call]) => call === "commit").length;
  },
  get status() {
    return read(SERVER)?.status ?? 0;
  },
  leave() {
    const held = device.all;
    store(held.Initialized ? held : { spentTime: 60 }, 1);
  },
};
window.facade = facade;

const opened = () => facade.broken !== "refuses" && Boolean(device.all.Initialized);

window.API = {
  LMSInitialize() {
    facade.calls.push(["initialize"]);
    device.put("Initialized", true);
    return true;
  },
  LMSFinish() {
    facade.calls.push(["finish"]);
    if (!opened()) return false;
    send(device.all);
    device.forget();
    return false;
  },
  LMSGetValue(element) {
    facade.calls.push(["get", element]);
    return opened() ? device.all[element] || "" : false;
  },
  LMSSetValue(element, value) {
    facade.calls.push(["set", element, value]);
    if (!opened()) return false;
    device.put(element, value);
    return device.all[element];
  },
  LMSCommit() {
    facade.calls.push(["commit"]);
    if (facade.broken !== "error") send(device.all);
    return false;
  },
  LMSGetLastError() {
    return facade.broken === "error" ? 101 : "";
  },
  LMSGetErrorString: () => "",
  LMSGetDiagnostic: () => "",
};

const { details } = read(SERVER) ?? {};
if (details) keep(DEVICE, newer ? details : Object.fromEntries(RESTORED.map((name) => [name, details[name]])));
facade.restored = Object.keys(device.all);
document.getElementById("sco").src = "/package/index.html";
