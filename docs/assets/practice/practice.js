/* Practice: choose what, in which order. The choice is in the address, so it can be kept and shared. */

/** @type {Record<Choice["only"], string>} */
const ONLY_NAMES = { "": "all", unseen: "not seen yet", wrong: "wrong last time", unsure: "right but unsure" };
/** @type {Record<Choice["order"], string>} */
const ORDER_NAMES = { order: "in order", shuffled: "shuffled", weakest: "weakest first" };

/**
 * @param {string} query from the address: anything that is not known counts as "any"
 * @returns {Choice}
 */
function choiceOf(query) {
  const given = new URLSearchParams(query);
  const one = (/** @type {string} */ name, /** @type {(value: string) => boolean} */ exists) => {
    const value = given.get(name) ?? "";
    return exists(value) ? value : "";
  };
  const { services, skills, domains } = app.catalogue;
  return {
    service: one("service", (slug) => services.has(slug)),
    domain: one("domain", (number) => domains.some((domain) => String(domain.number) === number)),
    skill: one("skill", (number) => skills.has(number)),
    only: /** @type {Choice["only"]} */ (one("only", (only) => Object.hasOwn(ONLY_NAMES, only))),
    order: /** @type {Choice["order"]} */ (one("order", (order) => Object.hasOwn(ORDER_NAMES, order)) || "order"),
  };
}

/** @param {HTMLElement} view @param {string} query */
function showPractice(view, query) {
  const choice = choiceOf(query);
  const { services, domains, skills } = app.catalogue;
  const asked = new Set([...app.catalogue.questions.values()].flatMap((question) => question.skills));
  const any = /** @type {[string, string]} */ (["", "any"]);
  /** @type {[keyof Choice, string, [string, string][]][]} */
  const fields = [
    ["service", "Service", [any, ...[...services.values()].map(({ slug, name }) => /** @type {[string, string]} */ ([slug, name]))]],
    ["domain", "Domain", [any, ...domains.map(({ number, title }) => /** @type {[string, string]} */ ([String(number), `${number} ${title}`]))]],
    ["skill", "Task or skill", [any, ...[...asked].sort(byNumber).map((number) => /** @type {[string, string]} */ ([number, `${number} ${skills.get(number) ?? ""}`]))]],
    ["only", "Which", Object.entries(ONLY_NAMES)],
    ["order", "Order", Object.entries(ORDER_NAMES)],
  ];
  const ids = () => selected(app.catalogue, app.state, choice, newSeed(), Date.now());
  const count = element("p", { role: "status" });
  const start = primary("Begin", () => startRound(view, { ids: ids(), mode: "p", again: false }));
  const show = () => {
    const { length } = ids();
    count.textContent = length ? counted(length, "question") : "No question is like that.";
    start.disabled = !length;
  };
  const selects = fields.map(([name, label, options]) => {
    const select = element("select", { onchange: () => {
      Object.assign(choice, { [name]: select.value });
      history.replaceState(null, "", `#practice?${new URLSearchParams(Object.entries(choice).filter(([, value]) => value))}`);
      show();
    } }, ...options.map(([value, text]) => element("option", { value, selected: value === choice[name] }, text)));
    return element("label", {}, label, " ", select);
  });
  show();
  view.replaceChildren(element("h2", {}, "Practice"), element("p", {}, "Verdict and reasons after each answer."), element("div", { class: "practice-fields" }, ...selects), count, buttons(start));
}

/** @param {string} a @param {string} b numbers such as 1.10 */
function byNumber(a, b) {
  return a.localeCompare(b, "en", { numeric: true });
}

function newSeed() {
  return crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
}
