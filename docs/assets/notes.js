/* For readers: open what a hit points into, open or close all answers, filter the terms. */
(() => {
  "use strict";
  const article = document.querySelector("article");
  const answers = [...article.querySelectorAll("details:is(.success, .failure)")];

  /* Opens every closed element around `node`, and moves it into sight. */
  const reveal = (node) => {
    let closed = false;
    for (let box = node.closest("details"); box; box = box.parentElement.closest("details")) {
      closed ||= !box.open;
      box.open = true;
    }
    if (closed) node.scrollIntoView();
  };

  const anchored = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // "#100%"
    }
  };
  const revealTarget = () => {
    const target = anchored();
    if (target) reveal(target);
  };
  addEventListener("hashchange", revealTarget);
  revealTarget();

  /* Material marks the words of a search a moment after the page has loaded. The first hit is shown,
     the first below the anchor where there is one; other answers stay closed. */
  if (new URLSearchParams(location.search).has("h")) {
    new MutationObserver((_, observer) => {
      const marks = [...article.querySelectorAll("mark")];
      if (!marks.length) return;
      observer.disconnect();
      const anchor = anchored();
      const isBelow = (mark) => anchor.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
      const hit = (anchor && marks.find(isBelow)) || marks[0];
      setTimeout(() => {
        reveal(hit);
        hit.scrollIntoView({ block: "center" });
      });
    }).observe(article, { childList: true, subtree: true });
  }

  const control = document.querySelector(".answers-control");
  if (control) {
    const button = control.firstElementChild;
    const allOpen = () => answers.every((answer) => answer.open);
    const show = () => {
      button.textContent = allOpen() ? "Close all answers" : "Open all answers";
    };
    button.addEventListener("click", () => {
      const open = !allOpen();
      for (const answer of answers) answer.open = open;
    });
    for (const answer of answers) answer.addEventListener("toggle", show);
    show();
    control.hidden = false;
  }

  /* Material opens its drawer and its search by labels, which no keyboard reaches. */
  const names = { __drawer: "Navigation", __search: "Search" };
  for (const label of document.querySelectorAll("label:is(.md-header__button, .md-button)")) {
    const toggle = document.getElementById(label.htmlFor);
    if (!(label.htmlFor in names)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", label.htmlFor);
    if (!label.textContent.trim()) button.ariaLabel = names[label.htmlFor];
    button.append(...label.childNodes);
    button.addEventListener("click", () => {
      toggle.click();
      if (toggle.id === "__search") document.querySelector(".md-search__input").focus();
    });
    label.replaceWith(button);
  }
  const [drawer, search] = Object.keys(names).map((id) => document.getElementById(id));
  const giveBack = (toggle) => document.querySelector(`.md-header__button[for=${toggle.id}]`).focus();
  drawer.addEventListener("change", () => {
    if (drawer.checked) document.querySelector(".md-sidebar--primary a:not([hidden])").focus();
  });
  search.addEventListener("change", () => {
    if (!search.checked) setTimeout(() => document.activeElement === document.body && giveBack(search));
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    giveBack(drawer);
  });

  /* Material makes a nameless landmark of each copy button, and of each result's tags. */
  const quieten = () => {
    for (const nav of document.querySelectorAll("nav:is(.md-code__nav, .md-tags):not([role])"))
      nav.setAttribute("role", "none");
  };
  new MutationObserver(quieten).observe(document.body, { childList: true, subtree: true });
  quieten();

  const filter = document.querySelector(".terms-filter");
  if (filter) {
    const [input, count] = [filter.querySelector("input"), filter.querySelector("output")];
    const entries = [...article.querySelectorAll(".term, .see")];
    const letters = [...article.querySelectorAll("h2")];
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const entry of entries) {
        const names = entry.dataset.names.toLowerCase();
        entry.hidden = !words.every((word) => names.includes(word));
      }
      for (const letter of letters) letter.hidden = words.length > 0;
      const shown = entries.filter((entry) => !entry.hidden && entry.matches(".term")).length;
      count.textContent = words.length ? `${shown} ${shown === 1 ? "term" : "terms"}` : "";
    });
    addEventListener("hashchange", () => {
      const target = anchored();
      if (!target?.closest("[hidden]")) return;
      input.value = "";
      input.dispatchEvent(new Event("input"));
      target.scrollIntoView();
    });
    filter.hidden = false;
  }
})();
