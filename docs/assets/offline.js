/* Keeps the whole site for reading without a network, and offers a new version when there is one. */
(() => {
  "use strict";
  const home = new URL("..", document.currentScript.src);
  const workers = navigator.serviceWorker;
  if (!workers || navigator.connection?.saveData) return;

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

  const start = async () => {
    try {
      const registration = await workers.register(new URL("sw.js", home), { updateViaCache: "none" });
      registration.addEventListener("updatefound", () => watch(registration.installing));
      for (const worker of [registration.active, registration.waiting, registration.installing]) if (worker) watch(worker);
    } catch {
      /* Private windows and full disks refuse: the notes are read from the network then. */
    }
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
