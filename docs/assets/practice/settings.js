/* What a reader has set, and the few figures from which the home page tells the next step. */

/**
 * @typedef {object} Settings
 * @property {string} day of the exam, as in "2026-12-20"; "" where none is set
 * @property {number} daily questions a day
 * @property {boolean} keys whether letters choose and so on
 * @property {number} minutes of an exam of full size
 * @property {boolean} pausable
 * @property {number} exported how many records the last exported file had
 */

/**
 * @param {string | null} text
 * @returns {Settings} with what is usual in place of anything damaged
 */
function settingsFrom(text) {
  const kept = (text && text.length < 2000 && parsed(text)) || {};
  const day = String(kept.day ?? "");
  return {
    day: startOf(day) < Infinity ? day : "",
    daily: within(kept.daily, 1, 500, 20),
    keys: kept.keys !== false,
    minutes: within(kept.minutes, 1, EXAM_LONGEST, EXAM_MINUTES),
    pausable: kept.pausable === true,
    exported: within(kept.exported, 0, FILE_LINES, 0),
  };
}

/** @param {unknown} value @param {number} least @param {number} most @param {number} usual */
function within(value, least, most, usual) {
  const number = Number(value);
  return Number.isInteger(number) && number >= least && number <= most ? number : usual;
}

const NEXT_DAYS = 30;

/**
 * For the home page: whether an exam was left, and how many questions are due on each day from now.
 * @param {Catalogue} catalogue
 * @param {State} state
 * @param {{exam: string, day: string, now: number}} at
 */
function nextSteps(catalogue, state, { exam, day, now }) {
  const from = startOf(dayOf(now));
  const examDay = startOf(day) > now ? startOf(day) : Infinity;
  const due = Array(NEXT_DAYS + 1).fill(0);
  for (const [id, known] of state) {
    const question = catalogue.questions.get(id);
    const days = question ? Math.floor((dueOf(question, known, examDay) - from) / DAY) : NEXT_DAYS + 1;
    for (let at = Math.max(0, days); at <= NEXT_DAYS; at++) due[at] += 1;
  }
  return { exam, from, due };
}
