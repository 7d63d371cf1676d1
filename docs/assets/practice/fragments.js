/* One question as the build wrote it, in `practice/<service>.js`: trusted HTML with addresses that are
   relative to the site's root. */

/**
 * @typedef {object} Fragments
 * @property {string} title
 * @property {string} stem
 * @property {string} asked
 * @property {number} choose
 * @property {[anchor: string, right: 0 | 1, title: string, reason: string][]} options
 * @property {[label: string, body: string][]} changes
 */

/** @param {number} at */
function letterOf(at) {
  return String.fromCharCode(97 + at);
}

/** @param {Fragments} fragments */
function rightOf({ options }) {
  return options.flatMap(([, right], at) => (right ? letterOf(at) : [])).join("");
}
