/* A question on the practice page: asked, then with every option's verdict and reason. */

/**
 * @typedef {object} Asked
 * @property {Question} question
 * @property {Fragments} fragments
 * @property {number[]} order places on the page of the options as they are shown
 */

/**
 * @param {string} id
 * @param {string} [seed] for another order of the options than the page's
 * @returns {Asked | null}
 */
function asking(id, seed) {
  const question = questionNow(app.catalogue, id);
  const fragments = question && fragmentsOf(question.service, question.id);
  if (!question || !fragments) return null;
  const { length } = fragments.options;
  const order = seed === undefined ? fragments.options.map((_, at) => at) : optionOrder(seed, question.id, length);
  return { question, fragments, order };
}

/** @param {Asked} asked */
function optionsOf({ fragments, order }) {
  return order.map((at) => ({ letter: letterOf(at), label: trusted(fragments.options[at][2], "span") }));
}

/**
 * Asks a question; once it is checked, `answered` gets the review, which is in the log by then.
 * @param {Asked} asked
 * @param {{mode: string, heading: HTMLElement, why: string, answered: (review: Review) => HTMLElement}} round
 * `answered` returns what leads on
 */
function askedCard(asked, { mode, heading, why, answered }) {
  const { question, fragments } = asked;
  const form = chooser({ options: optionsOf(asked), choose: fragments.choose });
  const hint = element("p", { class: "practice-hint" });
  form.buttons.append(element("button", { class: "practice-button practice-primary" }, "Check"), hint);
  const card = element("section", { class: "practice-card", tabIndex: -1, "aria-label": heading.textContent }, heading, why && element("p", { class: "practice-why" }, why), trusted(fragments.stem), form.form);
  let open = true;
  form.form.addEventListener("submit", (event) => {
    event.preventDefault();
    hint.textContent = missing(form.chosen(), fragments.choose);
    if (hint.textContent) return say(hint.textContent);
    open = false;
    const review = reviewNow(question, fragments, form, mode);
    const next = record([review]).then(() => answered(review));
    form.form.replaceWith(...verdicts(asked, review.chosen));
    const result = element("p", { class: `practice-result ${review.right ? "right" : "wrong"}` }, verdictOn(review, fragments));
    card.insertBefore(result, card.querySelector("details"));
    say(result.textContent ?? "");
    next.then((buttons) => {
      result.append(" ", ...comesAgain(question.id));
      card.append(element("p", {}, noteLink(asked)), buttons);
      buttons.querySelector("button")?.focus({ preventScroll: true });
      result.scrollIntoView({ block: "nearest" });
    });
  });
  listen(card, () => (open ? form : null));
  return card;
}

/**
 * @param {Question} question
 * @param {Fragments} fragments
 * @param {Chooser} form
 * @param {string} mode
 * @returns {Review}
 */
function reviewNow(question, fragments, form, mode) {
  const chosen = form.chosen();
  const right = chosen === rightOf(fragments);
  return { time: Date.now(), id: question.id, asked: fragments.asked, chosen, right, sure: !form.unsure(), flagged: false, mode };
}

/**
 * All options with verdict and reason, as in reading; what was chosen says so.
 * @param {Asked} asked
 * @param {string} chosen
 */
function verdicts({ fragments, order }, chosen) {
  const options = order.map((at, shown) => verdict(fragments.options[at], shown, chosen.includes(letterOf(at))));
  const changes = fragments.changes.map(([label, body]) =>
    element("div", { class: "admonition warning" }, element("p", { class: "admonition-title" }, label), trusted(body)),
  );
  return [...options, ...changes];
}

/**
 * @param {Fragments["options"][number]} option
 * @param {number} shown
 * @param {boolean} isChosen
 */
function verdict([, right, title, reason], shown, isChosen) {
  const [kind, word] = right ? ["success", "Correct"] : ["failure", "Incorrect"];
  return element(
    "details",
    { class: kind, open: isChosen || right === 1 },
    element("summary", {}, element("span", { class: "letter" }, letterOf(shown).toUpperCase(), "."), " ", trusted(title, "span"), isChosen && chosenMark()),
    element("p", { class: `verdict ${word.toLowerCase()}` }, element("strong", {}, word)),
    trusted(reason),
  );
}

function chosenMark() {
  return element("span", { class: "practice-chosen" }, "your choice");
}

/** @param {Asked} asked */
function noteLink({ question }) {
  const service = app.catalogue.services.get(question.service);
  const href = new URL(`${service?.url ?? ""}#${question.id}`, SITE).href;
  return element("a", { href }, "The note with its sources");
}

/** @param {Asked} asked @param {"h2" | "h3"} tag @param {string} before */
function titleOf({ fragments }, tag, before = "") {
  const heading = trusted(fragments.title, tag);
  if (before) heading.prepend(element("span", { class: "practice-count" }, before), " ");
  return heading;
}
