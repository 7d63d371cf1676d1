/* An exam that was left, as it is kept: read with suspicion, and merged answer by answer. */

/** @param {Exam} exam */
function examText(exam) {
  const answers = [...exam.answers].map(([id, { chosen, unsure, flagged, time }]) => [
    id,
    chosen,
    unsure ? 1 : 0,
    flagged ? 1 : 0,
    time,
  ]);
  return JSON.stringify({ ...exam, answers });
}

/**
 * @param {string | null} text at most 100 KB
 * @param {Catalogue} catalogue
 * @returns {Exam | null} null for anything that is no exam of these notes
 */
function examFrom(text, catalogue) {
  const kept = text && text.length < 1e5 ? parsed(text) : null;
  if (!kept || !/^[0-9a-z]{1,16}$/.test(String(kept.seed))) return null;
  const { ids, answers } = kept;
  if (!Array.isArray(ids) || !Array.isArray(answers)) return null;
  const known = [...new Set(ids)].filter((id) => catalogue.questions.has(id)).slice(0, EXAM_SIZE);
  const start = whole(kept.start, 9e15);
  if (!known.length || start.toString(36).length !== 8) return null;
  return {
    seed: String(kept.seed),
    start,
    minutes: whole(kept.minutes, EXAM_LONGEST),
    pausable: kept.pausable === true,
    paused: whole(kept.paused, 9e15),
    pausedAt: whole(kept.pausedAt, 9e15),
    at: whole(kept.at, known.length - 1),
    ids: known,
    answers: new Map(answers.flatMap((answer) => answerFrom(answer, known))),
  };
}

/**
 * @param {unknown} kept
 * @param {string[]} ids
 * @returns {[string, Answer][]}
 */
function answerFrom(kept, ids) {
  if (!Array.isArray(kept) || !ids.includes(kept[0]) || !/^[a-z]{0,26}$/.test(String(kept[1]))) return [];
  const [id, chosen, unsure, flagged, time] = kept;
  return [[id, { chosen: String(chosen), unsure: unsure === 1, flagged: flagged === 1, time: whole(time, 9e15) }]];
}

/** @param {unknown} value @param {number} most */
function whole(value, most) {
  return Number.isInteger(value) ? Math.min(Math.max(0, Number(value)), most) : 0;
}

/**
 * Two windows at one exam: of each answer the later one, and what the window itself shows.
 * @param {Exam} own
 * @param {Exam | null} kept
 * @returns {Exam}
 */
function mergedExam(own, kept) {
  if (!kept || kept.seed !== own.seed || kept.start !== own.start) return own;
  const answers = new Map(kept.answers);
  for (const [id, answer] of own.answers)
    if (answer.time >= (answers.get(id)?.time ?? 0)) answers.set(id, answer);
  return { ...own, answers };
}
