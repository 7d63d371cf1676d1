/*
 * Material 9.8 starts its search worker and fetches the index with every page. This waits until a
 * reader turns to the search, or comes from it (?q=, ?h=). Where nothing is found it asks again, for
 * the words alone, with one wrong letter or another ending allowed. To go with Material's end, 2027-05.
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

  /* "--kms-key" becomes "kms key", "cogntio" finds "cognito", and "rotation" finds "rotate". Short
     words have many neighbours. */
  const loosely = (query) =>
    (query.match(/[\p{L}\p{N}_]+/gu) || [])
      .map((word) => (word.length > 3 ? `${word}~1 ${word.replace(/(?<=.{4})(?:ing|ions?|e?[ds]|e)$/, "")}*` : word))
      .join(" ");

  /* Letters to change, to add or to leave out until one word is the other. */
  const distance = (a, b) => {
    let row = [...b, ""].map((_, at) => at);
    [...a].forEach((letter, above) => {
      const next = [above + 1];
      [...b].forEach((other, at) => next.push(Math.min(row[at] + (letter !== other), row[at + 1] + 1, next[at] + 1)));
      row = next;
    });
    return row.at(-1);
  };
  const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

  /* What to do where nothing was found: the terms with the nearest names, and the index of them. */
  const advice = (query, terms) => {
    const apart = (word, name) => Math.min(...wordsOf(name).map((other) => distance(word, other) / Math.max(word.length, other.length)));
    const far = (term) => Math.min(...wordsOf(query).map((word) => apart(word, [term.title, ...(term.tags || [])].join(" "))));
    const near = terms.map((term) => [far(term), term]).filter(([value]) => value <= 0.5);
    near.sort(([a], [b]) => a - b);
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const link = (location, title) => {
      const element = document.createElement("a");
      element.href = `${base}/${location}`;
      element.textContent = new DOMParser().parseFromString(title, "text/html").body.textContent;
      return element;
    };
    const links = near.slice(0, 4).map(([, { location, title }]) => link(location, title));
    const box = document.createElement("p");
    box.className = "search-advice";
    if (links.length) box.append("Terms with a similar name: ", ...links.flatMap((each, at) => (at ? [", ", each] : [each])), ". ");
    if (terms.length) box.append("Or look through the ", link(terms[0].location.replace(/#.*/, ""), "index of terms"), ".");
    return box;
  };
  const advise = (...content) => {
    document.querySelector(".search-advice")?.remove();
    document.querySelector(".md-search-result__meta").after(...content);
  };

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
          this.dispatchEvent(new MessageEvent("message", { data }));
          if (asked) advise(...(data.data.items.length || !asked.query.trim() ? [] : [advice(asked.query, this.terms)]));
        });
        return worker;
      });
    }

    postMessage(message) {
      if (message.type === SETUP) this.terms = message.data.docs.filter(({ location }) => /\bterms(\/|\.html)#/.test(location));
      if (message.type === QUERY) {
        message.query ??= message.data;
        message.data = message.data.replaceAll(":", " "); // names a field otherwise: ":max_revisions: 2"
        this.asked.push(message);
      }
      this.started.then((worker) => worker.postMessage(message));
    }

    asksAgain(asked, { items }) {
      if (asked.loose || items.length || this.asked.length) return false;
      this.postMessage({ type: QUERY, data: loosely(asked.data), query: asked.query, loose: true });
      return true;
    }
  };
})();
