// @ts-check
/** The record in cmi5 (Quartz, 1st edition), without a library: the page asks its way in, then a session begins. */

import { byId, make } from "./elements.js";
import { launched, memoryOf, patiently, tokenOf } from "./launch.js";
import { fine, Lrs } from "./lrs.js";
import { Outbox } from "./outbox.js";
import { Session } from "./session.js";
import { Statements } from "./statements.js";

/**
 * @typedef {import("./types.js").Data} Data
 * @typedef {import("./types.js").Recorder} Recorder
 */

// The one name under which Open edX's cmi5 block keeps anything.
const STATE = "suspendData";
// Error code of cmi5 8.2.3.2; 2 and 3 are faults of the system.
const SESSION_OVER = "1";

/** @param {Data} data @returns {Promise<Recorder|null>} */
export async function connect(data) {
  const launch = launched(window.location.search);
  if (!launch) return null;
  const { memory, keep } = memoryOf(launch);
  const { agent, activityId, registration, actor } = launch;
  const learner = String(actor?.account?.name ?? agent);
  /** @param {string} code @returns {Recorder} */
  const closed = (code) => {
    say(data, code === SESSION_OVER ? "over" : "refused");
    return { recording: false, reviewing: false, learner, saved: memory.saved, save: () => false, finish: () => false };
  };

  if (!memory.token) {
    const { token, code } = await tokenOf(launch);
    if (!token) return closed(code);
    memory.token = token;
    keep();
  }
  const lrs = new Lrs(launch.endpoint, memory.token);
  if (memory.over) {
    // The page had said farewell: what found no line then goes out now, and nothing new comes.
    void new Outbox(lrs, memory.box, keep, () => undefined).recover();
    return closed(SESSION_OVER);
  }
  const place = { activityId, agent, registration, stateId: STATE };
  const started = await patiently(() => lrs.call("GET", "activities/state", { ...place, stateId: "LMS.LaunchData" }));
  if (!started.body?.contextTemplate) return closed([401, 403].includes(started.status) ? SESSION_OVER : "3");
  const wishes = await patiently(() => lrs.call("GET", "agents/profile", { agent, profileId: "cmi5LearnerPreferences" }));
  const found = await patiently(() => lrs.call("GET", "activities/state", place));
  // Progress that could not be read is not written over.
  if (!fine(found.status) && found.status !== 404) return closed("3");
  const statements = new Statements(launch, started.body.contextTemplate, String(data.settings["iri"]), memory);
  const way = { lrs, place, statements, memory, keep, shut: () => say(data, "over") };
  const session = new Session(way, started.body, found.body);
  session.learner = learner;
  session.name = String(actor?.name ?? "");
  session.language = languageOf(wishes.body, data);
  session.adjust(data);
  await session.begin();
  return session;
}

/** The first language of the learner's that the package has (cmi5 11.1). @param {any} wishes @param {Data} data */
function languageOf(wishes, data) {
  const spoken = String(wishes?.languagePreference ?? "").split(",");
  return spoken.map((tag) => tag.trim().toLowerCase().split("-")[0] ?? "").find((tag) => tag in data.documents) ?? "";
}

/** Tell the learner, once, why nothing is recorded. @param {Data} data @param {string} what */
function say(data, what) {
  const place = byId("notice");
  const language = document.documentElement.lang.split("-")[0];
  const words = data.settings[`${what}.${language}`] ?? data.settings[`${what}.${data.language}`] ?? "";
  if (!place.querySelector("[data-session]")) place.append(make("p", { "data-session": what }, String(words)));
}
