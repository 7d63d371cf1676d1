/* For readers: open what a hit points into, open or close all answers. */
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

  /* Shows a hit and what it belongs to: its heading below the header, or its option where that is near. */
  const land = (hit) => {
    reveal(hit);
    const heads = [...article.querySelectorAll("h1, h2, h3")];
    const isAbove = (head) => head.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING;
    const heading = hit.closest("h1, h2, h3") ?? heads.findLast(isAbove);
    const option = hit.closest("details")?.firstElementChild;
    const isNear = (head) => head && hit.getBoundingClientRect().bottom - head.getBoundingClientRect().top < innerHeight * 0.8;
    const head = [heading, option].find(isNear);
    if (head) head.scrollIntoView();
    else hit.scrollIntoView({ block: "center" });
  };

  /* Material marks the words of a search a moment after the page has loaded. The first hit is shown,
     the first below the anchor where there is one; other answers stay closed. */
  if (new URLSearchParams(location.search).has("h")) {
    new MutationObserver((_, observer) => {
      const marks = [...article.querySelectorAll("mark")];
      if (!marks.length) return;
      observer.disconnect();
      const anchor = anchored();
      const isBelow = (mark) => anchor.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
      setTimeout(land, 0, (anchor && marks.find(isBelow)) || marks[0]);
    }).observe(article, { childList: true, subtree: true });
  }

  const control = document.querySelector(".answers-control");
  if (control) {
    const button = control.firstElementChild;
    const allOpen = () => answers.every((answer) => answer.open);
    let waits = false;
    const show = () => {
      waits = false;
      button.textContent = allOpen() ? "Close all answers" : "Open all answers";
    };
    const showSoon = () => {
      if (!waits) requestAnimationFrame(show); // once, however many answers open
      waits = true;
    };
    button.addEventListener("click", () => {
      const open = !allOpen();
      for (const answer of answers) answer.open = open;
    });
    article.addEventListener("toggle", showSoon, true); // does not bubble
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
  drawer.addEventListener("change", () => {
    if (drawer.checked) document.querySelector(".md-sidebar--primary a:not([hidden])").focus();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.checked) return;
    drawer.click();
    document.querySelector(".md-header__button[for=__drawer]").focus();
  });

  /* Who leaves the search goes on where it was called from: at what had the focus, or at what was read. */
  let [before, from] = [];
  let height = scrollY; // browsers scroll towards a field that has the focus, though it is in sight
  addEventListener("scroll", () => {
    if (!search.checked) height = scrollY;
  });
  addEventListener("focusin", ({ target, relatedTarget }) => {
    if (!target.matches(".md-search__input") || relatedTarget?.closest(".md-search")) return;
    scrollTo({ top: height, behavior: "instant" });
    const read = [...article.querySelectorAll(":scope > :not(a)")];
    before = relatedTarget ?? read.find((part) => part.getBoundingClientRect().bottom > 100);
    from = location.href;
  });
  const goBack = () => {
    if (document.activeElement !== document.body || from !== location.href) return;
    before.focus({ preventScroll: true });
    if (before === document.activeElement) return;
    before.tabIndex = -1; // a place that takes no focus: Tab goes on from there
    before.focus({ preventScroll: true });
    before.blur();
    before.removeAttribute("tabindex");
  };
  search.addEventListener("change", () => {
    if (!search.checked && before) setTimeout(goBack);
  });

  /* Groups of services open by labels too. */
  for (const label of document.querySelectorAll("label.md-nav__link[tabindex='0']")) {
    const toggle = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    const tell = () => {
      button.ariaExpanded = toggle.checked;
    };
    button.type = "button";
    button.className = label.className;
    button.id = label.id;
    button.append(...label.childNodes);
    button.addEventListener("click", () => toggle.click());
    toggle.addEventListener("change", tell);
    tell();
    label.replaceWith(button);
  }

  /* Material makes a nameless landmark of each copy button, and of each result's tags. */
  const quieten = () => {
    for (const nav of document.querySelectorAll("nav:is(.md-code__nav, .md-tags):not([role])"))
      nav.setAttribute("role", "none");
  };
  new MutationObserver(quieten).observe(document.body, { childList: true, subtree: true });
  quieten();
})();
