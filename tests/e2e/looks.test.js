// The page at every width and in both schemes: nothing sticks out, nothing is hard to read, and a picture
// of each in screenshots/ to look at.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { screenshots } from "./support/paths.js";
import { Session } from "./support/session.js";

let session;

before(async () => {
  await mkdir(screenshots, { recursive: true });
  session = await Session.start();
});

after(() => session?.stop());

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 360]) {
    const options = { colorScheme, viewport: { width, height: 800 } };

    test(`the start page, ${colorScheme}, ${width} px`, () =>
      session.visit(async (app) => {
        await app.sampleButton.waitFor();
        await inspect(app.page, `start-${colorScheme}-${width}`);
      }, options));

    test(`the report of the sample, ${colorScheme}, ${width} px`, () =>
      session.visit(async (app) => {
        await app.trySample();
        await app.verdict();
        await inspect(app.page, `report-${colorScheme}-${width}`);
      }, options));
  }
}

async function inspect(page, name) {
  await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });
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
