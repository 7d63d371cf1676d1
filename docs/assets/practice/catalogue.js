/* What can be asked: the build's index, unpacked. See `exports/practice.py` for how it is packed. */

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} service slug of its page
 * @property {string[]} skills numbers as in "1.3" or "1.3.4"; the first decides the domain
 * @property {number} domain 0 where it has no skill
 * @property {number} choose how many options are right
 * @property {string} offers hash (3 characters) of its options and their verdicts
 */
/** @typedef {{slug: string, name: string, url: string, ids: string[]}} Service */
/** @typedef {{number: number, title: string, weight: number}} Domain */
/**
 * @typedef {object} Catalogue
 * @property {Map<string, Question>} questions by id, in the order of the services
 * @property {Map<string, Service>} services
 * @property {Domain[]} domains
 * @property {Map<string, string>} skills the title of each skill of the exam guide, by number
 * @property {Map<string, string>} moved the id that a question has now, by the one it had
 */
/**
 * @typedef {object} PackedIndex
 * @property {[number, string, number][]} domains
 * @property {[string, string][]} skills
 * @property {[string, string][]} moved
 * @property {[string, string, string, string, string, string, string, string][]} services
 */

/**
 * @param {PackedIndex} packed
 * @returns {Catalogue}
 */
function catalogueOf(packed) {
  /** @type {Catalogue} */
  const catalogue = {
    questions: new Map(),
    services: new Map(),
    domains: packed.domains.map(([number, title, weight]) => ({ number, title, weight })),
    skills: new Map(packed.skills),
    moved: new Map(packed.moved),
  };
  for (const service of packed.services) unpackService(catalogue, service);
  return catalogue;
}

/**
 * @param {Catalogue} catalogue
 * @param {PackedIndex["services"][number]} packed
 */
function unpackService(catalogue, [slug, name, url, names, offers, choose, numbers, skills]) {
  const ids = names ? names.split(" ").map((id) => (id.startsWith("-") ? slug + id : id)) : [];
  const known = numbers.split(" ");
  const lists = skills.split(" ");
  catalogue.services.set(slug, { slug, name, url, ids });
  ids.forEach((id, at) => {
    const own = lists[at] ? lists[at].split(",").map((place) => known[Number(place)]) : [];
    catalogue.questions.set(id, {
      id,
      service: slug,
      skills: own,
      domain: Number.parseInt(own[0] ?? "0"),
      choose: Number(choose[at]),
      offers: offers.slice(3 * at, 3 * at + 3),
    });
  });
}

/**
 * @param {Catalogue} catalogue
 * @param {string} id any that was ever published
 * @returns {Question | undefined} the question that has its content now
 */
function questionNow(catalogue, id) {
  let now = id;
  for (let hops = 0; hops < 9 && !catalogue.questions.has(now); hops++) now = catalogue.moved.get(now) ?? now;
  return catalogue.questions.get(now);
}
