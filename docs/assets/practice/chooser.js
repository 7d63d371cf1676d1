/* The form in which somebody chooses: radio buttons, or checkboxes where more than one is right. */

/**
 * @typedef {object} Chooser
 * @property {HTMLFormElement} form
 * @property {HTMLElement} buttons where buttons go
 * @property {() => string} chosen letters of the page's order, sorted
 * @property {() => boolean} unsure
 * @property {HTMLInputElement[]} inputs in the order in which they are shown
 * @property {HTMLInputElement} doubt
 */

let choosers = 0;

/**
 * @param {object} asked
 * @param {{letter: string, label: Node}[]} asked.options in the order in which they are shown
 * @param {number} asked.choose
 * @param {string} [asked.chosen]
 * @param {boolean} [asked.unsure]
 * @param {() => void} [asked.onchange]
 * @returns {Chooser}
 */
function chooser({ options, choose, chosen = "", unsure = false, onchange = () => {} }) {
  const name = `practice-${++choosers}`;
  const type = choose > 1 ? "checkbox" : "radio";
  const inputs = options.map(({ letter }) =>
    element("input", { type, name, value: letter, checked: chosen.includes(letter) }),
  );
  const labels = options.map(({ label }, at) =>
    element("label", { class: "practice-option" }, inputs[at], shownLetter(at), element("span", {}, label)),
  );
  const doubt = element("input", { type: "checkbox", checked: unsure });
  const buttons = element("div", { class: "practice-buttons" });
  const count = element("output");
  const legend = choose > 1 ? ["Choose ", choose, ": ", count] : ["Choose one"];
  const form = element(
    "form",
    { class: "practice-form" },
    element("fieldset", {}, element("legend", {}, ...legend), ...labels),
    element("label", { class: "practice-unsure" }, doubt, "I am not sure"),
    buttons,
  );
  const letters = () => inputs.flatMap(({ checked, value }) => (checked ? value : [])).sort().join("");
  const show = () => (count.textContent = `${letters().length} of ${choose} chosen`);
  form.addEventListener("change", () => {
    show();
    onchange();
  });
  show();
  return { form, buttons, chosen: letters, unsure: () => doubt.checked, inputs, doubt };
}

/** @param {number} at */
function shownLetter(at) {
  return element("span", { class: "practice-letter" }, letterOf(at).toUpperCase(), ".");
}

/** Why an answer cannot be checked yet; "" where it can.
 * @param {string} chosen @param {number} choose */
function missing(chosen, choose) {
  if (chosen.length === choose) return "";
  if (choose === 1) return "Choose an option first.";
  return `Choose exactly ${choose}: ${chosen.length} of ${choose} chosen.`;
}
