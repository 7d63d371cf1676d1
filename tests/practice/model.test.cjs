"use strict";
const assert = require("node:assert/strict");
const { test } = require("node:test");
const fc = require("fast-check");
const model = require("./load.cjs");

const T0 = Date.UTC(2026, 10, 25, 12);
const review = (change = {}) => ({
  time: T0, id: "svc0-q0", asked: "xabc", chosen: "a", right: true, sure: true, flagged: false, mode: "p", ...change,
});
const line = (change) => model.lineOf(review(change));
const reviews = fc.record({
  time: fc.integer({ min: T0, max: T0 + 400 * model.DAY }),
  id: fc.constantFrom("svc0-q0", "svc0-q1", "svc1-q2", "gone-q"),
  asked: fc.constantFrom("xabc", "yabc", "x--_"),
  chosen: fc.constantFrom("", "a", "bd"),
  right: fc.boolean(),
  sure: fc.boolean(),
  flagged: fc.boolean(),
  mode: fc.constantFrom("r", "t", "p", `e.${T0.toString(36)}.k3x9`),
});
const logs = fc.array(reviews.map(model.lineOf), { maxLength: 40 });

test("a review is read as it was written", () =>
  fc.assert(fc.property(reviews, (one) => assert.deepEqual(model.reviewOf(model.lineOf(one)), { ...one }))));

test("merging is commutative, associative and idempotent, and loses nothing", () =>
  fc.assert(
    fc.property(logs, logs, logs, (a, b, c) => {
      const { union } = model;
      assert.deepEqual(union(a, b), union(b, a));
      assert.deepEqual(union(union(a, b), c), union(a, union(b, c)));
      assert.deepEqual(union(union(a, b), b), union(a, b));
      assert.ok([...a, ...b].every((one) => union(a, b).includes(one)));
    }),
  ));

test("what is derived does not depend on the way the log was merged", () =>
  fc.assert(
    fc.property(logs, logs, (a, b) => {
      const catalogue = model.madeUp([13, 13, 0, 0]);
      assert.deepEqual(model.stateOf(catalogue, model.union(a, b)), model.stateOf(catalogue, model.union(b, a)));
    }),
  ));

for (const damaged of [
  "", "a b", line().toUpperCase(), `${line()} x`, `${line()}\n`, line().replace("svc0-q0", "__proto__"),
  line().replace(" p", " e.<b>.x"), line().replace("svc0-q0", "<img/src/onerror=alert(1)>"), "~", `~${"x".repeat(301)}`, "~é",
])
  test(`no record: ${JSON.stringify(damaged).slice(0, 60)}`, () => assert.equal(model.isRecord(damaged), false));

test("a record of a newer version is kept and not read", () => {
  assert.ok(model.isRecord("~2 anything at all"));
  assert.equal(model.reviewOf("~2 anything at all"), null);
  assert.deepEqual(model.union(["~2 x"], [line()]), [line(), "~2 x"]);
});

test("a file is read as it was written", () =>
  fc.assert(
    fc.property(logs, (log) => {
      const lines = model.union(log, []);
      assert.deepEqual(model.readProgress(model.progressFile(lines, T0)), { log: lines, problem: "" });
    }),
  ));

for (const [text, named] of [
  ["{", "no file"], ["[]", "no file"], ["null", "no file"], ["3", "no file"], ["[".repeat(1e5), "no file"],
  ['{"format": "<img src=x onerror=alert(1)>"}', "no file"],
  ['{"format": "exam-notes progress", "version": 2, "log": []}', "version 2"],
  ['{"format": "exam-notes progress", "version": 1}', "no log"],
  ['{"format": "exam-notes progress", "version": 1, "log": [], "x<b>": 1}', '"x<b>"'],
  ['{"format": "exam-notes progress", "version": 1, "log": [], "__proto__": {"a": 1}}', '"__proto__"'],
  ['{"format": "exam-notes progress", "version": 1, "log": ["a"]}', 'Record 1 is not understood: "a"'],
  ['{"format": "exam-notes progress", "version": 1, "log": [{"__proto__": 1}]}', "Record 1"],
  [" ".repeat(16 * 2 ** 20 + 1), "larger than 16 MB"],
])
  test(`a file that is refused: ${text.slice(0, 70)}`, () => {
    const { log, problem } = model.readProgress(text);
    assert.equal(log, null);
    assert.ok(problem.includes(named), problem);
  });

test("no text that is no file of ours throws", () =>
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => assert.equal(model.readProgress(text).log, null))));

test("wrong is again, right but unsure hard, right good", () => {
  assert.deepEqual([[false, true], [false, false], [true, false], [true, true]].map(([right, sure]) => model.gradeOf({ right, sure })), [1, 1, 2, 3]);
  const after = (change) => model.intervalOf(model.learnt(undefined, review(change)).memory);
  assert.ok(after({ right: false }) <= after({ sure: false }) && after({ sure: false }) < after({}));
});

test("a night makes a day, in every time zone", () => {
  const hours = [0, 7, 9, 24, 34, 38, 48].map((n) => model.daysBetween(T0, T0 + n * 36e5));
  assert.deepEqual(hours, [0, 0, 1, 1, 1, 2, 2]);
});

test("nothing is due after the day before the exam", () =>
  fc.assert(
    fc.property(fc.array(reviews, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 90 }), (all, days) => {
      const catalogue = model.madeUp([13, 13, 0, 0]);
      const examDay = T0 + days * model.DAY;
      for (const [id, known] of model.stateOf(catalogue, model.union(all.map(model.lineOf), [])))
        assert.ok(model.dueOf(catalogue.questions.get(id), known, examDay) < examDay);
    }),
  ));

test("a mended stem keeps the history; other options are asked again", () => {
  const catalogue = model.madeUp([1]);
  const question = catalogue.questions.get("svc0-q0");
  const known = (asked) => model.stateOf(catalogue, [line({ asked })]).get("svc0-q0");
  assert.equal(model.hasChanged(question, known("xabc")), false);
  assert.equal(model.hasChanged(question, known("zabc")), false);
  assert.equal(model.hasChanged(question, known("xabd")), true);
  assert.equal(model.dueOf(question, known("xabd"), Infinity), 0);
  assert.equal(known("xabd").seen, 1);
});

test("a question that moved takes its history along; one that went away harms nothing", () => {
  const catalogue = model.madeUp([1]);
  const state = model.stateOf(catalogue, [line({ id: "svc0-old" }), line({ id: "gone", time: T0 + 1 }), "~2 x"]);
  assert.deepEqual([...state.keys()], ["svc0-q0"]);
  catalogue.moved.set("a", "b").set("b", "a");
  assert.equal(model.questionNow(catalogue, "a"), undefined);
});

const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });

test("an exam has each domain's share, and says where the notes have too few", () =>
  fc.assert(
    fc.property(counts, fc.stringMatching(/^[0-9a-z]{1,16}$/), (available, seed) => {
      const catalogue = model.madeUp(available);
      const { ids, short } = model.assembled(catalogue, seed);
      const wanted = [20, 17, 14, 14];
      assert.equal(new Set(ids).size, ids.length);
      wanted.forEach((share, at) => {
        const own = ids.filter((id) => catalogue.questions.get(id).domain === at + 1).length;
        assert.equal(own, Math.min(share, available[at]));
      });
      assert.deepEqual(short.map(({ domain }) => domain.number), [1, 2, 3, 4].filter((n) => available[n - 1] < wanted[n - 1]));
    }),
  ));

test("the weights of the exam guide make 65", () => {
  const domains = [30, 26, 22, 22].map((weight, at) => ({ number: at + 1, weight }));
  const shares = model.quotas(domains, new Map([1, 2, 3, 4].map((n) => [n, 99])), 65);
  assert.deepEqual([...shares.values()].map(({ got }) => got), [20, 17, 14, 14]);
});

test("an exam by seed is the same everywhere, whatever the order of the questions", () => {
  const catalogue = model.madeUp([40, 40, 40, 40]);
  const { ids } = model.assembled(catalogue, "k3x9");
  assert.deepEqual(ids.slice(0, 5), SAME_EXAM);
  const turned = { ...catalogue, questions: new Map([...catalogue.questions].reverse()) };
  assert.deepEqual(model.assembled(turned, "k3x9").ids, ids);
  assert.notDeepEqual(model.assembled(catalogue, "k3xa").ids, ids);
  assert.deepEqual(model.optionOrder("k3x9", "svc0-q0", 5), SAME_OPTIONS);
});
const SAME_EXAM = ["svc0-q5", "svc7-q12", "svc9-q11", "svc3-q7", "svc0-q3"];
const SAME_OPTIONS = [2, 4, 0, 1, 3];

test("every order of options has about the same chance", () => {
  const first = [0, 0, 0, 0];
  for (let n = 0; n < 4000; n++) first[model.optionOrder(`seed${n}`, "q", 4)[0]] += 1;
  assert.ok(first.every((count) => count > 850 && count < 1150), String(first));
});

test("scores add up", () =>
  fc.assert(
    fc.property(fc.array(reviews), (all) => {
      const catalogue = model.madeUp([13, 13, 0, 0]);
      const known = all.filter(({ id }) => catalogue.questions.has(id));
      const score = model.scoreOf(catalogue, known);
      for (const part of [score.domains, score.services])
        for (const field of ["right", "of"])
          assert.equal([...part.values()].reduce((sum, one) => sum + one[field], 0), score.all[field]);
      assert.equal(score.all.of, known.length);
    }),
  ));

const exam = (change = {}) => ({
  seed: "k3x9", start: T0, minutes: 130, pausable: true, paused: 0, pausedAt: 0, at: 0, ids: ["svc0-q0", "svc0-q1"], answers: new Map(), ...change,
});

test("the clock runs on through reload and sleep, and stops only while paused", () => {
  assert.equal(model.timeLeft(exam(), T0 + 30 * 6e4), 100 * 6e4);
  assert.equal(model.timeLeft(exam(), T0 + 3 * model.DAY), 0);
  assert.equal(model.timeLeft(exam({ pausedAt: T0 + 6e4 }), T0 + 3 * model.DAY), 129 * 6e4);
  assert.equal(model.timeLeft(exam({ paused: 6e4 }), T0 + 2 * 6e4), 129 * 6e4);
  assert.equal(model.timeLeft(exam({ minutes: 0 }), T0 + 3 * model.DAY), Infinity);
});

test("a kept exam is read as it was written, and anything else is none", () => {
  const catalogue = model.madeUp([13]);
  const own = exam({ answers: new Map([["svc0-q1", { chosen: "bd", unsure: true, flagged: false, time: T0 + 5 }]]) });
  assert.deepEqual(model.examFrom(model.examText(own), catalogue), own);
  for (const text of [null, "", "{", "[]", "{}", '{"seed":"<b>"}', '{"seed":"a","start":"x","ids":["svc0-q0"],"answers":[]}', '{"seed":"a","ids":["__proto__"],"answers":[]}', "x".repeat(1e5)])
    assert.equal(model.examFrom(text, catalogue), null);
  const hostile = JSON.parse(model.examText(own));
  Object.assign(hostile, { at: 1e9, minutes: -5, paused: "x", ids: ["svc0-q0", "<b>", "svc0-q0"], answers: [["<b>", "a", 1, 1, 1], ["svc0-q0", "<b>", 1, 1, 1], 7] });
  assert.deepEqual(model.examFrom(JSON.stringify(hostile), catalogue), exam({ minutes: 0, at: 0, ids: ["svc0-q0"] }));
});

test("of two windows at one exam the later answer counts", () => {
  const at = (time, chosen) => ({ chosen, unsure: false, flagged: false, time });
  const one = exam({ answers: new Map([["svc0-q0", at(1, "a")], ["svc0-q1", at(5, "b")]]) });
  const two = exam({ answers: new Map([["svc0-q0", at(3, "c")], ["svc0-q1", at(4, "d")]]) });
  for (const merged of [model.mergedExam(one, two), model.mergedExam(two, one)])
    assert.deepEqual([...merged.answers.values()].map(({ chosen }) => chosen), ["c", "b"]);
  assert.equal(model.mergedExam(one, exam({ seed: "other" })), one);
});

test("an unanswered question is wrong in the exam, and teaches the memory nothing", () => {
  const catalogue = model.madeUp([13]);
  const own = exam({ answers: new Map([["svc0-q0", { chosen: "a", unsure: false, flagged: true, time: 1 }]]) });
  const all = model.examReviews(own, catalogue, () => ({ right: "a", asked: "xabc" }), T0 + 9);
  assert.deepEqual(model.scoreOf(catalogue, all).all, { right: 1, of: 2 });
  const log = all.map(model.lineOf);
  assert.deepEqual([...model.stateOf(catalogue, log).keys()], ["svc0-q0"]);
  assert.deepEqual([...model.examsOf(log).values()], [all]);
});

test("today's plan mixes new ones between those that are due, up to the daily number", () => {
  const catalogue = model.madeUp([40]);
  const ids = [...catalogue.questions.keys()];
  const log = ids.slice(0, 20).map((id) => line({ id, time: T0 - 30 * model.DAY }));
  const plan = model.planOf(catalogue, model.stateOf(catalogue, log), { daily: 12, day: "" }, T0);
  assert.equal(plan.ids.length, 12);
  assert.equal(new Set(plan.ids).size, 12);
  assert.deepEqual([plan.due, plan.fresh, plan.unseen, plan.done], [20, 3, 20, 0]);
  const after = log.concat(plan.ids.slice(0, 5).map((id, at) => line({ id, time: T0 + at })));
  const later = model.planOf(catalogue, model.stateOf(catalogue, after), { daily: 12, day: "" }, T0 + 9);
  assert.deepEqual([later.ids.length, later.done], [7, 5]);
});

test("with an exam day, what would be weakest on that day comes first", () => {
  const catalogue = model.madeUp([3]);
  const log = [
    line({ id: "svc0-q0", time: T0 - 9 * model.DAY }), line({ id: "svc0-q1", time: T0 - 9 * model.DAY, right: false }),
    line({ id: "svc0-q2", time: T0 - 9 * model.DAY, sure: false }),
  ];
  const plan = model.planOf(catalogue, model.stateOf(catalogue, log), { daily: 9, day: model.dayOf(T0 + 5 * model.DAY) }, T0);
  assert.deepEqual(plan.ids, ["svc0-q1", "svc0-q2", "svc0-q0"]);
  assert.equal(plan.daysLeft, 5);
});

test("what is weaker on the day of the exam comes first, though it is stronger today", () => {
  const catalogue = model.madeUp([2]);
  const ago = (days) => T0 - days * model.DAY;
  const log = [
    line({ id: "svc0-q0", time: ago(80) }), line({ id: "svc0-q0", time: ago(76) }),
    line({ id: "svc0-q1", time: ago(1), sure: false }),
  ];
  const state = model.stateOf(catalogue, log);
  assert.deepEqual(model.weakestFirst(["svc0-q1", "svc0-q0"], state, T0), ["svc0-q0", "svc0-q1"]);
  const plan = model.planOf(catalogue, state, { daily: 9, day: model.dayOf(T0 + 20 * model.DAY) }, T0);
  assert.deepEqual(plan.ids, ["svc0-q1", "svc0-q0"]);
});

test("a selection is by service, domain, skill and history", () => {
  const catalogue = model.madeUp([13, 13]);
  const state = model.stateOf(catalogue, [line({ right: false }), line({ id: "svc0-q1", sure: false })]);
  const pick = (choice) => model.selected(catalogue, state, { service: "", domain: "", skill: "", only: "", order: "order", ...choice }, "s", T0);
  assert.equal(pick({}).length, 26);
  assert.equal(pick({ service: "svc1" }).length, 13);
  assert.equal(pick({ domain: "2" }).length, 13);
  assert.deepEqual(pick({ skill: "9.9" }), []);
  assert.equal(pick({ only: "unseen" }).length, 24);
  assert.deepEqual(pick({ only: "wrong" }), ["svc0-q0"]);
  assert.deepEqual(pick({ only: "unsure" }), ["svc0-q1"]);
  assert.deepEqual(pick({ order: "weakest" }).slice(-2).sort(), ["svc0-q0", "svc0-q1"]);
  assert.deepEqual([...pick({ order: "shuffled" })].sort(), pick({}).sort());
});

test("readiness is the recall on that day, weighted by domain; what was never answered counts nothing", () => {
  const catalogue = model.madeUp([2, 2]);
  const state = model.stateOf(catalogue, [line({ time: T0 })]);
  const { share, domains, weight } = model.readiness(catalogue, state, T0);
  assert.equal(weight, 56);
  assert.equal(domains.get(1), 0.5);
  assert.ok(Math.abs(share - (0.5 * 30) / 56) < 1e-9);
  assert.ok(model.readiness(catalogue, state, T0 + 90 * model.DAY).share < share);
  assert.equal(model.readiness(model.madeUp([0]), new Map(), T0).share, 0);
  const catalogue2 = model.madeUp([1, 0]);
  assert.deepEqual(model.coverage(catalogue2), { covered: 1, of: 2 });
  catalogue2.questions.get("svc0-q0").skills = ["1.1.2"];
  assert.deepEqual(model.coverage(catalogue2), { covered: 1, of: 2 });
  for (const skill of ["1.1.1", "1.1.2", "1.1.20"]) catalogue2.skills.set(skill, "");
  assert.deepEqual(model.coverage(catalogue2), { covered: 1, of: 4 });
});

test("calibration, days and the ones that keep going wrong", () => {
  const log = [line(), line({ right: false }), line({ sure: false }), line({ chosen: "" }), "~2 x"];
  assert.deepEqual(model.calibration(log), { sure: { right: 1, of: 2 }, unsure: { right: 1, of: 1 } });
  assert.deepEqual([...model.daysOf(log)], [[model.dayOf(T0), { right: 2, of: 3 }]]);
  const wrong = (n) => model.stateOf(model.madeUp([1]), Array.from({ length: n }, (_, at) => line({ right: false, time: T0 + at }))).get("svc0-q0");
  assert.deepEqual([1, 2, 3].map((n) => model.keepsGoingWrong(wrong(n))), [false, true, true]);
});

test("a day is a day of the calendar or none", () => {
  assert.equal(model.dayOf(model.startOf("2026-12-01")), "2026-12-01");
  for (const none of ["", "2026-02-30", "2026-13-01", "x", "<b>"]) assert.equal(model.startOf(none), Infinity);
});
