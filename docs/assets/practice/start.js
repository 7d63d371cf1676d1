/* Begins the practice: on its own page by the address behind "#", on a service page in place. */

const TABS = { today: "Today", practice: "Practice", exam: "Exam", progress: "Progress" };
const page = document.querySelector("[data-practice]");

/** Shows what the address says; anything unknown is today. */
function render() {
  if (!(page instanceof HTMLElement)) return;
  stopExam();
  const [, tab = "", rest = ""] = /^#(\w+)[/?]?([\w.=&%-]{0,300})$/.exec(location.hash) ?? [];
  const current = tab === "result" ? "exam" : Object.hasOwn(TABS, tab) ? tab : "today";
  const links = Object.entries(TABS).map(([name, text]) => element("a", { id: name, href: `#${name}`, ...(name === current ? { "aria-current": "page" } : {}) }, text));
  const view = element("div", { class: "practice-view" });
  message.replaceChildren();
  page.replaceChildren(element("nav", { class: "practice-tabs", "aria-label": "Practice" }, ...links), ...troubleText(), view, live);
  if (tab === "result") showResult(view, rest).catch(failed(view));
  else if (current === "exam") showExam(view, rest);
  else if (current === "practice") showPractice(view, rest);
  else if (current === "progress") showProgress(view);
  else showToday(view);
}

/** Another window has answered: figures change at once, a question that is being answered does not.
 * @param {HTMLElement} root */
function refresh(root) {
  deriveAll();
  if (!root.querySelector("form, .practice-head, .practice-review, dialog, .practice-result")) render();
}

async function begin() {
  const article = document.querySelector("article");
  if (page instanceof HTMLElement) {
    await openApp();
    addEventListener("hashchange", render);
    watchLog(() => refresh(page));
    render();
  } else if (article?.dataset.practise) {
    await practiseOn(article, article.dataset.practise);
    watchLog(deriveAll);
  }
}

begin().catch((error) => {
  document.documentElement.classList.remove("practising");
  const sentence = element("p", { class: "practice-trouble", role: "alert" }, `The practice could not begin: ${error instanceof Error ? error.message : "unknown"}.`);
  (page ?? document.querySelector("article .practice-switch"))?.after(sentence);
});
