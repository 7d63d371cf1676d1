/* What the log says of each question. Derived, never stored. */

/**
 * @typedef {object} Known
 * @property {number} seen
 * @property {number} wrong how often
 * @property {Review} last
 * @property {Memory} memory
 */
/** @typedef {Map<string, Known>} State */

/**
 * @param {Catalogue} catalogue
 * @param {Iterable<string>} log sorted
 * @returns {State}
 */
function stateOf(catalogue, log) {
  /** @type {State} */
  const state = new Map();
  for (const line of log) {
    const review = reviewOf(line);
    const question = review?.chosen && questionNow(catalogue, review.id);
    if (question) state.set(question.id, learnt(state.get(question.id), review));
  }
  return state;
}

/**
 * @param {Known | undefined} before
 * @param {Review} review a later one, with an answer
 * @returns {Known}
 */
function learnt(before, review) {
  const days = before ? Math.max(0, daysBetween(before.last.time, review.time)) : 0;
  return {
    seen: (before?.seen ?? 0) + 1,
    wrong: (before?.wrong ?? 0) + (review.right ? 0 : 1),
    last: review,
    memory: remembered(before?.memory ?? null, days, gradeOf(review)),
  };
}

/** Whether other options or answers stand there now than at the last review. A mended stem does not count.
 * @param {Question} question
 * @param {Known | undefined} known */
function hasChanged(question, known) {
  return known !== undefined && known.last.asked.slice(1) !== question.offers;
}

/**
 * @param {Question} question
 * @param {Known} known
 * @param {number} examDay milliseconds at which that day begins; Infinity where none is set
 * @returns {number} the moment from which the question is due, never after the day before the exam
 */
function dueOf(question, known, examDay) {
  if (hasChanged(question, known)) return 0;
  const due = known.last.time + intervalOf(known.memory) * DAY;
  return Math.min(due, examDay - 1);
}

/**
 * @param {Known | undefined} known
 * @param {number} moment
 * @returns {number} the chance to recall at that moment; 0 for what was never answered
 */
function recallAt(known, moment) {
  return known ? recallAfter(known.memory, (moment - known.last.time) / DAY) : 0;
}

/** @param {Known} known */
function keepsGoingWrong({ wrong, last }) {
  return wrong >= 3 || (wrong === 2 && !last.right);
}

/** The day as its reader has it, as in "2026-12-01".
 * @param {number} time */
function dayOf(time) {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

/**
 * @param {string} day as in "2026-12-01"
 * @returns {number} the moment at which it begins where its reader is; Infinity where it is no day
 */
function startOf(day) {
  const [year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day)?.slice(1).map(Number) ?? [];
  const start = year ? new Date(year, month - 1, date) : null;
  return start && dayOf(start.getTime()) === day ? start.getTime() : Infinity;
}
