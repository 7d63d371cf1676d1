/* What progress says when looked at as a whole. */

/**
 * The share of an exam that one would recall, weighted by domain; what was never answered counts 0.
 * @param {Catalogue} catalogue
 * @param {State} state
 * @param {number} moment
 * @returns {{share: number, domains: Map<number, number>, weight: number}} `weight`: per cent of the exam
 * on which the notes have questions
 */
function readiness(catalogue, state, moment) {
  const domains = new Map();
  const byDomain = Map.groupBy(catalogue.questions.values(), ({ domain }) => domain);
  let [share, weight] = [0, 0];
  for (const domain of catalogue.domains) {
    const questions = byDomain.get(domain.number) ?? [];
    if (!questions.length) continue;
    const sum = questions.reduce((total, { id }) => total + recallAt(state.get(id), moment), 0);
    domains.set(domain.number, sum / questions.length);
    weight += domain.weight;
    share += (domain.weight * sum) / questions.length;
  }
  return { share: weight ? share / weight : 0, domains, weight };
}

/**
 * @param {Catalogue} catalogue
 * @returns {{covered: number, of: number}} skills of the exam guide that have a question
 */
function coverage(catalogue) {
  const asked = [...catalogue.questions.values()].flatMap(({ skills }) => skills);
  const leaves = [...catalogue.skills.keys()].filter((number) => isLeaf(catalogue, number));
  return { covered: leaves.filter((leaf) => asked.some((number) => `${number}.`.startsWith(`${leaf}.`))).length, of: leaves.length };
}

/** Whether the exam guide divides a task or skill no further.
 * @param {Catalogue} catalogue @param {string} number */
function isLeaf(catalogue, number) {
  return !catalogue.skills.has(`${number}.1`);
}

/**
 * How often somebody who was sure was right, and somebody who was not.
 * @param {Iterable<string>} log
 * @returns {{sure: Score, unsure: Score}}
 */
function calibration(log) {
  const result = { sure: { right: 0, of: 0 }, unsure: { right: 0, of: 0 } };
  for (const line of log) {
    const review = reviewOf(line);
    if (review?.chosen) count(review.sure ? result.sure : result.unsure, review);
  }
  return result;
}

/**
 * @param {Iterable<string>} log
 * @returns {Map<string, Score>} by day
 */
function daysOf(log) {
  /** @type {Map<string, Score>} */
  const days = new Map();
  for (const line of log) {
    const review = reviewOf(line);
    if (review?.chosen) count(entry(days, dayOf(review.time)), review);
  }
  return days;
}

/**
 * @param {Question[]} questions
 * @param {State} state
 * @param {number} now
 * @returns {{known: number, seen: number, of: number}} `known`: sum of the chances to recall what was
 * right last time
 */
function knownOf(questions, state, now) {
  const known = questions.reduce((sum, { id }) => sum + (state.get(id)?.last.right ? recallAt(state.get(id), now) : 0), 0);
  return { known, seen: questions.filter(({ id }) => state.has(id)).length, of: questions.length };
}
