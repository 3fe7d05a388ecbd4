// @ts-check
/** The last page: result, score, time, and the way out. */

import { button, byId, fill, make } from "./elements.js";

/**
 * @param {import("./types.js").Data} data
 * @param {import("./types.js").Standing} standing
 * @param {number} read  pages that were read
 * @param {(() => void)|null} exit  null where nothing is recorded
 */
export function completion(data, standing, read, exit) {
  const { words } = data;
  const outcome = standing.complete ? "passed" : standing.passed === false ? "failed" : "open";
  const rows = [
    [words["completion-pages"], fill(words["place"] ?? "", { n: read, of: data.counted.length })],
    [words["completion-score"], standing.percent === null ? words["completion-none"] : `${standing.percent} %`],
    [words["completion-time"], spent(standing.saved, words)],
  ];
  const list = make("dl", { class: "record" });
  for (const [term, value] of rows) list.append(make("dt", {}, term ?? ""), make("dd", {}, value ?? ""));
  const said = make("p", { class: `result ${standing.complete ? "right" : "neutral"}` }, words[`completion-${outcome}`] ?? "");
  const way = exit ? [button(words["save-and-exit"] ?? "", exit, "main")] : [];
  byId("completion").replaceChildren(said, list, ...way);
}

/** The time spent in all visits, from the saved state. @param {string} saved @param {Record<string, string>} words */
function spent(saved, words) {
  const seconds = parseInt(saved.match(/,t([0-9a-z]+)/)?.[1] ?? "0", 36);
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return fill(words["time-min"] ?? "", { n: minutes });
  return fill(words["time-h"] ?? "", { h: Math.floor(minutes / 60), n: minutes % 60 });
}
