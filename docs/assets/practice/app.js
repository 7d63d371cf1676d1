/* What all views share: the notes, what the log says of them, and how an answer gets into the log. */

/** @type {{catalogue: Catalogue, state: State, settings: Settings, exams: Set<string>}} `exams`: finished ones */
const app = {
  catalogue: { questions: new Map(), services: new Map(), domains: [], skills: new Map(), moved: new Map() },
  state: new Map(),
  exams: new Set(),
  settings: { day: "", daily: 0, keys: true, minutes: 0, pausable: false, exported: 0 }, // read by openApp
};

async function openApp() {
  app.settings = settingsFrom(recalled("settings"));
  await Promise.all([loadScript("practice/index.js"), readLog()]);
  if (window.practiceIndex) app.catalogue = catalogueOf(window.practiceIndex);
  deriveAll();
}

function deriveAll() {
  app.state = stateOf(app.catalogue, store.lines);
  app.exams = new Set(examsOf(store.lines).keys());
  keepNextSteps();
}

/** @param {Partial<Settings>} changed */
function changeSettings(changed) {
  app.settings = settingsFrom(JSON.stringify({ ...app.settings, ...changed }));
  keep("settings", JSON.stringify(app.settings));
  keepNextSteps();
}

function keptExam() {
  const exam = examFrom(recalled("exam"), app.catalogue);
  return exam && !app.exams.has(modeOf(exam)) ? exam : null;
}

/** @param {Exam | null} exam null when it is over */
function keepExam(exam) {
  keep("exam", exam ? examText(mergedExam(exam, keptExam())) : "");
  if (!exam) keepNextSteps();
}

function keepNextSteps() {
  if (!app.catalogue.questions.size) return;
  const exam = keptExam()?.seed ?? "";
  const known = exam || app.state.size;
  const steps = nextSteps(app.catalogue, app.state, { exam, day: app.settings.day, now: Date.now() });
  keep("next", known ? JSON.stringify(steps) : "");
}

/** @param {Review[]} reviews */
async function record(reviews) {
  await append(reviews.map(lineOf));
  for (const { mode } of reviews) if (mode[0] === "e") app.exams.add(mode);
  deriveSome(reviews);
  keepNextSteps();
  await askToPersist();
}

/** The state after these reviews; computed anew where another window knew a later one.
 * @param {Review[]} reviews */
function deriveSome(reviews) {
  const later = reviews.every(({ id, time }) => time >= (app.state.get(id)?.last.time ?? 0));
  if (!later) return deriveAll();
  for (const review of reviews)
    if (review.chosen) app.state.set(review.id, learnt(app.state.get(review.id), review));
}

/**
 * What is to be said once an answer was checked.
 * @param {{right: boolean, sure: boolean, chosen: string}} review
 * @param {Fragments} fragments
 */
function verdictOn({ right, sure, chosen }, fragments) {
  if (right) return sure ? "Right." : "Right, though you were not sure: it comes again sooner.";
  const hits = [...chosen].filter((letter) => rightOf(fragments).includes(letter)).length;
  return fragments.choose > 1 ? `Wrong: ${hits} of ${counted(fragments.choose, "right answer")} chosen.` : "Wrong.";
}

/**
 * @param {string} id
 * @returns {(string | Node)[]}
 */
function comesAgain(id) {
  const [question, known] = [app.catalogue.questions.get(id), app.state.get(id)];
  if (!question || !known) return [];
  const start = startOf(app.settings.day);
  const due = dueOf(question, known, start > Date.now() ? start : Infinity);
  return ["Comes again on ", element("time", {}, dayOf(Math.max(due, known.last.time))), "."];
}
