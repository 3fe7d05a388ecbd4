// A strict gate before a lenient run-time: refuses every element, value, length and word that the standard refuses, keeps the
// house rules on statuses, records every call, and counts what was refused. `rules` are those of rules12.js or rules2004.js.

export class Facade {
  constructor(api, rules, record, store) {
    this.api = api;
    this.rules = rules;
    this.state = "new";
    this.calls = [];
    this.errors = [];
    this.commits = 0;
    this.scored = true; // the package has an assessment
    this.broken = false; // stands in for a server that cannot be reached
    this.values = { ...record };
    this.types = {};
    this.ids = Object.entries(this.values).flatMap(([key, value]) => (rules.id.test(key) ? [value] : []));
    this.store = store;
    const { names } = rules;
    this[names.initialize] = (value) => this.initialize(value);
    this[names.get] = (element) => this.get(element);
    this[names.set] = (element, value) => this.set(element, value);
    this[names.commit] = (value) => this.commit(value);
    this[names.finish] = (value) => this.finish(value);
    this[rules.errors] = () => this.api[rules.errors]();
  }

  refuse(call, why) {
    this.errors.push(`${call}: ${why}`);
    return "false";
  }

  forward(call, name, ...values) {
    const answer = this.api[this.rules.names[name]](...values);
    return String(answer) === "true" ? "true" : this.refuse(call, `the run-time answered ${answer}, error ${this.api[this.rules.errors]()}`);
  }

  initialize(value) {
    this.calls.push(["initialize"]);
    if (value !== "" || this.state !== "new") return this.refuse("initialize", `state ${this.state}, value ${value}`);
    this.state = "running";
    return this.forward("initialize", "initialize", "");
  }

  get(element) {
    this.calls.push(["get", element]);
    if (this.state !== "running") return this.refuse(`get ${element}`, this.state) && "";
    if (!this.rules.read.some((pattern) => pattern.test(element))) return this.refuse(`get ${element}`, "not readable") && "";
    return String(this.api[this.rules.names.get](element));
  }

  set(element, value) {
    this.calls.push(["set", element, value]);
    const call = `set ${element} to ${value}`;
    if (this.state !== "running") return this.refuse(call, this.state);
    if (typeof value !== "string") return this.refuse(call, `a ${typeof value}`);
    const rule = this.rules.write.find(([pattern]) => pattern.test(element));
    if (!rule) return this.refuse(call, "not writable");
    const index = element.match(/^cmi\.interactions\.(\d+)\./)?.[1];
    if (!rule[1](value, { type: this.types[index] })) return this.refuse(call, "not a value that it takes");
    const why = this.outOfOrder(element, value, index) ?? this.againstTheHouse(element, value);
    if (why) return this.refuse(call, why);
    const answer = this.forward(call, "set", element, value);
    if (answer !== "true") return answer;
    if (this.rules.type.test(element)) this.types[index] = value;
    if (this.rules.id.test(element)) this.ids[Number(index)] = value;
    this.values[element] = value;
    return "true";
  }

  outOfOrder(element, value, index) {
    if (index === undefined) return null;
    if (!this.rules.id.test(element)) return this.ids[Number(index)] === undefined ? "the id comes first" : null;
    if (Number(index) > this.ids.length) return `leaves a gap after ${this.ids.length}`;
    return this.ids.some((id, at) => id === value && at !== Number(index)) ? "an id that was used before" : null;
  }

  againstTheHouse(element, value) {
    if (!this.rules.status.includes(element)) return null;
    const rank = (word) => this.rules.final[word] ?? 0;
    if (rank(value) && this.values[this.rules.mode] && this.values[this.rules.mode] !== "normal") return "a final status in review";
    if (rank(value) && this.scored && this.values[this.rules.score] === undefined) return "a final status before the score";
    return rank(value) < rank(this.values[element]) ? `falls back from ${this.values[element]}` : null;
  }

  commit(value) {
    this.calls.push(["commit"]);
    if (value !== "" || this.state !== "running") return this.refuse("commit", `state ${this.state}, value ${value}`);
    if (this.broken) return "false";
    this.commits += 1;
    this.store(this.values, this.state);
    return this.forward("commit", "commit", "");
  }

  finish(value) {
    this.calls.push(["finish"]);
    if (value !== "" || this.state !== "running") return this.refuse("finish", `state ${this.state}, value ${value}`);
    this.state = "finished";
    if (!this.broken) this.store(this.values, this.state);
    return this.forward("finish", "finish", "");
  }
}
