/*
 * Material 9.8 starts its search worker and fetches the index with every page. This waits until a
 * reader turns to the search, or comes from it (?q=, ?h=). To go with Material's end, 2027-05.
 */
(() => {
  "use strict";
  const { open, send } = XMLHttpRequest.prototype;
  const SearchWorker = window.Worker;
  const comesFromSearch = /[?&][qh]=/.test(location.search);
  const wanted = new Promise((resolve) => {
    if (comesFromSearch) resolve();
    addEventListener("focusin", ({ target }) => target.matches(".md-search__input") && resolve());
  });

  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.waits = String(url).endsWith("search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.waits) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.started = wanted.then(() => {
        const worker = new SearchWorker(url);
        for (const type of ["message", "error"])
          worker.addEventListener(type, (event) => this.dispatchEvent(new event.constructor(type, event)));
        return worker;
      });
    }

    postMessage(message) {
      this.started.then((worker) => worker.postMessage(message));
    }
  };
})();
