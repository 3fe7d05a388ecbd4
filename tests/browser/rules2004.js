// What SCORM 2004 4th edition lets a package say (Run-Time Environment, chapter 4). Read by facade.js.

const matches = (pattern) => (value) => pattern.test(value);
const oneOf = (...words) => (value) => words.includes(value);
const ascii = (longest) => (value) => value.length <= longest && /^[\x20-\x7e]*$/.test(value);
const identifier = matches(/^[\x21-\x7e]{1,4000}$/);
const duration = matches(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/);
const real = (least, most) => (value) => /^-?\d+(\.\d{1,7})?$/.test(value) && Number(value) >= least && Number(value) <= most;

const part = "[\\x21-\\x2b\\x2d\\x2f-\\x5a\\x5e-\\x7e.,]{1,250}?";
const joined = (each) => new RegExp(`^${each}(\\[,\\]${each})*$`);
const RESPONSES = {
  "true-false": /^(true|false)$/,
  choice: joined(part),
  matching: joined(`${part}\\[\\.\\]${part}`),
  sequencing: joined(part),
  numeric: /^-?\d+(\.\d+)?$/,
  likert: new RegExp(`^${part}$`),
};
const PATTERNS = { ...RESPONSES, numeric: /^(-?\d+(\.\d+)?)?\[:\](-?\d+(\.\d+)?)?$/ };

export const scorm2004 = {
  names: { initialize: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", finish: "Terminate" },
  errors: "GetLastError",
  status: ["cmi.completion_status", "cmi.success_status"],
  final: { failed: 1, completed: 2, passed: 2 },
  score: "cmi.score.scaled",
  mode: "cmi.mode",
  type: /^cmi\.interactions\.(\d+)\.type$/,
  id: /^cmi\.interactions\.(\d+)\.id$/,
  read: [
    /^cmi\.(learner_id|learner_name|location|credit|completion_status|success_status|entry|total_time|mode|suspend_data)$/,
    /^cmi\.(launch_data|progress_measure|scaled_passing_score|completion_threshold)$/,
    /^cmi\.score\.(_children|scaled|raw|min|max)$/,
    /^cmi\.interactions\.(_count|_children)$/,
    /^cmi\.objectives\.(_count|_children|\d+\.id)$/,
    /^cmi\.learner_preference\.language$/,
  ],
  write: [
    [/^cmi\.location$/, ascii(1000)],
    [/^cmi\.completion_status$/, oneOf("completed", "incomplete", "not attempted", "unknown")],
    [/^cmi\.success_status$/, oneOf("passed", "failed", "unknown")],
    [/^cmi\.exit$/, oneOf("time-out", "suspend", "logout", "normal", "")],
    [/^cmi\.session_time$/, duration],
    [/^cmi\.score\.(raw|min|max)$/, real(-1e9, 1e9)],
    [/^cmi\.score\.scaled$/, real(-1, 1)],
    [/^cmi\.progress_measure$/, real(0, 1)],
    [/^cmi\.suspend_data$/, ascii(64000)],
    [/^adl\.nav\.request$/, oneOf("continue", "previous", "exit", "exitAll", "abandon", "abandonAll", "suspendAll", "_none_")],
    [/^cmi\.objectives\.\d+\.id$/, identifier],
    [/^cmi\.objectives\.\d+\.score\.scaled$/, real(-1, 1)],
    [/^cmi\.objectives\.\d+\.success_status$/, oneOf("passed", "failed", "unknown")],
    [/^cmi\.interactions\.\d+\.id$/, identifier],
    [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, identifier],
    [/^cmi\.interactions\.\d+\.timestamp$/, matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,2})?(Z|[+-]\d{2}(:\d{2})?)?$/)],
    [/^cmi\.interactions\.\d+\.type$/, oneOf(...Object.keys(RESPONSES), "fill-in", "long-fill-in", "performance", "other")],
    [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, (value, { type }) => Boolean(PATTERNS[type]?.test(value))],
    [/^cmi\.interactions\.\d+\.learner_response$/, (value, { type }) => Boolean(RESPONSES[type]?.test(value))],
    [/^cmi\.interactions\.\d+\.result$/, oneOf("correct", "incorrect", "unanticipated", "neutral")],
    [/^cmi\.interactions\.\d+\.latency$/, duration],
    [/^cmi\.interactions\.\d+\.description$/, (value) => value.length <= 250],
  ],
};
