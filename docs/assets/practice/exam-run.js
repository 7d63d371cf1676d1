/* During an exam: one question, the clock, flags, the answer sheet. Nothing tells what is right. */

/** Ends the clock of the exam that was shown before. */
let stopExam = () => {};

/** @param {HTMLElement} view @param {Exam} exam */
async function runExam(view, exam) {
  view.replaceChildren(element("p", {}, "Loading the questions…"));
  await loadNotes(exam.ids.flatMap((id) => app.catalogue.questions.get(id)?.service ?? []));
  const asked = exam.ids.map((id) => asking(id, exam.seed));
  exam.ids = exam.ids.filter((_, at) => asked[at]);
  if (timeLeft(exam, Date.now()) === 0) return timeIsUp(view, exam);
  const clock = element("span", { class: "practice-clock", role: "timer" });
  const sheet = element("details", { class: "practice-sheet" });
  const place = element("div");
  const frame = { view, exam, asked: asked.filter((one) => one !== null), clock, sheet, place };
  view.replaceChildren(element("div", { class: "practice-head" }, sheet, clock, exam.pausable && pauseButton(frame)), place);
  tick(frame);
  showAt(frame, exam.at);
}

/** @typedef {{view: HTMLElement, exam: Exam, asked: Asked[], clock: HTMLElement, sheet: HTMLDetailsElement, place: HTMLElement}} Frame */

/** @param {Frame} frame */
function tick(frame) {
  stopExam();
  const said = new Set();
  const timer = setInterval(show, 500);
  stopExam = () => clearInterval(timer);
  function show() {
    const left = timeLeft(frame.exam, Date.now());
    if (!frame.clock.isConnected) return stopExam();
    frame.clock.textContent = left === Infinity ? "No clock" : clockText(left);
    for (const minutes of [10, 1])
      if (left <= minutes * 6e4 && left > (minutes - 1) * 6e4 && !said.has(minutes)) {
        said.add(minutes);
        say(`${counted(minutes, "minute")} left`);
      }
    if (left === 0) finishExam(frame.exam);
  }
  show();
}

/** @param {number} left */
function clockText(left) {
  const seconds = Math.ceil(left / 1000);
  const two = (/** @type {number} */ part) => String(part % 60).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60))}:${two(seconds)}`;
}

/** @param {Frame} frame */
function pauseButton(frame) {
  const { exam, place } = frame;
  const text = () => (exam.pausedAt ? "Go on" : "Pause");
  const toggle = button(text(), () => {
    if (exam.pausedAt) exam.paused += Date.now() - exam.pausedAt;
    exam.pausedAt = exam.pausedAt ? 0 : Date.now();
    keepExam(exam);
    toggle.textContent = text();
    place.hidden = exam.pausedAt > 0; // thinking is on the clock
  }, { class: "practice-quiet" });
  place.hidden = exam.pausedAt > 0;
  return toggle;
}

/** @param {Frame} frame @param {number} at */
function showAt(frame, at) {
  const { exam, asked, place } = frame;
  exam.at = Math.min(Math.max(0, at), exam.ids.length - 1);
  const one = asked[exam.at];
  const { id } = one.question;
  const answer = exam.answers.get(id);
  const form = chooser({ options: optionsOf(one), choose: one.fragments.choose, chosen: answer?.chosen, unsure: answer?.unsure, onchange: save });
  const flag = element("input", { type: "checkbox", checked: !!answer?.flagged, onchange: save });
  function save() {
    exam.answers.set(id, { chosen: form.chosen(), unsure: form.unsure(), flagged: flag.checked, time: Date.now() });
    keepExam(exam);
    showSheet(frame);
  }
  const heading = titleOf(one, "h2", `${exam.at + 1} of ${exam.ids.length}`);
  const last = exam.at === exam.ids.length - 1;
  const next = () => (last ? askToFinish(frame) : showAt(frame, exam.at + 1));
  const previous = () => showAt(frame, exam.at - 1);
  form.form.insertBefore(element("label", { class: "practice-unsure" }, flag, "Flag for review"), form.buttons);
  form.buttons.classList.add("practice-steps");
  form.buttons.append(
    button("Previous", previous, { disabled: exam.at === 0 }),
    element("button", { class: "practice-button practice-primary" }, last ? "To the end" : "Next"),
    quiet("Finish", () => askToFinish(frame)),
  );
  form.form.addEventListener("submit", (event) => {
    event.preventDefault();
    next();
  });
  const card = element("section", { class: "practice-card", tabIndex: -1, "aria-label": heading.textContent }, heading, trusted(one.fragments.stem), form.form, element("p", {}, keysButton()));
  listen(card, () => form, { n: next, p: previous, m: () => flag.click() });
  place.replaceChildren(card);
  keepExam(exam);
  showSheet(frame);
  arrive(card);
}

/** The answer sheet: every question with its state, to be gone to.
 * @param {Frame} frame */
function showSheet(frame) {
  const { exam, sheet } = frame;
  const cells = frame.asked.map((one, at) => {
    const answer = exam.answers.get(one.question.id);
    const open = answer?.chosen.length !== one.fragments.choose;
    const states = [open ? "open" : "answered", answer?.flagged && "flagged", answer?.unsure && "unsure"].filter(Boolean);
    const go = () => {
      sheet.open = false;
      showAt(frame, at);
    };
    const marks = `${answer?.flagged ? "⚑" : ""}${answer?.unsure ? "?" : ""}`;
    const properties = { class: `practice-button practice-cell ${states.join(" ")}`, "aria-label": `Question ${at + 1}: ${states.join(", ")}`, ...(at === exam.at ? { "aria-current": "true" } : {}) };
    return element("li", {}, button(`${at + 1}${marks}`, go, properties));
  });
  const done = frame.asked.length - openOnes(frame).length;
  sheet.replaceChildren(element("summary", {}, `${done} of ${frame.asked.length} answered`), element("ol", { class: "practice-cells" }, ...cells));
}

/** The places of the questions without as many choices as are asked for.
 * @param {Frame} frame */
function openOnes({ asked, exam }) {
  return asked.flatMap(({ question, fragments }, at) => (exam.answers.get(question.id)?.chosen.length === fragments.choose ? [] : at));
}

/** @param {Frame} frame */
function askToFinish(frame) {
  const open = openOnes(frame);
  const flagged = frame.exam.ids.filter((id) => frame.exam.answers.get(id)?.flagged).length;
  const heading = element("h2", {}, "Finish the exam?");
  const text = open.length ? `${counted(open.length, "question")} without a complete answer: they will count as wrong.` : "Every question has an answer.";
  frame.place.replaceChildren(
    heading,
    element("p", {}, text, flagged > 0 && ` ${flagged} flagged.`),
    buttons(
      open.length > 0 && primary("To the first open question", () => showAt(frame, open[0])),
      button("Back to the exam", () => showAt(frame, frame.exam.at)),
      button("Finish now", () => finishExam(frame.exam)),
    ),
  );
  arrive(heading);
}

/** @param {Exam} exam */
async function finishExam(exam) {
  stopExam();
  const latest = mergedExam(exam, keptExam());
  const reviews = examReviews(latest, app.catalogue, keyOf, Date.now());
  await record(reviews);
  keepExam(null);
  location.hash = `#result/${reviews[0].mode}`;
}

/** @param {string} id */
function keyOf(id) {
  const asked = asking(id);
  return asked ? { right: rightOf(asked.fragments), asked: asked.fragments.asked } : { right: "", asked: "----" };
}

/** An exam whose time ran out while nobody looked, perhaps for days.
 * @param {HTMLElement} view @param {Exam} exam */
function timeIsUp(view, exam) {
  const withoutClock = () => {
    keepExam(Object.assign(exam, { minutes: 0 }));
    runExam(view, exam).catch(failed(view));
  };
  view.replaceChildren(
    element("h2", {}, "The time of this exam is up"),
    element("p", {}, `Begun on ${dayOf(exam.start)}, with ${exam.answers.size} of ${exam.ids.length} questions answered.`),
    buttons(primary("See the result", () => finishExam(exam)), button("Go on without a clock", withoutClock)),
  );
}
