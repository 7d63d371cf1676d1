/* The index of terms: its filter, and the switch for roles. */
(() => {
  "use strict";
  const article = document.querySelector("article");
  const filter = article.querySelector(".terms-filter");
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
    count.textContent = !words.length ? "" : shown ? `${shown} ${shown === 1 ? "term" : "terms"}` : "No term has this name. The search finds words in all texts.";
  });
  addEventListener("hashchange", () => {
    const hidden = [...article.querySelectorAll("[hidden] [id]")];
    const target = hidden.find(({ id }) => `#${id}` === location.hash);
    if (!target) return;
    input.value = "";
    input.dispatchEvent(new Event("input"));
    target.scrollIntoView();
  });
  filter.hidden = false;

  /* Roles give answers away: they are shown to those who want them, and the wish is remembered, where
     the browser keeps anything. */
  const KEY = "exam-notes:roles";
  const roles = article.querySelector(".roles-switch");
  const box = roles.querySelector("input");
  const show = () => {
    article.classList.toggle("shows-roles", box.checked);
    for (const each of article.querySelectorAll(".roles")) each.open = box.checked;
  };
  box.addEventListener("change", () => {
    show();
    try {
      localStorage.setItem(KEY, box.checked ? "shown" : "");
    } catch {
      /* Then it holds for this page. */
    }
  });
  try {
    box.checked = localStorage.getItem(KEY) === "shown";
  } catch {
    /* Then nothing is remembered. */
  }
  if (box.checked) show();
  roles.hidden = false;
})();
