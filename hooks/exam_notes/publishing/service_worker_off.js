/* The offline cache is switched off: this removes what an earlier version has kept, and itself. */
"use strict";
const PREFIX = `exam-notes ${registration.scope} `;

const removeAll = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(removeAll()));
