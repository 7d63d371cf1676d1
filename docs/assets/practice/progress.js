/* Progress: what the log says as a whole. */

/** @param {HTMLElement} view */
function showProgress(view) {
  const now = Date.now();
  const questions = [...app.catalogue.questions.values()];
  const { known, seen, of } = knownOf(questions, app.state, now);
  view.replaceChildren(
    element("h2", {}, "Progress"),
    element("p", {}, `${seen} of ${counted(of, "question")} answered; about ${Math.round(known)} you would recall today.`),
    ...readinessPart(now),
    element("h3", {}, "By domain and skill"),
    ...app.catalogue.domains.map((domain) => domainPart(domain, questions.filter((question) => question.domain === domain.number), now)),
    ...calendarPart(now),
    ...calibrationPart(),
    ...wrongPart(),
    element("h3", {}, "Your data"),
    ...keepingPart(),
  );
}

/** @param {number} now */
function readinessPart(now) {
  const start = startOf(app.settings.day);
  const isSet = start > now && start < Infinity;
  const { share, weight } = readiness(app.catalogue, app.state, isSet ? start : now + DAY);
  const { covered, of } = coverage(app.catalogue);
  const day = isSet ? `on ${app.settings.day}` : "tomorrow";
  return [
    element("h3", {}, "Readiness"),
    element("p", { class: "practice-figure" }, percent(share)),
    bar(share),
    element("p", {}, `So much of an exam made of these notes you would recall ${day}, weighted by domain. The notes have questions on ${covered} of ${of} tasks or skills of the exam guide, in domains of ${weight} % of the exam.`),
    note(isSet ? "" : "Set the day of the exam under Today to see it for that day. ", "It comes from a model of memory. It takes it that you read the reasons of what you had wrong. It cannot know what the real exam asks, what you know from elsewhere, or whether you understand a reason or just remember an answer."),
  ];
}

/** @param {Domain} domain @param {Question[]} questions @param {number} now */
function domainPart({ number, title, weight }, questions, now) {
  const bySkill = Map.groupBy(questions.flatMap((question) => question.skills.map((skill) => /** @type {const} */ ([skill, question]))), ([skill]) => skill);
  const rows = [...bySkill].sort(([a], [b]) => byNumber(a, b)).map(([skill, pairs]) =>
    element("li", {}, `${skill} ${app.catalogue.skills.get(skill) ?? ""}`, shareText(pairs.map(([, question]) => question), now)),
  );
  return element(
    "details",
    { class: "practice-domain" },
    element("summary", {}, element("b", {}, `${number} ${title}`), ` ${weight} % of the exam`, shareText(questions, now)),
    element("ul", {}, ...rows),
  );
}

/** @param {Question[]} questions @param {number} now */
function shareText(questions, now) {
  const { known, seen, of } = knownOf(questions, app.state, now);
  if (!of) return element("span", { class: "practice-share" }, "no questions yet");
  return element("span", { class: "practice-share" }, `${percent(known / of)} known, ${seen} of ${of} answered`, bar(known / of, seen / of));
}

const WEEKS = 12;

/** @param {number} now */
function calendarPart(now) {
  const days = daysOf(store.lines);
  const monday = startOf(dayOf(now - ((new Date(now).getDay() + 6) % 7) * DAY));
  const rows = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].map((name, weekday) => {
    const cells = Array.from({ length: WEEKS }, (_, week) => {
      const day = dayOf(monday + (weekday - 7 * (WEEKS - 1 - week)) * DAY + DAY / 2);
      const number = days.get(day)?.of ?? 0;
      const depth = Math.min(4, Math.ceil(number / 8));
      return element("td", { class: `practice-day depth-${depth}`, title: `${day}: ${number}` }, number || "");
    });
    return element("tr", {}, element("th", { scope: "row" }, name), ...cells);
  });
  return [
    element("h3", {}, "Days"),
    element("table", { class: "practice-calendar" }, element("caption", {}, `Answers a day in the last ${WEEKS} weeks`), element("tbody", {}, ...rows)),
  ];
}

function calibrationPart() {
  const { sure, unsure } = calibration(store.lines);
  const text = (/** @type {Score} */ { right, of }, /** @type {string} */ how) => (of ? `${how}, you were right ${percent(right / of)} of the time (${right} of ${of}).` : "");
  const sentences = [text(sure, "When you were sure"), text(unsure, "When you were not sure")].filter(Boolean);
  return sentences.length ? [element("h3", {}, "How well you judge yourself"), ...sentences.map((sentence) => element("p", {}, sentence))] : [];
}

function wrongPart() {
  const hard = [...app.state].filter(([, known]) => keepsGoingWrong(known)).sort(([, a], [, b]) => b.wrong - a.wrong).slice(0, 20);
  if (!hard.length) return [];
  const list = element("ul");
  const services = hard.flatMap(([id]) => app.catalogue.questions.get(id)?.service ?? []);
  loadNotes(services).then(() => {
    for (const [id, known] of hard) {
      const asked = asking(id);
      if (asked) list.append(element("li", {}, titleLink(asked), ` ${known.wrong} of ${known.seen} wrong`));
    }
  }, () => {});
  return [element("h3", {}, "These keep going wrong"), list];
}
