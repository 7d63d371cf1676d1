/* After an exam: the score, by domain and service, and the review of what was answered. */

const SCALED =
  "The real exam reports a scaled score from 100 to 1,000 with 720 to pass; how AWS scales it is not published, and its questions differ, so 72 % of these is orientation and no forecast.";

/** @param {HTMLElement} view @param {string} mode from the address */
async function showResult(view, mode) {
  const reviews = examsOf(store.lines).get(mode);
  if (!reviews) return view.replaceChildren(element("h2", {}, "No such exam"), element("p", {}, "This browser knows no exam with this address."));
  await loadNotes(reviews.flatMap(({ id }) => questionNow(app.catalogue, id)?.service ?? []));
  const { all, domains, services } = scoreOf(app.catalogue, reviews);
  const heading = element("h2", {}, `${all.right} of ${all.of} right: ${percent(all.right / all.of)}`);
  const domain = (/** @type {number} */ number) => app.catalogue.domains.find((one) => one.number === number)?.title ?? "Other";
  view.replaceChildren(
    heading,
    element("p", { class: "practice-result" }, all.right / all.of >= PASS ? "Above the 72 % of orientation." : "Below the 72 % of orientation."),
    bar(all.right / all.of),
    note(SCALED),
    scoreTable("Domain", [...domains].sort(([a], [b]) => a - b).map(([number, score]) => [domain(number), score])),
    scoreTable("Service", [...services].map(([slug, score]) => [app.catalogue.services.get(slug)?.name ?? slug, score])),
    ...reviewOfExam(reviews),
  );
  arrive(heading);
}

/** @param {string} what @param {[string, Score][]} rows */
function scoreTable(what, rows) {
  const body = rows.map(([name, { right, of }]) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, `${right} of ${of}`), element("td", {}, bar(right / of))),
  );
  const head = element("tr", {}, element("th", { scope: "col" }, what), element("th", { scope: "col" }, "Right"), element("td"));
  return element("table", { class: "practice-table" }, element("thead", {}, head), element("tbody", {}, ...body));
}

/** @type {[string, (review: Review) => boolean][]} */
const REVIEWS = [
  ["All", () => true],
  ["Wrong", ({ right }) => !right],
  ["Flagged", ({ flagged }) => flagged],
  ["Unsure", ({ sure }) => !sure],
];

/** @param {Review[]} reviews */
function reviewOfExam(reviews) {
  const list = element("ol", { class: "practice-review" });
  const items = reviews.map(reviewItem);
  const choices = REVIEWS.map(([, fits]) => items.filter((_, at) => fits(reviews[at])));
  const buttons = REVIEWS.map(([name], at) => button(`${name} (${choices[at].length})`, () => show(at), { disabled: !choices[at].length }));
  const show = (/** @type {number} */ chosen) => {
    buttons.forEach((other, at) => other.setAttribute("aria-pressed", String(at === chosen)));
    list.replaceChildren(...choices[chosen]);
  };
  show(0);
  return [element("h3", {}, "Review"), element("p", { class: "practice-buttons", role: "group", "aria-label": "Which questions" }, ...buttons), list];
}

/** @param {Review} review @param {number} at */
function reviewItem(review, at) {
  const seed = review.mode.split(".")[2];
  const asked = asking(review.id, seed);
  const state = [review.right ? "Right" : review.chosen ? "Wrong" : "Not answered", !review.sure && "unsure", review.flagged && "flagged"].filter(Boolean).join(", ");
  const title = asked ? titleOf(asked, "h3").childNodes : [review.id];
  const details = element("details", { class: `practice-item ${review.right ? "right" : "wrong"}` }, element("summary", {}, element("b", {}, state), " ", ...title));
  details.addEventListener("toggle", () => details.append(...(asked ? reviewed(asked, review) : [])), { once: true });
  return element("li", { value: at + 1 }, details);
}

/** @param {Asked} asked @param {Review} review */
function reviewed(asked, review) {
  const same = asked.fragments.asked.slice(1) === review.asked.slice(1);
  const note = !same && element("p", { class: "practice-why" }, "The options or answers have changed since; what you chose is not shown.");
  return [trusted(asked.fragments.stem), ...(note ? [note] : []), ...verdicts(asked, same ? review.chosen : ""), element("p", {}, noteLink(asked))];
}
