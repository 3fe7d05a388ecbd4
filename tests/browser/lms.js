// A learning management system for tests: scorm-again behind the facade, one learner, one package in a frame. Its record lies in
// the browser's storage, so that it outlives the tab as a server's would. Address: lms.html?standard=scorm12 and, where wanted:
// - &mode=review
// - &late=1000: the API comes a second after the package, or when the test calls offer()
// - &frame=no: whoever tests opens the package
// - &scored=no: it has no assessment
// - &page=listening.html: the SCO to launch; each has a record of its own
// - &language=hi: what the learner prefers
// - &answers=boolean: true rather than "true"
// - &throws=get: a call that fails so; initialize, set, commit or finish alike

import { Facade } from "./facade.js";
import { scorm12 } from "./rules12.js";
import { scorm2004 } from "./rules2004.js";

const wanted = new URLSearchParams(window.location.search);
const standard = wanted.get("standard");
const mode = wanted.get("mode") ?? "normal";
const is12 = standard === "scorm12";
const page = wanted.get("page") ?? "index.html";
const shelf = page === "index.html" ? `lms.${standard}` : `lms.${standard}.${page}`;
const language = wanted.get("language") ?? "";
const record = JSON.parse(window.localStorage.getItem(shelf) ?? "{}");
const settings = { autocommit: false, logLevel: 5, lmsCommitUrl: false };
const api = is12 ? new window.Scorm12API(settings) : new window.Scorm2004API(settings);
const learner = is12
  ? {
      "cmi.core.student_id": "learner-7",
      "cmi.core.student_name": "Learner, Test",
      "cmi.core.lesson_mode": mode,
      "cmi.student_preference.language": language,
    }
  : {
      "cmi.learner_id": "learner-7",
      "cmi.learner_name": "Test Learner",
      "cmi.mode": mode,
      "cmi.scaled_passing_score": "0.7",
      "cmi.learner_preference.language": language,
    };
const kept = Object.fromEntries(Object.entries(record).filter(([key]) => !/session_time|exit|adl\.nav|_mode$|cmi\.mode/.test(key)));
api.loadFromFlattenedJSON({ ...learner, ...kept }, "");

const values = { ...kept, [is12 ? "cmi.core.lesson_mode" : "cmi.mode"]: mode };
const facade = new Facade(api, is12 ? scorm12 : scorm2004, values, (now, state) => {
  window.localStorage.setItem(shelf, JSON.stringify(now));
  window.localStorage.setItem(`${shelf}.state`, state);
});
facade.scored = wanted.get("scored") !== "no";
window.facade = facade;
const { names } = is12 ? scorm12 : scorm2004;
if (wanted.get("answers") === "boolean") {
  for (const name of [names.initialize, names.set, names.commit, names.finish]) {
    const strict = facade[name];
    facade[name] = (...given) => strict(...given) === "true";
  }
}
if (wanted.has("throws")) {
  facade[names[wanted.get("throws")]] = () => {
    throw new Error("the system has failed");
  };
}
window.offer = () => (window[is12 ? "API" : "API_1484_11"] = facade);
if (wanted.has("late")) window.setTimeout(window.offer, Number(wanted.get("late")));
else window.offer();
if (wanted.get("frame") !== "no") document.getElementById("sco").src = `/package/${page}`;
