/* Elements. Text is text; HTML is taken from the build's fragments alone. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties] set as properties; `class`, `role`, `for`, `aria-*` and
 * `data-*` as attributes
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
function element(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (/^(class|role|for|aria-.*|data-.*|colspan|scope)$/.test(name)) node.setAttribute(name, String(value));
    else Object.assign(node, { [name]: value });
  }
  for (const child of children) if (child || child === 0) node.append(child instanceof Node ? child : String(child));
  return node;
}

/**
 * @param {string} text
 * @param {() => unknown} onclick
 * @param {Record<string, unknown>} [properties]
 */
function button(text, onclick, properties = {}) {
  return element("button", { type: "button", class: "practice-button", onclick, ...properties }, text);
}

/** The button that leads on.
 * @param {string} text @param {() => unknown} onclick @param {Record<string, unknown>} [properties] */
function primary(text, onclick, properties) {
  return button(text, onclick, { class: "practice-button practice-primary", ...properties });
}

/** @param {string} text @param {() => unknown} onclick */
function quiet(text, onclick) {
  return button(text, onclick, { class: "practice-quiet" });
}

/** @param {...(Node | string | false)} content */
function note(...content) {
  return element("p", { class: "practice-note" }, ...content);
}

/** @param {...(Node | false)} content */
function buttons(...content) {
  return element("p", { class: "practice-buttons" }, ...content);
}

/**
 * A fragment of the notes, with addresses as seen from this page and without its ids.
 * @param {string} html made by the build
 * @param {keyof HTMLElementTagNameMap} [tag]
 */
function trusted(html, tag = "div") {
  const node = element(tag);
  node.innerHTML = html; // from practice/<service>.js, rendered from the notes like the pages
  for (const inner of node.querySelectorAll("[id]")) inner.removeAttribute("id");
  for (const code of node.querySelectorAll("pre > code")) code.setAttribute("tabindex", "0"); // it may scroll
  for (const name of ["href", "src"])
    for (const inner of node.querySelectorAll(`[${name}]`))
      inner.setAttribute(name, new URL(inner.getAttribute(name) ?? "", SITE).href);
  return node;
}

const live = element("p", { class: "practice-live", role: "status" });

/** Says something to those who do not see it.
 * @param {string} text */
function say(text) {
  live.textContent = text;
}

/** @param {number} number @param {string} one */
function counted(number, one) {
  return `${number} ${one}${number === 1 ? "" : "s"}`;
}

/** @param {number} share 0 to 1 */
function percent(share) {
  return `${Math.round(100 * share)} %`;
}

/**
 * A bar for the eye; what it shows stands beside it in words.
 * @param {number} share 0 to 1
 * @param {number} [weaker] a second share, shown lighter
 */
function bar(share, weaker = 0) {
  const box = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ class: "practice-bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" }))
    box.setAttribute(name, value);
  for (const [part, width] of /** @type {const} */ ([["all", 1], ["seen", weaker], ["known", share]])) {
    const rectangle = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ class: part, width: 100 * width, height: 6 })) rectangle.setAttribute(name, String(value));
    box.append(rectangle);
  }
  return box;
}

/** Brings a new view to eye and ear: its heading takes the focus.
 * @param {HTMLElement} heading */
function arrive(heading) {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}
