/* Today: what is due, new ones mixed in, and the plan until the exam. */

/** @param {HTMLElement} view */
function showToday(view) {
  const plan = planOf(app.catalogue, app.state, app.settings, Date.now());
  const begin = (/** @type {string[]} */ ids) => startRound(view, { ids, mode: "t", again: true });
  const more = () => begin(weakestFirst([...app.catalogue.questions.keys()], app.state, Date.now()).slice(0, app.settings.daily));
  view.replaceChildren(
    element("h2", {}, "Today"),
    ...leftExam(),
    element("p", {}, todaysText(plan)),
    buttons(
      plan.ids.length
        ? primary(plan.done ? "Go on" : "Begin", () => begin(plan.ids))
        : button("More, the weakest first", more),
    ),
    element("h3", {}, "Your plan"),
    planForm(),
    ...planText(plan).map((sentence) => note(sentence)),
    ...reminder(),
  );
}

/** @param {Plan} plan */
function todaysText({ ids, fresh, done, due }) {
  if (!ids.length) return done ? `Done for today: ${counted(done, "question")} answered.` : "Nothing is due today.";
  const repeats = ids.length - fresh;
  const parts = [repeats && `${repeats} to repeat`, fresh && `${fresh} new`].filter(Boolean).join(", ");
  const rest = due > repeats ? ` ${due - repeats} more are due and can wait until tomorrow.` : "";
  return `${counted(ids.length, "question")} for today: ${parts}.${done ? ` ${done} done already.` : ""}${rest}`;
}

function planForm() {
  const day = element("input", { type: "date", value: app.settings.day, min: dayOf(Date.now()), onchange: () => changed({ day: day.value }) });
  const daily = element("input", { type: "number", inputMode: "numeric", min: "1", max: "500", value: String(app.settings.daily), onchange: () => changed({ daily: Number(daily.value) }) });
  const changed = (/** @type {Partial<Settings>} */ settings) => {
    changeSettings(settings);
    render();
    say("The plan was changed.");
  };
  return element(
    "div",
    { class: "practice-fields" },
    element("label", {}, "Day of the exam ", day),
    element("label", {}, "Questions a day ", daily),
  );
}

/** @param {Plan} plan */
function planText({ daysLeft, perDay, unseen }) {
  if (daysLeft === Infinity) return ["With a day set, nothing is planned past it, and what would be weakest on that day comes first."];
  const seen = unseen ? `${counted(unseen, "question")} you have not seen: ${perDay} new ones a day would show you all of them.` : "You have seen every question.";
  const { due } = nextSteps(app.catalogue, app.state, { exam: "", day: app.settings.day, now: Date.now() });
  const week = due[Math.min(7, daysLeft)] - due[0];
  return [`${counted(daysLeft, "day")} left. ${seen}`, `${counted(week, "repetition")} to come within a week.`];
}

/** A line on an exam that was begun and not finished. */
function leftExam() {
  const exam = keptExam();
  if (!exam) return [];
  const href = `#exam/${exam.seed}`;
  return [element("p", { class: "practice-left" }, `You left an exam on ${dayOf(exam.start)}: ${exam.answers.size} of ${exam.ids.length} answered. `, element("a", { href }, "Go on with it"))];
}

const REMIND_AFTER = 100;

function reminder() {
  if (store.lines.length - app.settings.exported < REMIND_AFTER) return [];
  return [
    note(`${counted(store.lines.length - app.settings.exported, "answer")} are in this browser alone. `, element("a", { href: "#progress" }, "Save them as a file")),
  ];
}
