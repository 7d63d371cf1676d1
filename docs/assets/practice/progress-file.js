/* The file in which a reader keeps progress. Everything in it is checked before anything is done. */

const FILE_FORMAT = "exam-notes progress";
const FILE_VERSION = 1;
const FILE_BYTES = 16 * 2 ** 20; // 65,000 reviews are 3.5 MB
const FILE_LINES = 300_000;

/**
 * @param {Iterable<string>} log
 * @param {number} now
 */
function progressFile(log, now) {
  const head = { format: FILE_FORMAT, version: FILE_VERSION, exported: new Date(now).toISOString() };
  return `${JSON.stringify({ ...head, log: [...log] }, null, 1)}\n`;
}

/**
 * @param {string} text
 * @returns {{log: string[], problem: ""} | {log: null, problem: string}} `problem` is a sentence that
 * quotes what is not understood: to be shown as text
 */
function readProgress(text) {
  /** @param {string} problem */
  const refused = (problem) => ({ log: null, problem });
  if (text.length > FILE_BYTES) return refused("The file is larger than 16 MB.");
  const file = parsed(text);
  if (file?.format !== FILE_FORMAT) return refused("This is no file with progress of exam notes.");
  if (file.version !== FILE_VERSION)
    return refused(`The file has version ${quoted(file.version)}; this page reads version ${FILE_VERSION}.`);
  const field = Object.keys(file).find((name) => !["format", "version", "exported", "log"].includes(name));
  if (field !== undefined) return refused(`The file has a field that is not known: ${quoted(field)}.`);
  const { log } = file;
  if (!Array.isArray(log)) return refused("The file has no log.");
  if (log.length > FILE_LINES) return refused(`The log has more than ${FILE_LINES} records.`);
  const at = log.findIndex((line) => !isRecord(line));
  if (at >= 0) return refused(`Record ${at + 1} is not understood: ${quoted(log[at])}.`);
  return { log, problem: "" };
}

/**
 * @param {string} text
 * @returns {Record<string, unknown> | null}
 */
function parsed(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** @param {unknown} value */
function quoted(value) {
  const text = String(JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
