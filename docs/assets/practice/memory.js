/*
 * The model of memory, and the only file that knows its library: FSRS-6 by ts-fsrs 5.4. Of the library
 * we use the formulas, not its cards: what is known is derived from the log.
 */

/** @typedef {{difficulty: number, stability: number}} Memory */

const DAY = 864e5;
const FORGOT = 1;
const HARD = 2;
const GOOD = 3;

const model = FSRS.fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: true, maximum_interval: 365 });

/**
 * Days as memory counts them, the same in every time zone: a night makes a day.
 * @param {number} from milliseconds
 * @param {number} until
 */
function daysBetween(from, until) {
  const days = (until - from) / DAY;
  return days < 1 / 3 ? 0 : Math.max(1, Math.round(days));
}

/** @param {Pick<Review, "right" | "sure">} review */
function gradeOf({ right, sure }) {
  if (!right) return FORGOT;
  return sure ? GOOD : HARD;
}

/**
 * @param {Memory | null} memory null before the first review
 * @param {number} days since the last review
 * @param {number} grade
 * @returns {Memory}
 */
function remembered(memory, days, grade) {
  return model.next_state(memory, days, grade);
}

/** Whole days until the chance to recall has fallen to 90 %.
 * @param {Memory} memory */
function intervalOf({ stability }) {
  return model.next_interval(stability, 0);
}

/**
 * @param {Memory} memory
 * @param {number} days since the last review, not whole
 * @returns {number} the chance to recall, 0 to 1
 */
function recallAfter({ stability }, days) {
  return model.forgetting_curve(Math.max(0, days), stability);
}
