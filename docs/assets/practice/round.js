/* A round: questions one after the other, each with its verdict at once. */

/**
 * @param {HTMLElement} view
 * @param {object} round
 * @param {string[]} round.ids
 * @param {string} round.mode
 * @param {boolean} round.again whether a wrong one comes once more at the end
 */
function startRound(view, { ids, mode, again }) {
  const left = [...ids];
  /** @type {Review[]} */
  const answers = [];
  const repeated = new Set();
  const next = async () => {
    const id = left.shift();
    if (id === undefined) return endRound(view, answers);
    const service = questionNow(app.catalogue, id)?.service;
    if (service) await loadNotes([service]);
    const asked = asking(id);
    if (!asked) return next();
    const place = `${answers.length + 1} of ${answers.length + 1 + left.length}`;
    const heading = titleOf(asked, "h2", place);
    const card = askedCard(asked, { mode, heading, why: hasChanged(asked.question, app.state.get(asked.question.id)) ? CHANGED : "", answered });
    view.replaceChildren(card, element("p", { class: "practice-ways" }, keysButton(), " ", quiet("Stop here", () => endRound(view, answers))));
    arrive(card);
  };
  const answered = (/** @type {Review} */ review) => {
    answers.push(review);
    if (again && !review.right && !repeated.has(review.id)) left.push(review.id);
    repeated.add(review.id);
    const forward = primary(left.length ? "Next question" : "Finish", () => next().catch(failed(view)));
    const foot = buttons(forward);
    foot.classList.add("practice-steps");
    return foot;
  };
  next().catch(failed(view));
}

const CHANGED = "The options or answers of this question have changed since you answered it, so it is asked again.";

/** @param {HTMLElement} view @param {Review[]} answers */
function endRound(view, answers) {
  const right = answers.filter((review) => review.right).length;
  const wrong = [...new Set(answers.flatMap(({ id, right }) => (right ? [] : id)))];
  const heading = element("h2", {}, answers.length ? `${right} of ${counted(answers.length, "answer")} right` : "Nothing answered");
  const list = wrong.map((id) => asking(id)).flatMap((asked) => (asked ? element("li", {}, titleLink(asked)) : []));
  view.replaceChildren(
    heading,
    ...(wrong.length ? [element("p", {}, "Wrong this time:"), element("ul", {}, ...list)] : []),
    buttons(
      wrong.length > 0 && primary("Only the wrong ones again", () => startRound(view, { ids: wrong, mode: "p", again: false })),
      button("Back", () => render()),
    ),
  );
  arrive(heading);
}

/** @param {Asked} asked */
function titleLink(asked) {
  const link = /** @type {HTMLAnchorElement} */ (noteLink(asked));
  link.replaceChildren(...titleOf(asked, "h3").childNodes);
  return link;
}

/** @param {HTMLElement} view */
function failed(view) {
  return (/** @type {unknown} */ error) => {
    view.replaceChildren(
      element("p", { role: "alert" }, `A part of the notes could not be loaded (${error instanceof Error ? error.message : "unknown"}). What you answered is kept.`),
      button("Try again", () => render()),
    );
  };
}
