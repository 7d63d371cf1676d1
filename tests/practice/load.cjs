/* Loads the pure model as a page would: classic scripts, one after the other, in one scope. */
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const PRACTICE = join(__dirname, "../../docs/assets/practice");
const FILES = ["fragments", "random", "records", "progress-file", "catalogue", "memory", "known", "select", "exam", "exam-kept", "insight", "settings"];
const FSRS = require("../../docs/assets/vendor/ts-fsrs.js");

const code = FILES.map((name) => readFileSync(join(PRACTICE, `${name}.js`), "utf-8")).join("\n");
const names = [...code.matchAll(/^(?:function|const) (\w+)/gm)].map(([, name]) => name);

module.exports = new Function("FSRS", `"use strict";\n${code}\nreturn { ${names.join(", ")} };`)(FSRS);

/** A catalogue of made-up questions: `counts` says how many in each domain. */
module.exports.madeUp = (counts, perService = 13) => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const domains = counts.flatMap((count, at) => Array(count).fill(at));
  const services = [];
  for (let from = 0; from < total; from += perService) {
    const own = domains.slice(from, from + perService);
    const slug = `svc${from / perService}`;
    services.push([
      slug,
      `Service ${slug}`,
      `services/${slug}/`,
      own.map((_, at) => `-q${at}`).join(" "),
      own.map(() => "abc").join(""),
      own.map(() => "1").join(""),
      counts.map((_, at) => `${at + 1}.1`).join(" "),
      own.join(" "),
    ]);
  }
  const weights = [30, 26, 22, 22];
  return module.exports.catalogueOf({
    domains: counts.map((_, at) => [at + 1, `Domain ${at + 1}`, weights[at]]),
    skills: counts.map((_, at) => [`${at + 1}.1`, `Task ${at + 1}.1`]),
    moved: [["svc0-old", "svc0-q0"]],
    services,
  });
};
