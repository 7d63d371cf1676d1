/* Orders that a text decides, the same in every browser: two people with one seed get one exam. */

/**
 * FNV-1a, then the last steps of MurmurHash3, for texts that differ in one letter.
 * @param {string} text
 * @returns {number} a whole number of 32 bits
 */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * The order depends on the names alone: not on the order they come in, and a name more moves no other.
 * @param {Iterable<string>} names each once
 * @param {string} seed
 * @returns {string[]}
 */
function shuffled(names, seed) {
  const ranked = [...names].map((name) => /** @type {const} */ ([hashOf(`${seed} ${name}`), name]));
  ranked.sort(([a, name], [b, other]) => a - b || (name < other ? -1 : 1));
  return ranked.map(([, name]) => name);
}
