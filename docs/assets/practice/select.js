/* Which questions come, in which order: in practice and today. */

/**
 * @typedef {object} Choice what somebody wants to practise; "" stands for any
 * @property {string} service
 * @property {string} domain
 * @property {string} skill
 * @property {"" | "unseen" | "wrong" | "unsure"} only
 * @property {"order" | "shuffled" | "weakest"} order
 */

/** @type {Record<Choice["only"], (known: Known | undefined) => boolean>} */
const ONLY = {
  "": () => true,
  unseen: (known) => !known,
  wrong: (known) => known !== undefined && !known.last.right,
  unsure: (known) => known !== undefined && known.last.right && !known.last.sure,
};

/**
 * @param {Catalogue} catalogue
 * @param {State} state
 * @param {Choice} choice
 * @param {string} seed for shuffling
 * @param {number} now
 * @returns {string[]} ids
 */
function selected(catalogue, state, choice, seed, now) {
  const ids = [...catalogue.questions.values()]
    .filter(
      ({ id, service, domain, skills }) =>
        (!choice.service || service === choice.service) &&
        (!choice.domain || String(domain) === choice.domain) &&
        (!choice.skill || skills.includes(choice.skill)) &&
        ONLY[choice.only](state.get(id)),
    )
    .map(({ id }) => id);
  if (choice.order === "shuffled") return shuffled(ids, seed);
  return choice.order === "weakest" ? weakestFirst(ids, state, now) : ids;
}

/**
 * @param {string[]} ids
 * @param {State} state
 * @param {number} moment at which it matters
 */
function weakestFirst(ids, state, moment) {
  const recall = new Map(ids.map((id) => [id, recallAt(state.get(id), moment)]));
  return [...ids].sort((a, b) => (recall.get(a) ?? 0) - (recall.get(b) ?? 0) || (a < b ? -1 : 1));
}

/**
 * @typedef {object} Plan
 * @property {string[]} ids what comes today, due ones and new ones mixed
 * @property {number} due how many are due
 * @property {number} fresh how many of today's are new
 * @property {number} done how many questions were answered today
 * @property {number} unseen
 * @property {number} daysLeft whole days until the exam; Infinity where no day is set
 * @property {number} perDay how many new ones a day would show every question before the exam
 */

/**
 * @param {Catalogue} catalogue
 * @param {State} state
 * @param {{daily: number, day: string}} wishes questions a day, and the day of the exam or ""
 * @param {number} now
 * @returns {Plan}
 */
function planOf(catalogue, state, wishes, now) {
  const tomorrow = startOf(dayOf(now)) + DAY;
  const start = startOf(wishes.day);
  const examDay = start > now ? start : Infinity;
  const all = [...catalogue.questions.values()];
  const unseen = all.filter(({ id }) => !state.has(id)).map(({ id }) => id);
  const due = all.filter((question) => {
    const known = state.get(question.id);
    if (!known || dueOf(question, known, examDay) >= tomorrow) return false;
    // On the eve of the exam everything is due: once is enough.
    return !known.last.right || known.last.time < tomorrow - DAY || hasChanged(question, known);
  });
  const done = [...state.values()].filter(({ last }) => last.time >= tomorrow - DAY).length;
  const room = Math.max(0, wishes.daily - done);
  const daysLeft = Math.round((examDay - (tomorrow - DAY)) / DAY);
  const perDay = Math.ceil(unseen.length / Math.max(1, daysLeft));
  const repeats = weakestFirst(due.map(({ id }) => id), state, Math.min(examDay, now + 30 * DAY));
  const fresh = shuffled(unseen, dayOf(now)).slice(0, Math.max(room - repeats.length, Math.ceil(room / 4)));
  const ids = mixed(repeats.slice(0, room - Math.min(fresh.length, room)), fresh);
  return { ids, due: due.length, fresh: fresh.length, done, unseen: unseen.length, daysLeft, perDay };
}

/** New ones spread evenly between those that are due.
 * @param {string[]} due
 * @param {string[]} fresh */
function mixed(due, fresh) {
  const place = (/** @type {string[]} */ list) =>
    list.map((id, at) => /** @type {const} */ ([(at + 0.5) / list.length, id]));
  return [...place(due), ...place(fresh)].sort(([a], [b]) => a - b).map(([, id]) => id);
}
