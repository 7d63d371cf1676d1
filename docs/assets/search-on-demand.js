/*
 * Material 9.8 starts its search worker and fetches the index with every page. This waits until a
 * reader turns to the search, or comes from it (?q=, ?h=). Where nothing is found it asks again, for
 * the words alone, with one wrong letter or another ending allowed. To go with Material's end, 2027-05.
 */
(() => {
  "use strict";
  const [QUERY, RESULT] = [2, 3]; // Material's types of messages
  const { open, send } = XMLHttpRequest.prototype;
  const SearchWorker = window.Worker;
  const wanted = new Promise((resolve) => {
    if (/[?&][qh]=/.test(location.search)) resolve();
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

  /* "--kms-key" becomes "kms key", "cogntio" finds "cognito", and "rotation" finds "rotate". Short
     words have many neighbours. */
  const loosely = (query) =>
    (query.match(/[\p{L}\p{N}_]+/gu) || [])
      .map((word) => (word.length > 3 ? `${word}~1 ${word.replace(/(?<=.{4})(?:ing|ions?|e?[ds]|e)$/, "")}*` : word))
      .join(" ");

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.asked = []; // without an answer yet; answers come in the same order
      this.started = wanted.then(() => {
        const worker = new SearchWorker(url);
        worker.addEventListener("message", ({ data }) => {
          if (!this.asksAgain(data)) this.dispatchEvent(new MessageEvent("message", { data }));
        });
        return worker;
      });
    }

    postMessage(message) {
      if (message.type === QUERY) {
        message.data = message.data.replaceAll(":", " "); // names a field otherwise: ":max_revisions: 2"
        this.asked.push(message);
      }
      this.started.then((worker) => worker.postMessage(message));
    }

    asksAgain({ type, data }) {
      const asked = type === RESULT && this.asked.shift();
      if (!asked || asked.loose || data.items.length || this.asked.length) return false;
      this.postMessage({ type: QUERY, data: loosely(asked.data), loose: true });
      return true;
    }
  };
})();
