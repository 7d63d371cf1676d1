/* Before an exam: how many questions, how much time, and whether the clock may be stopped. */

const SEED = /^[0-9a-z]{1,16}$/;

/** @param {HTMLElement} view @param {string} given a seed from the address, or anything */
function showExam(view, given) {
  const exam = keptExam();
  if (exam && given === exam.seed) return void runExam(view, exam).catch(failed(view));
  const seed = SEED.test(given) ? given : newSeed();
  const { ids, short } = assembled(app.catalogue, seed);
  const usual = Math.max(1, Math.round((app.settings.minutes * ids.length) / EXAM_SIZE));
  const minutes = element("input", { type: "number", inputMode: "numeric", min: "1", max: String(EXAM_LONGEST), value: String(usual) });
  const pausable = element("input", { type: "checkbox", checked: app.settings.pausable });
  const begin = () => {
    const time = within(minutes.value, 1, EXAM_LONGEST, usual);
    if (ids.length && time !== usual) changeSettings({ minutes: within(Math.round((time * EXAM_SIZE) / ids.length), 1, EXAM_LONGEST, EXAM_MINUTES) });
    changeSettings({ pausable: pausable.checked });
    const own = { seed, start: Date.now(), minutes: time, pausable: pausable.checked, paused: 0, pausedAt: 0, at: 0, ids, answers: new Map() };
    keep("exam", "");
    keepExam(own);
    keepNextSteps();
    history.pushState(null, "", `#exam/${seed}`);
    runExam(view, own).catch(failed(view));
  };
  view.replaceChildren(
    element("h2", {}, "Exam"),
    ...(exam ? [...leftExam(), note("A new exam takes the place of the one you left.")] : []),
    element("p", {}, `${counted(ids.length, "question")} in the proportion of the domains, shuffled. No verdict before the end. All or nothing for each question, as in the real exam.`),
    ...shortText(ids.length, short),
    element("div", { class: "practice-fields" }, element("label", {}, "Minutes ", minutes), element("label", {}, pausable, " The clock may be paused")),
    note(`The exam guide names no time. This page takes ${EXAM_MINUTES} minutes for ${EXAM_SIZE} questions until you set another.`),
    buttons(primary("Begin the exam", begin, { disabled: !ids.length })),
    note("For the same exam, give somebody ", element("a", { href: `#exam/${seed}` }, "this address"), `: the seed is ${seed}.`),
    ...pastExams(),
  );
}

/** @param {number} size @param {ReturnType<typeof assembled>["short"]} short */
function shortText(size, short) {
  if (size === EXAM_SIZE) return [];
  const lacks = short.map(({ domain, wanted, got }) => `${got} of ${wanted} on ${domain.title}`).join("; ");
  return [note(`The real exam has ${EXAM_SIZE}. The notes have too few: ${lacks}.`)];
}

function pastExams() {
  const rows = [...examsOf(store.lines)].map(([mode, reviews]) => {
    const { all } = scoreOf(app.catalogue, reviews);
    return element("li", {}, element("a", { href: `#result/${mode}` }, dayOf(reviews[0].time)), `: ${all.right} of ${all.of} right, ${percent(all.right / all.of)}`);
  });
  return rows.length ? [element("h3", {}, "Exams you sat"), element("ul", {}, ...rows)] : [];
}
