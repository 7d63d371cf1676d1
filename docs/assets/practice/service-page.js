/* A service page in practice: each question is answered where it stands. What its reader sees before is
   the question alone; what belongs to the answer is there, hidden, until it is checked. */

/** @param {HTMLElement} article @param {string} slug */
async function practiseOn(article, slug) {
  document.documentElement.classList.add("practising");
  article.append(live);
  await Promise.all([openApp(), loadNotes([slug])]);
  for (const id of app.catalogue.services.get(slug)?.ids ?? []) practiseAt(article, slug, id);
  const trouble = troubleText();
  article.querySelector(".practice-switch")?.after(...trouble);
}

/** @param {HTMLElement} article @param {string} slug @param {string} id */
function practiseAt(article, slug, id) {
  const [heading, question, fragments] = [document.getElementById(id), app.catalogue.questions.get(id), fragmentsOf(slug, id)];
  if (!heading || !question || !fragments) return;
  const parts = partsBelow(heading);
  const options = parts.flatMap((part) => (part.matches("details:is(.success, .failure)") ? [/** @type {HTMLDetailsElement} */ (part)] : []));
  const first = parts.indexOf(options[0]);
  const answer = parts.slice(first);
  if (first < 0 || options.length !== fragments.options.length) return;
  const form = chooser({ options: options.map((option, at) => ({ letter: letterOf(at), label: trusted(fragments.options[at][2], "span") })), choose: fragments.choose });
  const hint = element("p", { class: "practice-hint" });
  form.buttons.append(element("button", { class: "practice-button practice-primary" }, "Check"), hint, keysButton());
  form.form.setAttribute("aria-label", heading.firstChild?.textContent ?? "");
  form.form.addEventListener("submit", (event) => {
    event.preventDefault();
    hint.textContent = missing(form.chosen(), fragments.choose);
    if (hint.textContent) return say(hint.textContent);
    const review = reviewNow(question, fragments, form, "r");
    showAnswer(form, review, fragments, answer, options);
    record([review]);
  });
  listen(form.form, () => form);
  for (const part of answer) part.classList.add("practice-hidden");
  options[0].before(form.form);
  if (hasChanged(question, app.state.get(id))) form.form.before(element("p", { class: "practice-why" }, CHANGED));
}

/** The elements of a question, from its heading to its foot.
 * @param {Element} heading */
function partsBelow(heading) {
  const parts = [];
  for (let next = heading.nextElementSibling; next && next.tagName !== "H2"; next = next.nextElementSibling) parts.push(next);
  return parts;
}

/**
 * @param {Chooser} form
 * @param {Review} review
 * @param {Fragments} fragments
 * @param {Element[]} answer
 * @param {HTMLDetailsElement[]} options
 */
function showAnswer(form, review, fragments, answer, options) {
  for (const part of answer) part.classList.remove("practice-hidden");
  options.forEach((option, at) => {
    const isChosen = review.chosen.includes(letterOf(at));
    option.open = isChosen || fragments.options[at][1] === 1;
    if (isChosen) option.querySelector("summary")?.append(chosenMark());
  });
  const text = verdictOn(review, fragments);
  const result = element("p", { class: `practice-result ${review.right ? "right" : "wrong"}`, tabIndex: -1 }, text);
  form.form.replaceWith(result);
  result.focus({ preventScroll: true });
  say(text);
}
