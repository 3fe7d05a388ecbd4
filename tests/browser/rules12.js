// What SCORM 1.2 lets a package say (Run-Time Environment 1.2, chapter 3): for each element who may read and write it, and
// what values it takes. Read by facade.js.

const matches = (pattern) => (value) => pattern.test(value);
const oneOf = (...words) => (value) => words.includes(value);
const ascii = (longest) => (value) => value.length <= longest && /^[\x20-\x7e]*$/.test(value);
const text = (longest) => (value) => value.length <= longest;
const identifier = matches(/^[\x21-\x7e]{1,255}$/);
const timespan = matches(/^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/);
const percent = (value) => /^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) <= 100;

const one = "[0-9a-z]";
const FEEDBACK = {
  "true-false": /^[01tf]$/,
  choice: new RegExp(`^${one}(,${one})*$`),
  matching: new RegExp(`^${one}\\.${one}(,${one}\\.${one})*$`),
  sequencing: new RegExp(`^${one}(,${one})*$`),
  numeric: /^-?\d+(\.\d+)?$/,
  likert: new RegExp(`^${one}?$`),
};

const feedback = (value, { type }) => value.length <= 255 && Boolean(FEEDBACK[type]?.test(value));

export const scorm12 = {
  names: { initialize: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", finish: "LMSFinish" },
  errors: "LMSGetLastError",
  status: ["cmi.core.lesson_status"],
  final: { failed: 1, completed: 2, passed: 2 },
  score: "cmi.core.score.raw",
  mode: "cmi.core.lesson_mode",
  type: /^cmi\.interactions\.(\d+)\.type$/,
  id: /^cmi\.interactions\.(\d+)\.id$/,
  read: [
    /^cmi\.core\.(student_id|student_name|lesson_location|credit|lesson_status|entry|total_time|lesson_mode)$/,
    /^cmi\.core\.score\.(_children|raw|min|max)$/,
    /^cmi\.(suspend_data|launch_data)$/,
    /^cmi\.interactions\.(_count|_children)$/,
    /^cmi\.objectives\.(_count|_children|\d+\.id)$/,
    /^cmi\.student_preference\.language$/,
  ],
  write: [
    [/^cmi\.core\.lesson_location$/, ascii(255)],
    [/^cmi\.core\.lesson_status$/, oneOf("passed", "completed", "failed", "incomplete", "browsed")],
    [/^cmi\.core\.exit$/, oneOf("time-out", "suspend", "logout", "")],
    [/^cmi\.core\.session_time$/, timespan],
    [/^cmi\.core\.score\.(raw|min|max)$/, percent],
    [/^cmi\.suspend_data$/, ascii(4096)],
    [/^cmi\.interactions\.\d+\.id$/, identifier],
    [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, identifier],
    [/^cmi\.interactions\.\d+\.time$/, matches(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/)],
    [/^cmi\.interactions\.\d+\.type$/, oneOf(...Object.keys(FEEDBACK), "fill-in", "performance")],
    [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, feedback],
    [/^cmi\.interactions\.\d+\.student_response$/, feedback],
    [/^cmi\.interactions\.\d+\.result$/, oneOf("correct", "wrong", "unanticipated", "neutral")],
    [/^cmi\.interactions\.\d+\.latency$/, timespan],
    [/^cmi\.objectives\.\d+\.id$/, identifier],
    [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, percent],
    [/^cmi\.objectives\.\d+\.status$/, oneOf("passed", "completed", "failed", "incomplete", "browsed", "not attempted")],
    [/^cmi\.comments$/, text(4096)],
  ],
};
