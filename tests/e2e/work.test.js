// What the page costs: its main thread while it works, and its memory over many reports.
import assert from "node:assert/strict";
import { test } from "node:test";
import { large } from "./support/fixtures.js";
import { given } from "./support/given.js";

// What a person notices as a stutter, in milliseconds.
const LONG_TASK = 50;
// What fifty reports may leave behind, in bytes; one report alone is several times this.
const GROWTH = 2_000_000;

const { files, session } = await given();

test("the main thread is free while 100 MB are computed", async (context) => {
  const file = await large(files.folder, 50);
  await session.visit(async (app) => {
    await app.sampleButton.waitFor();
    await app.choose(file, file);
    await app.page.evaluate(() => {
      window.tasks = [];
      new PerformanceObserver((list) => window.tasks.push(...list.getEntries())).observe({ type: "longtask" });
      const isShown = () => [...document.querySelectorAll("button")].some((button) => button.innerText === "Save JSON");
      const watch = new MutationObserver(() => isShown() && (window.computed ??= performance.now()));
      watch.observe(document.body, { subtree: true, childList: true });
    });
    const started = performance.now();
    await app.compareButton.click();
    await app.verdict();
    const took = performance.now() - started;
    const [computing, drawing] = await app.page.evaluate(() => {
      const longest = (tasks) => Math.round(Math.max(0, ...tasks.map((task) => task.duration)));
      const isBefore = (task) => task.startTime < window.computed;
      return [longest(window.tasks.filter(isBefore)), longest(window.tasks.filter((task) => !isBefore(task)))];
    });
    context.diagnostic(
      `100 MB in ${Math.round(took)} ms; longest task of the main thread: ${computing} ms while it is computed, ` +
        `${drawing} ms while the report is drawn (0: under 50)`,
    );
    assert.ok(computing < LONG_TASK, `the main thread was busy for ${computing} ms`);
  });
});

test("fifty reports leave nothing behind", async (context) => {
  await session.visit(async (app) => {
    const devtools = await app.page.context().newCDPSession(app.page);
    const measure = async () => {
      // What one collection frees can free something else in the next.
      for (let times = 0; times < 3; times++) await devtools.send("HeapProfiler.collectGarbage");
      const { metrics } = await devtools.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    await devtools.send("Performance.enable");
    const load = async () => {
      // Not by the files' inputs: the driver keeps what it puts there.
      await app.trySample();
      await app.verdict();
      await app.newButton.click();
      await app.compareButton.waitFor();
    };
    // What is kept for good is there after some.
    for (let loads = 0; loads < 5; loads++) await load();
    const before = await measure();
    for (let loads = 0; loads < 50; loads++) await load();
    const end = await measure();
    const grown = (name) => end[name] - before[name];
    context.diagnostic(
      `growth over 50 reports: ${grown("JSHeapUsedSize")} bytes, ${grown("Nodes")} nodes, ${grown("JSEventListeners")} listeners`,
    );
    assert.ok(grown("JSHeapUsedSize") < GROWTH, `the heap grew by ${grown("JSHeapUsedSize")} bytes`);
    assert.ok(grown("Nodes") < 50, `${grown("Nodes")} nodes are left`);
    assert.ok(grown("JSEventListeners") < 50, `${grown("JSEventListeners")} listeners are left`);
  });
});
