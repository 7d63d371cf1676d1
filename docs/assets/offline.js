/* Keeps the whole site for reading without a network, and offers a new version when there is one. */
(() => {
  "use strict";
  const home = new URL("..", document.currentScript.src);
  const code = new URL("sw.js", home);
  const workers = navigator.serviceWorker;
  if (!workers || navigator.connection?.saveData) return;

  /* The last day on which the site answered. Storage may be refused, and others may write to it. */
  const SEEN = `exam-notes:${home.pathname}:seen`;
  const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text);
  const seen = () => {
    try {
      return [localStorage.getItem(SEEN)].find(isDay);
    } catch {
      return undefined;
    }
  };
  const today = () => new Date().toISOString().slice(0, 10);
  const see = () => {
    try {
      localStorage.setItem(SEEN, today());
    } catch {
      /* Then the day of the build stands for it. */
    }
  };

  /* Shows the latest news alone. */
  const bar = (text, action) => {
    const box = document.createElement("div");
    box.className = "offline-bar";
    box.role = "status";
    box.append(text);
    if (action) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Reload";
      button.addEventListener("click", action);
      box.append(button);
      box.classList.add("offline-bar--new");
    }
    document.querySelector(".offline-bar")?.remove();
    document.querySelector("footer.md-footer").prepend(box);
  };

  /* A page changes under its reader only when the reader asks for it. */
  const offer = (worker) =>
    bar("There is a new version of these notes.", () => {
      workers.addEventListener("controllerchange", () => location.reload());
      if (worker.state === "installed") worker.postMessage("take over");
      else location.reload(); // another window has asked already
    });

  const watch = (worker) => {
    const look = () => {
      if (worker.state === "installed" && workers.controller) offer(worker);
      if (worker.state === "activated" && !document.querySelector(".offline-bar")) bar("Available offline");
    };
    worker.addEventListener("statechange", look);
    look();
  };

  /* A site that has moved or stopped looks alive, since its pages are kept. So it is asked once a
     day, and after a week without an answer the bar says so. */
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const hasGone = () =>
    fetch(code, { method: "HEAD", cache: "no-store" }).then(({ status }) => status === 404 || status === 410, () => false);
  const ask = async (registration) => {
    try {
      await registration.update();
      see();
    } catch {
      const since = seen() ?? document.documentElement.dataset.built;
      if (!(Date.now() - Date.parse(since) > WEEK) || document.querySelector(".offline-bar--new")) return;
      const gone = await hasGone();
      bar(gone ? `Not found since ${since}: this site may have moved or stopped.` : `Available offline. Not compared with the site since ${since}.`);
    }
  };

  const start = async () => {
    try {
      const registration = await workers.register(code, { updateViaCache: "none" });
      registration.addEventListener("updatefound", () => watch(registration.installing));
      for (const worker of [registration.active, registration.waiting, registration.installing]) if (worker) watch(worker);
      if (!registration.active) see();
      else if (seen() !== today()) ask(registration);
    } catch {
      /* Private windows and full disks refuse: the notes are read from the network then. */
    }
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
