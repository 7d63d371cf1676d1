/* For a search that found nothing: the terms with the nearest names, and the index of them. */
(() => {
  "use strict";
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

  window.searchAdvice = (query, terms) => {
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
})();
