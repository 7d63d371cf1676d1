/* Keys of a question. They act while the focus is inside it, and can be switched off (WCAG 2.1.4). */

const KEYS = [
  ["A to F", "choose or unchoose an option"],
  ["Enter", "check, then go on"],
  ["U", "not sure"],
  ["N, P", "next, previous question of an exam"],
  ["M", "mark the question of an exam with a flag"],
  ["?", "this help"],
];

/**
 * @param {HTMLElement} box
 * @param {() => Chooser | null} current the form that is shown
 * @param {Record<string, () => void>} [actions] by key
 */
function listen(box, current, actions = {}) {
  box.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const form = current();
    if (event.key === "Enter" && event.target === box && form) form.form.requestSubmit();
    if (event.key.length !== 1 || event.key === "/") return;
    event.stopPropagation(); // Material's own keys: f and s search, n and p leave the page
    const action = app.settings.keys && (actions[event.key] ?? actionOf(event.key.toLowerCase(), form));
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/**
 * @param {string} key
 * @param {Chooser | null} form
 * @returns {(() => void) | undefined}
 */
function actionOf(key, form) {
  if (key === "?") return showKeys;
  const input = key === "u" ? form?.doubt : form?.inputs[/^[a-z]$/.test(key) ? key.charCodeAt(0) - 97 : -1];
  return input && (() => {
    input.focus();
    input.click();
  });
}

function showKeys() {
  const rows = KEYS.map(([key, what]) => element("tr", {}, element("th", { scope: "row" }, element("kbd", {}, key)), element("td", {}, what)));
  const on = element("input", { type: "checkbox", checked: app.settings.keys, onchange: () => changeSettings({ keys: on.checked }) });
  const dialog = element("dialog", { class: "practice-dialog", "aria-label": "Keys" });
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(
    element("p", {}, "While a question has the focus:"),
    element("table", {}, element("tbody", {}, ...rows)),
    element("p", {}, element("label", {}, on, " These keys are on")),
    button("Close", () => dialog.close()),
  );
  document.querySelector("article")?.append(dialog);
  dialog.showModal();
}

function keysButton() {
  return button("Keys", showKeys, { class: "practice-quiet", "aria-haspopup": "dialog" });
}
