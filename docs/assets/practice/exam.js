/* An exam: which questions, in which order, how much time is left, and the score. */

const EXAM_SIZE = 65;
const EXAM_MINUTES = 130;
const EXAM_LONGEST = 600;
const PASS = 0.72;

/**
 * @typedef {object} Answer
 * @property {string} chosen letters of the page's order
 * @property {boolean} unsure
 * @property {boolean} flagged
 * @property {number} time of the last change: of two windows the later one counts
 */
/**
 * @typedef {object} Exam
 * @property {string} seed
 * @property {number} start
 * @property {number} minutes 0 for no clock
 * @property {boolean} pausable
 * @property {number} paused milliseconds in all
 * @property {number} pausedAt 0 while the clock runs
 * @property {number} at the question that is shown
 * @property {string[]} ids
 * @property {Map<string, Answer>} answers
 */

/**
 * How many questions of each domain: in proportion (largest remainders), and no more than there are.
 * @param {{number: number, weight: number}[]} domains
 * @param {Map<number, number>} available
 * @param {number} size
 * @returns {Map<number, {wanted: number, got: number}>}
 */
function quotas(domains, available, size) {
  const sum = domains.reduce((total, { weight }) => total + weight, 0) || 1;
  const shares = domains.map(({ number, weight }) => ({ number, share: (size * weight) / sum }));
  let rest = size - shares.reduce((total, { share }) => total + Math.floor(share), 0);
  const byRest = [...shares].sort((a, b) => (b.share % 1) - (a.share % 1) || a.number - b.number);
  const more = new Set(byRest.slice(0, rest).map(({ number }) => number));
  return new Map(
    shares.map(({ number, share }) => {
      const wanted = Math.floor(share) + (more.has(number) ? 1 : 0);
      return [number, { wanted, got: Math.min(wanted, available.get(number) ?? 0) }];
    }),
  );
}

/**
 * @param {Catalogue} catalogue
 * @param {string} seed
 * @param {number} [size]
 * @returns {{ids: string[], short: {domain: Domain, wanted: number, got: number}[]}} `short` names the
 * domains of which the notes have too few
 */
function assembled(catalogue, seed, size = EXAM_SIZE) {
  const byDomain = Map.groupBy(catalogue.questions.values(), ({ domain }) => domain);
  const counts = new Map([...byDomain].map(([domain, questions]) => [domain, questions.length]));
  const wanted = quotas(catalogue.domains, counts, size);
  const ids = [...wanted].flatMap(([domain, { got }]) =>
    shuffled((byDomain.get(domain) ?? []).map(({ id }) => id), seed).slice(0, got),
  );
  const short = catalogue.domains.flatMap((domain) => {
    const quota = wanted.get(domain.number);
    return quota && quota.got < quota.wanted ? [{ domain, ...quota }] : [];
  });
  return { ids: shuffled(ids, `${seed} order`), short };
}

/**
 * @param {string} seed
 * @param {string} id
 * @param {number} count
 * @returns {number[]} places on the page, in the order in which the exam shows the options
 */
function optionOrder(seed, id, count) {
  return shuffled(Array.from({ length: count }, (_, at) => String(at)), `${seed} ${id}`).map(Number);
}

/**
 * Computed from the clock, so neither a reload nor sleep stops it.
 * @param {Exam} exam
 * @param {number} now
 * @returns {number} milliseconds, 0 when the time is up, Infinity without a clock
 */
function timeLeft(exam, now) {
  if (!exam.minutes) return Infinity;
  const until = exam.pausedAt || now;
  return Math.max(0, exam.minutes * 6e4 - (until - exam.start - exam.paused));
}

/**
 * @param {Exam} exam
 * @param {Catalogue} catalogue
 * @param {(id: string) => {right: string, asked: string}} keyOf the letters of the right options, and the hash
 * @param {number} now
 * @returns {Review[]} all or nothing for each; an unanswered one is wrong, but teaches nothing
 */
function examReviews(exam, catalogue, keyOf, now) {
  const mode = modeOf(exam);
  return exam.ids.flatMap((id) => {
    const question = catalogue.questions.get(id);
    const answer = exam.answers.get(id);
    const chosen = answer?.chosen ?? "";
    if (!question) return [];
    const { asked, right: key } = keyOf(id);
    const right = chosen === key;
    return [{ time: now, id, asked, chosen, right, sure: !answer?.unsure, flagged: !!answer?.flagged, mode }];
  });
}

/** @param {Exam} exam */
function modeOf({ start, seed }) {
  return `e.${start.toString(36)}.${seed}`;
}

/** @typedef {{right: number, of: number}} Score */

/**
 * @param {Catalogue} catalogue
 * @param {Iterable<Review>} reviews
 * @returns {{all: Score, domains: Map<number, Score>, services: Map<string, Score>}}
 */
function scoreOf(catalogue, reviews) {
  const score = { all: { right: 0, of: 0 }, domains: new Map(), services: new Map() };
  for (const review of reviews) {
    const question = questionNow(catalogue, review.id);
    count(score.all, review);
    if (!question) continue;
    count(entry(score.domains, question.domain), review);
    count(entry(score.services, question.service), review);
  }
  return score;
}

/** @param {Score} score @param {{right: boolean}} review */
function count(score, { right }) {
  score.of += 1;
  if (right) score.right += 1;
}

/** @template K @param {Map<K, Score>} scores @param {K} key */
function entry(scores, key) {
  const score = scores.get(key) ?? { right: 0, of: 0 };
  scores.set(key, score);
  return score;
}

/**
 * @param {Iterable<string>} log
 * @returns {Map<string, Review[]>} finished exams by their mode, the latest first
 */
function examsOf(log) {
  const reviews = [...log].flatMap((line) => (/ e\.\S+$/.test(line) ? (reviewOf(line) ?? []) : []));
  // Two windows may have finished one exam: the first counts.
  const once = new Map(reviews.reverse().map((review) => [`${review.mode} ${review.id}`, review]));
  const exams = Map.groupBy([...once.values()].reverse(), ({ mode }) => mode);
  return new Map([...exams].sort(([a], [b]) => (a < b ? 1 : -1)));
}
