/* Ages of checks are counted here, from the days, so that no page changes by itself. */
(() => {
  "use strict";
  const review = document.querySelector("[data-review-days]");
  const age = (day) => Math.max(0, Math.floor((Date.now() - Date.parse(day)) / 86400000));
  const isDue = (day) => !(age(day) < review.dataset.reviewDays); // no day is due too
  const days = review.dataset.days.trim().split(" ").map((entry) => entry.split("="));
  const due = days.reduce((sum, [day, count]) => (isDue(day) ? sum + Number(count) : sum), 0);
  const note = review.querySelector(".due");
  note.textContent = due === 1 ? "1 question is due for review today." : `${due || "No"} questions are due for review today.`;
  note.hidden = false;
  for (const item of document.querySelectorAll(".checked > li")) {
    const day = item.querySelector(".day").textContent;
    if (isDue(day)) item.className = "is-due";
    if (age(day) >= 0) item.querySelector(".age").textContent = `${age(day)} days ago${isDue(day) ? ", due for review" : ""}`;
  }
})();
