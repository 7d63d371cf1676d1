/* Keeps the whole site for reading without a network, and offers a new version when there is one. */
(() => {
  "use strict";
  const home = new URL("..", document.currentScript.src);
  const workers = navigator.serviceWorker;
  if (!workers || navigator.connection?.saveData) return;

  const bar = (text, label, action) => {
    const box = document.createElement("div");
    box.className = "offline-bar";
    box.setAttribute("role", "status");
    box.append(text);
    if (label) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = label;
      button.addEventListener("click", action);
      box.append(button);
    }
    document.querySelector("footer.md-footer").prepend(box);
    return box;
  };

  /* A page changes under its reader only when the reader asks for it. */
  const offer = (worker) => {
    const box = bar("There is a new version of these notes.", "Reload", () => {
      workers.addEventListener("controllerchange", () => location.reload());
      worker.postMessage("take over");
    });
    box.classList.add("offline-bar--new");
  };

  const watched = new WeakSet();
  const watch = (worker) => {
    if (!worker || watched.has(worker)) return;
    watched.add(worker);
    const look = () => {
      if (worker.state === "installed" && workers.controller) offer(worker);
      if (worker.state === "activated") bar("Available offline");
    };
    worker.addEventListener("statechange", look);
    look();
  };

  const start = async () => {
    try {
      const registration = await workers.register(new URL("sw.js", home), { updateViaCache: "none" });
      if (registration.active && !registration.waiting) bar("Available offline");
      watch(registration.waiting || registration.installing);
      registration.addEventListener("updatefound", () => watch(registration.installing));
    } catch {
      /* Private windows and full disks refuse: the notes are read from the network then. */
    }
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
