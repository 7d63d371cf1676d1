/* Says when the notes were built, in a file of its own: no page changes by the day alone. */
(() => {
  "use strict";
  const day = "";
  document.documentElement.dataset.built = day;
  document.querySelector(".md-copyright__highlight")?.append(` Built on ${day}.`);
})();
