/* Where progress lives, said honestly; saving it as a file, reading one, clearing it. */

const WHERE =
  "Your answers are kept in this browser on this device, nowhere else. Clearing the browser's data deletes them, a private window forgets them when it closes, and Safari deletes them after seven days without a visit. Other sites at this address can read them, so they hold nothing personal.";

function keepingPart() {
  const promise = element("p", { class: "practice-note" });
  navigator.storage?.persisted?.().then((persisted) => {
    if (persisted) promise.textContent = "This browser has promised not to delete them by itself.";
  }, () => {});
  const file = element("input", { type: "file", accept: ".json,application/json", hidden: true, onchange: () => importFile(file) });
  return [
    element("p", {}, WHERE),
    promise,
    element("p", {}, `${counted(store.lines.length, "record")}. A file can be read on another device, as often as you like: answers are added, never replaced.`),
    buttons(
      button("Save as a file", exportFile, { disabled: !store.lines.length }),
      button("Read a file", () => file.click()),
      file,
      button("Clear everything", () => askToClear(), { disabled: !store.lines.length }),
    ),
    undo,
    message,
  ].filter((part) => part !== null);
}

/** Stays until the page is left: cleared is not gone yet.
 * @type {HTMLElement | null} */
let undo = null;

const message = element("div", { class: "practice-message" });

/** @param {...(Node | string)} content */
function tell(...content) {
  message.replaceChildren(...content);
  say(message.textContent ?? "");
}

function exportFile() {
  const now = Date.now();
  const href = URL.createObjectURL(new Blob([progressFile(store.lines, now)], { type: "application/json" }));
  const link = element("a", { href, download: `exam-notes-progress-${dayOf(now)}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 6e4);
  changeSettings({ exported: store.lines.length });
  tell(`Saved ${counted(store.lines.length, "record")}.`);
}

/** @param {HTMLInputElement} input */
async function importFile(input) {
  const [file] = input.files ?? [];
  input.value = "";
  if (!file) return;
  const { log, problem } = file.size > FILE_BYTES ? readProgress(" ".repeat(FILE_BYTES + 1)) : readProgress(await file.text());
  if (!log) return tell(`Nothing was changed. ${problem}`);
  const before = store.lines;
  const added = union(before, log).length - before.length;
  if (!added) return tell(`Nothing new: all ${counted(log.length, "record")} are here already.`);
  const add = async () => {
    await append(log);
    deriveAll();
    render();
    tell(`Added ${counted(added, "record")}. `, quiet("Undo", () => restore(before)));
  };
  tell(`The file has ${counted(log.length, "record")}, ${added} of them new. `, button("Add them", add), " ", button("Leave it", () => tell("Nothing was changed.")));
}

function askToClear() {
  const clear = async () => {
    const [lines, exam] = [await clearLog(), recalled("exam")];
    keep("exam", "");
    changeSettings({ exported: 0 });
    deriveAll();
    render();
    undo = quiet("Undo", () => restore(lines, exam));
    tell(`Cleared ${counted(lines.length, "record")}. `, undo);
  };
  tell(`Clear ${counted(store.lines.length, "record")} for good? `, button("Clear", clear), " ", button("Keep", () => tell("Nothing was changed.")));
}

/** Puts the log back as it was.
 * @param {string[]} lines @param {string | null} [exam] */
async function restore(lines, exam) {
  undo = null;
  await clearLog();
  await append(lines);
  if (exam) keep("exam", exam);
  deriveAll();
  render();
  tell("As it was before.");
}

/** What a reader has to know when the browser does not keep what we give it. */
function troubleText() {
  if (!store.trouble) return [];
  const why = store.trouble === "full" ? "The storage of this browser is full" : "This browser refuses to store anything";
  return [element("p", { class: "practice-trouble", role: "alert" }, `${why}: what you answer now lasts until you close this page. Save it as a file under Progress.`)];
}
