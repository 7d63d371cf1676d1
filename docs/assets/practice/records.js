/*
 * Progress is a log: one line of text for each review, never changed. A line is its own identity, so
 * two logs are merged by the union of their lines, in any order, as often as one likes.
 *
 *   time id asked chosen right sure mode
 *   mif2k9x0 s3-kms-keys Ab1C bd 1 u p
 *
 * `chosen` has the letters of the options in the order of the page. A line that begins with `~` is of
 * a newer version of these notes: it is kept as it is, and read by that version.
 */

/**
 * @typedef {object} Review
 * @property {number} time milliseconds since 1970
 * @property {string} id the question's, at that time
 * @property {string} asked the hash of what was asked, see `practice_data.py`
 * @property {string} chosen letters of the page's order, sorted; "" for no answer
 * @property {boolean} right
 * @property {boolean} sure
 * @property {boolean} flagged in an exam
 * @property {string} mode `r` on a service page, `t` today, `p` practice, `e.<start>.<seed>` exam
 */

const LINE =
  /^([0-9a-z]{8}) ([a-z0-9][a-z0-9-]{0,99}) ([\w-]{4}) ([a-z]{1,26}|-) ([01]) ([suSU]) ([rtp]|e\.[0-9a-z]{8}\.[0-9a-z]{1,16})$/;
const NEWER = /^~[ -~]{1,300}$/;

/** @param {Review} review */
function lineOf({ time, id, asked, chosen, right, sure, flagged, mode }) {
  const letter = sure ? "s" : "u";
  const certain = flagged ? letter.toUpperCase() : letter;
  return [time.toString(36), id, asked, chosen || "-", right ? 1 : 0, certain, mode].join(" ");
}

/**
 * @param {string} line
 * @returns {Review | null} null for what this version does not read
 */
function reviewOf(line) {
  const found = LINE.exec(line);
  if (!found) return null;
  const [, time, id, asked, chosen, right, certain, mode] = /** @type {string[]} */ ([...found]);
  return {
    time: parseInt(time, 36),
    id,
    asked,
    chosen: chosen === "-" ? "" : chosen,
    right: right === "1",
    sure: certain.toLowerCase() === "s",
    flagged: certain < "a",
    mode,
  };
}

/**
 * @param {unknown} line
 * @returns {line is string}
 */
function isRecord(line) {
  return typeof line === "string" && (LINE.test(line) || NEWER.test(line));
}

/**
 * @param {Iterable<string>} log
 * @param {Iterable<string>} other
 * @returns {string[]} every line once, in the order of time
 */
function union(log, other) {
  return [...new Set([...log, ...other])].sort();
}

/** The day under which a line is stored: a part of the log that is small enough to be written anew.
 * @param {string} line */
function shelfOf(line) {
  return line.startsWith("~") ? "~" : String(Math.floor(parseInt(line.slice(0, 8), 36) / 864e5));
}
