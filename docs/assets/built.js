/* Says when the site was built. The build writes the day into this file alone, so that no page
   changes by the day. */
(() => {
  "use strict";
  const day = "";
  if (!day) return;
  document.documentElement.dataset.built = day;
  document.querySelector(".md-copyright__highlight")?.append(` Built on ${day}.`);
})();
