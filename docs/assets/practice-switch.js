/* On every page, as small as can be: the switch of a service page, the next step on the home page, and
   the practice itself where it is wanted. */
(() => {
  "use strict";
  const home = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const scope = `exam-notes:${home.pathname}`;
  /** @param {string} name @param {string} [text] */
  const kept = (name, text) => {
    try {
      if (text) localStorage.setItem(scope + name, text);
      return localStorage.getItem(scope + name);
    } catch {
      return null;
    }
  };

  const load = () => {
    const add = (/** @type {"link" | "script"} */ tag, /** @type {object} */ properties) =>
      document.head.append(Object.assign(document.createElement(tag), properties));
    add("link", { rel: "stylesheet", href: `${home}assets/practice.css` });
    for (const name of ["vendor/ts-fsrs", "practice"])
      add("script", { src: `${home}assets/${name}.js`, async: false });
  };
  if (document.querySelector("[data-practice]")) load();

  const box = /** @type {HTMLElement | null} */ (document.querySelector(".practice-switch"));
  if (box) {
    const article = /** @type {HTMLElement} */ (document.querySelector("article"));
    const [read, practise] = box.querySelectorAll("button");
    const turn = (/** @type {boolean} */ on) => {
      practise.ariaPressed = String(on);
      read.ariaPressed = String(!on);
      const { practise: running } = article.dataset;
      if (running && !on) location.reload();
      if (running || !on) return;
      article.dataset.practise = box.dataset.service;
      load();
    };
    for (const button of [read, practise])
      button.onclick = () => {
        kept("mode", button === read ? "read" : "practise");
        turn(button === practise);
      };
    turn(kept("mode") === "practise");
  }

  const step = /** @type {HTMLElement | null} */ (document.querySelector(".next-step"));
  if (step) {
    const link = /** @type {HTMLAnchorElement} */ (step.firstElementChild);
    let [text, tab] = ["Begin to practise", ""];
    try {
      const { exam, from, due } = JSON.parse(kept("next") || "");
      const number = Number(due[Math.min(30, Math.floor((Date.now() - from) / 864e5))]) || 0;
      text = number ? `Go on: ${number} due today` : "Go on practising";
      if (/^[0-9a-z]{1,16}$/.test(exam)) [text, tab] = ["Go on with the exam you left", `#exam/${exam}`];
    } catch {
      /* nothing is known yet */
    }
    link.textContent = text;
    link.href += tab;
    step.hidden = false;
  }
})();
