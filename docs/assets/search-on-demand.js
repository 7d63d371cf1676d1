/*
 * Material 9.8 starts its search worker and fetches the index with every page. This waits until a
 * reader turns to the search, or comes from it (?q=, ?h=). Material counts every word that only begins
 * as typed as if it was meant; here whole words count more, and what has all words of a query comes
 * before what has one of them often. Where nothing is found it asks again, for the words alone, with
 * one wrong letter or another ending allowed. To go with Material's end, 2027-05.
 */
(() => {
  "use strict";
  const [SETUP, QUERY, RESULT] = [0, 2, 3]; // Material's types of messages
  const { open, send } = XMLHttpRequest.prototype;
  const SearchWorker = window.Worker;
  const wanted = new Promise((resolve) => {
    if (/[?&][qh]=/.test(location.search)) resolve();
    addEventListener("focusin", ({ target }) => target.matches(".md-search__input") && resolve());
  });

  /* Material listens to keys only; a mouse pastes, a person dictates, a keyboard on glass predicts. */
  addEventListener("input", ({ target }) => {
    if (target.matches(".md-search__input")) target.dispatchEvent(new KeyboardEvent("keyup"));
  });

  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.waits = String(url).endsWith("search/search_index.json");
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.waits) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };

  const wordsOf = (query) => query.match(/[\p{L}\p{N}_]+/gu) || [];

  /* A word as it was typed counts more than what only begins with it: "match" than "matching". Who
     writes an operator means it. */
  const wholly = (query) => (/(?:^|\s)[+-]|[~^"]/.test(query) ? query : [query, ...wordsOf(query).map((word) => `${word}^3`)].join(" "));

  /* The score of a hit, by how many of the words it has. */
  const worth = ({ score, terms }) => {
    const found = Object.values(terms);
    return score * (found.filter(Boolean).length / Math.max(1, found.length)) ** 2;
  };
  const best = (group) => Math.max(...group.map(worth));
  const ranked = (groups) => groups.map((group) => group.sort((a, b) => worth(b) - worth(a))).sort((a, b) => best(b) - best(a));

  /* "--kms-key" becomes "kms key", "cogntio" finds "cognito", and "rotation" finds "rotate". Short
     words have many neighbours. */
  const loosely = (query) =>
    wordsOf(query)
      .map((word) => (word.length > 3 ? `${word}~1 ${word.replace(/(?<=.{4})(?:ing|ions?|e?[ds]|e)$/, "")}*` : word))
      .join(" ");

  /* Where nothing was found, search-advice.js says what to do. It is loaded then. */
  const here = document.currentScript.src;
  let advice;
  const load = () =>
    new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = here.replace("on-demand", "advice");
      script.onload = () => resolve(window.searchAdvice);
      document.head.append(script);
    });

  window.Worker = class extends EventTarget {
    constructor(url) {
      super();
      this.terms = [];
      this.asked = []; // without an answer yet; answers come in the same order
      this.started = wanted.then(() => {
        const worker = new SearchWorker(url);
        worker.addEventListener("message", ({ data }) => {
          const asked = data.type === RESULT && this.asked.shift();
          if (asked && this.asksAgain(asked, data.data)) return;
          if (asked) data.data.items = ranked(data.data.items);
          this.dispatchEvent(new MessageEvent("message", { data }));
          if (!asked) return;
          document.querySelector(".search-advice")?.remove();
          this.latest = data.data.items.length ? "" : asked.query.trim();
          if (this.latest) this.advise(this.latest);
        });
        return worker;
      });
    }

    postMessage(message) {
      if (message.type === SETUP) this.terms = message.data.docs.filter(({ location }) => /\bterms(\/|\.html)#/.test(location));
      if (message.type === QUERY) {
        message.query ??= message.data.replaceAll(":", " "); // names a field otherwise: ":max_revisions: 2"
        message.data = (message.loose ? loosely : wholly)(message.query);
        this.asked.push(message);
      }
      this.started.then((worker) => worker.postMessage(message));
    }

    async advise(query) {
      const write = await (advice ??= load());
      if (query === this.latest) document.querySelector(".md-search-result__meta").after(write(query, this.terms));
    }

    asksAgain(asked, { items }) {
      if (asked.loose || items.length || this.asked.length) return false;
      this.postMessage({ type: QUERY, query: asked.query, loose: true });
      return true;
    }
  };
})();
