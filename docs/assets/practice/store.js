/*
 * Where progress lives. IndexedDB: 65,000 reviews are 3.5 MB, more than what Safari gives localStorage,
 * and its transactions let two windows append at once. The log lies there by day, so that an answer
 * writes little, and a start reads few texts (measured: 84 ms; as single records 1,008 ms). What is
 * small and read at once (settings, an exam that was left) is in localStorage. All names hold the site's path: the projects
 * of one owner share an origin. They can read and write all of it too, so nothing here is trusted.
 */

const SITE = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);
const SCOPE = `exam-notes:${SITE.pathname}`;

/** @type {{lines: string[], trouble: "" | "refused" | "full"}} */
const store = { lines: [], trouble: "" };

/** @type {BroadcastChannel | null} */
let channel = null;

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @type {Promise<IDBDatabase> | null} */
let database = null;

function opened() {
  database ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(`${SCOPE}progress`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("log");
    request.onblocked = () => reject(request.error);
    answered(request).then(resolve, reject);
  });
  return database;
}

/** @param {unknown} shelf */
function recordsIn(shelf) {
  return typeof shelf === "string" ? shelf.split("\n").filter(isRecord) : [];
}

/** Reads the whole log; what cannot be read is no reason to fail. */
async function readLog() {
  try {
    const shelves = (await opened()).transaction("log").objectStore("log").getAll();
    const kept = (await answered(shelves)).flatMap(recordsIn).slice(0, FILE_LINES);
    store.lines = union(kept, store.lines);
  } catch {
    store.trouble ||= "refused";
  }
}

/**
 * Adds lines in one transaction: all of them or none. Where that fails they last as long as the page.
 * @param {string[]} lines
 */
async function append(lines) {
  store.lines = union(store.lines, lines);
  try {
    const transaction = (await opened()).transaction("log", "readwrite");
    const log = transaction.objectStore("log");
    for (const [shelf, own] of Map.groupBy(lines, shelfOf)) {
      const request = log.get(shelf);
      request.onsuccess = () => log.put(union(recordsIn(request.result), own).join("\n"), shelf);
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    channel?.postMessage("");
  } catch (error) {
    store.trouble = error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "refused";
  }
}

/** Removes the log; the lines that were there are returned, so that this can be undone. */
async function clearLog() {
  const lines = store.lines;
  store.lines = [];
  try {
    await answered((await opened()).transaction("log", "readwrite").objectStore("log").clear());
    channel?.postMessage("cleared");
  } catch {
    store.trouble = "refused";
  }
  return lines;
}

/** Calls `changed` when another window has added to the log or cleared it.
 * @param {() => void} changed */
function watchLog(changed) {
  const reread = async (/** @type {boolean} */ cleared) => {
    if (cleared) store.lines = [];
    const before = store.lines.length;
    await readLog();
    if (cleared || store.lines.length !== before) changed();
  };
  try {
    channel = new BroadcastChannel(SCOPE);
    channel.onmessage = ({ data }) => reread(data === "cleared");
  } catch {
    /* Then what another window did is seen when this one comes to the front. */
  }
  document.addEventListener("visibilitychange", () => document.hidden || reread(false));
}

/** @param {string} name */
function kept(name) {
  try {
    return localStorage.getItem(SCOPE + name);
  } catch {
    return null;
  }
}

/** @type {Map<string, string>} */
const unkept = new Map();

/** @param {string} name @param {string} text "" removes it */
function keep(name, text) {
  unkept.set(name, text);
  try {
    if (text) localStorage.setItem(SCOPE + name, text);
    else localStorage.removeItem(SCOPE + name);
    unkept.delete(name);
  } catch (error) {
    store.trouble ||= error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "refused";
  }
}

/** What was kept, also where the browser refuses to keep it.
 * @param {string} name */
function recalled(name) {
  return unkept.get(name) ?? kept(name);
}

/** Asks the browser not to delete progress by itself; some ask the reader, so only after a few answers. */
async function askToPersist() {
  try {
    return (await navigator.storage.persisted()) || (store.lines.length >= 3 && (await navigator.storage.persist()));
  } catch {
    return false;
  }
}

/** @type {Map<string, Promise<void>>} */
const scripts = new Map();

/** Loads a classic script of this site once.
 * @param {string} path from the site's root */
function loadScript(path) {
  const loading =
    scripts.get(path) ??
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(path, SITE).href;
      script.onload = () => resolve(undefined);
      script.onerror = () => reject(new Error(`${path} could not be loaded`));
      document.head.append(script);
    });
  scripts.set(path, loading);
  loading.catch(() => scripts.delete(path));
  return loading;
}

/**
 * @param {Iterable<string>} services slugs
 * @returns {Promise<void>}
 */
async function loadNotes(services) {
  await Promise.all([...new Set(services)].map((slug) => loadScript(`practice/${slug}.js`)));
}

/** @param {string} service @param {string} id */
function fragmentsOf(service, id) {
  return window.practiceNotes?.[service]?.[id];
}
