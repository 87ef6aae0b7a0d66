// What a page owes to everybody: nothing sticks out of the window, nothing is hard to read or to reach.
import assert from "node:assert/strict";
import axe from "axe-core";

/** Fails where the page is wider than its window, or axe-core finds a fault. */
export async function inspect(page) {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= window, `the page is ${content} px wide in a window of ${window} px`);
  // Not as a script of the page: its policy would not let it run.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run());
  const faults = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
  assert.deepEqual(faults, []);
}
