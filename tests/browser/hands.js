// A learner's hands, for tests that are about the record and not about the form: each gesture is a click or a change event, and a
// whole page or test takes one call from outside. Loaded into the package's document by conftest.py.

(() => {
  const data = () => JSON.parse(document.getElementById("data").textContent);
  const questionOf = (form) => data().questions[form.dataset.question];
  const cut = (text) => text.match(/../g) ?? [];
  const seen = (root, selector) => [...root.querySelectorAll(selector)].filter((each) => each.checkVisibility());
  const changed = (element) => element.dispatchEvent(new Event("change", { bubbles: true }));
  const page = () => document.querySelector(".page:not([hidden])");

  const tick = (form, values) => {
    for (const box of form.querySelectorAll("input")) if (box.checked !== values.includes(box.value)) box.click();
  };
  const choose = (form, keys, partners) =>
    keys.forEach((key, at) => {
      const select = form.querySelector(`select[name="${key}"]`);
      select.value = partners[at];
      changed(select);
    });
  const sort = (form, wanted) => {
    const rows = () => [...form.querySelectorAll(".sequence > li")];
    const up = (row) => row.querySelector(".moves button").click();
    up(rows().at(-1));
    wanted.forEach((key, at) => {
      while (rows()[at].dataset.key !== key) up(rows().find((row) => row.dataset.key === key));
    });
  };
  const type = (form, text) => {
    const box = form.querySelector("input");
    box.value = text;
    changed(box);
  };

  /** Give an answer: right, wrong, or the one that takes the most room in the saved state. */
  const answer = (form, how) => {
    const { kind, options, right } = questionOf(form);
    const keys = options.map(([key]) => key);
    const good = how === "right";
    if (kind === "choice") tick(form, [good ? right : keys.find((key) => key !== right)]);
    else if (kind === "multiple" && how === "longest") tick(form, keys);
    else if (kind === "multiple") tick(form, good ? cut(right) : keys.filter((key) => !cut(right).includes(key)));
    else if (kind === "true-false") tick(form, [good ? right : { t: "f", f: "t" }[right]]);
    else if (kind === "match") choose(form, keys, good ? keys : [...keys.slice(1), keys[0]]);
    else if (kind === "order") sort(form, good ? cut(right) : cut(right).reverse());
    else if (kind === "number") type(form, good ? right : how === "longest" ? "-12345678.901234" : "999");
    else tick(form, [seen(form, "input").at(-1).value]);
  };

  /** Answer every open question of the page that is shown; how many there were. */
  const answerPage = (how) => {
    const open = seen(page(), "form.question").filter((form) => form.id.startsWith("check-") && !form.querySelector(".result"));
    for (const form of open) {
      answer(form, how);
      form.querySelector("button[type=submit]").click();
    }
    return open.length;
  };

  /** Play every scenario of the page that is shown by its longest way, or its best one. */
  const converse = (how) => {
    for (const section of seen(page(), "[data-scenario]")) {
      const { nodes, start } = data().scenarios[section.dataset.scenario];
      const ways = (node) => (nodes[node]?.choices ?? []).map(([key, , points, next]) => {
        const rest = best(next);
        return { path: [key, ...rest.path], worth: how === "longest" ? 1 + rest.worth : points + rest.worth };
      });
      const best = (node) => ways(node).sort((one, other) => other.worth - one.worth)[0] ?? { path: [], worth: 0 };
      section.querySelector(".talk > .main")?.click();
      let node = start;
      for (const key of best(start).path) {
        const { choices } = nodes[node];
        seen(section, ".option")[choices.findIndex(([each]) => each === key)].click();
        node = choices.find(([each]) => each === key)[3];
      }
    }
  };

  /** Go through every procedure of the page that is shown. */
  const step = () => {
    for (const section of seen(page(), "[data-sop]")) {
      while (section.querySelector(".stepping .main")) section.querySelector(".stepping .main").click();
    }
  };

  /** Begin a test if need be, and answer so many of its questions; without a number all, handed in. */
  const sit = (id, how, count = Infinity) => {
    const root = document.getElementById(`test-${id}`);
    if (!root.querySelector("form")) root.querySelector(".main").click();
    for (let answered = 0; answered < count && root.querySelector("form"); answered += 1) {
      answer(root.querySelector("form"), how);
      root.querySelector(".turning .main").click();
    }
  };

  /** What a form holds: "right", "wrong" or "nothing". */
  const given = (id) => {
    const form = document.getElementById(id);
    const { kind, right } = questionOf(form);
    const ticked = [...form.querySelectorAll("input:checked")].map((box) => box.value);
    const lists = [...form.querySelectorAll("select")];
    const rows = [...form.querySelectorAll(".sequence > li")].map((row) => row.dataset.key);
    const answers = {
      match: lists.flatMap((list) => [list.name, list.value]),
      order: rows,
      number: [form.querySelector("input")?.value ?? ""],
    };
    const answer = answers[kind] ?? ticked;
    if (answer.join("") === "" || answer.includes("-")) return "nothing";
    if (kind === "match") return lists.every((list) => list.name === list.value) ? "right" : "wrong";
    const wanted = kind === "multiple" ? cut(right).sort().join("") : right;
    return (kind === "multiple" ? answer.sort() : answer).join("") === wanted ? "right" : "wrong";
  };

  const show = (id) => document.querySelector(`#contents a[href="#page-${id}"]`).click();

  /** Read every page in order, with all that is on it to do. */
  const readAll = (how) => {
    for (const link of document.querySelectorAll("#contents a:not(.extra)")) {
      link.click();
      answerPage(how);
      converse(how);
      step();
      answerPage(how);
    }
  };

  window.hands = { answer, answerPage, converse, given, step, sit, show, readAll };
})();
