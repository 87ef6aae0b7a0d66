// A site made of a history: from a folder of the disk, and below a path of a plain host.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { inspect } from "./support/axe.js";
import { run } from "./support/binary.js";
import { launch } from "./support/browser.js";
import { drifted } from "./support/fixtures.js";
import { screenshots } from "./support/paths.js";
import { ReportPage } from "./support/report-page.js";
import { serve } from "./support/server.js";
import { SitePage } from "./support/site-page.js";
import { watch } from "./support/watch.js";

const files = await drifted();
const history = path.join(files.folder, "h.db");
const config = path.join(files.folder, "driftglass.toml");
const hostile = '<img src=x onerror="globalThis.ran=1">';
await writeFile(config, '[[hook]]\naction = "retrain"\ncommand = ["node", "--version"]\n');
// The third has no report; a check that is stopped ends with 1.
const outputs = ["1.json", "2.json", undefined, "4.json"];
for (const [place, output] of outputs.entries()) {
  const current = place === 1 || place === 2 ? files.current : files.reference;
  const report = output ? ["-o", path.join(files.folder, output)] : [];
  const gate = ["--config", config, "--history", history, "--fail-on", "any"];
  await run("check", files.reference, current, ...gate, ...report).catch(({ code }) => assert.equal(code, 1));
}
await run("history", "note", "2", `retrained ${hostile}`, "--history", history);
const folder = path.join(files.folder, "site");
await run("site", history, "-o", folder);
const host = await serve(folder, { prefix: "/some/where/" });
const browser = await launch();
after(async () => {
  await browser.close();
  await host.close();
  await files.remove();
});

const places = { "a folder": pathToFileURL(path.join(folder, "index.html")).href, "a path of a host": `${host.address}index.html` };

/** Opens the index, which may ask for pages of the site alone. */
function visit(address, use, options = {}) {
  const site = new URL(".", address).href;
  const mayAsk = (url) => url.startsWith(site);
  return watch(browser, address, (page) => use(new SitePage(page)), { mayAsk, ...options });
}

for (const [place, address] of Object.entries(places)) {
  test(`runs are found and read in ${place}`, () =>
    visit(address, async (site) => {
      assert.match(await site.verdict.innerText(), /^The last of 4.runs passed/);
      assert.deepEqual(await site.names(), ["Run 4", "Run 3", "Run 2", "Run 1"]);
      await site.search.fill("DRIFTED age");
      assert.deepEqual(await site.names(), ["Run 3", "Run 2"]);
      assert.equal(await site.found.innerText(), "2 of 4");
      await site.search.fill("onerror");
      assert.deepEqual(await site.names(), ["Run 2"]);
      await site.open("Run 2");
      assert.match(await site.verdict.innerText(), /drifted/);
      await site.page.getByText("retrain by the hook").waitFor();
      const report = new ReportPage(site.page);
      await report.started();
      await report.search.fill("age");
      assert.deepEqual(await report.names(), ["age"]);
      await site.go("Run 3");
      await site.page.getByText("Its report is not at hand").waitFor();
      await site.go("All runs");
      assert.deepEqual(await site.names(), ["Run 4", "Run 3", "Run 2", "Run 1"]);
      assert.equal(await site.page.evaluate(() => globalThis.ran), undefined);
    }));
}

test("it reads whole without scripts", () =>
  visit(
    places["a folder"],
    async (site) => {
      assert.equal((await site.names()).length, 4);
      assert.equal(await site.search.isVisible(), false);
      await site.open("Run 2");
      await site.page.getByRole("heading", { name: "Where this comes from" }).waitFor();
    },
    { javaScriptEnabled: false },
  ));

const pages = { index: undefined, report: "Run 2", record: "Run 3" };

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    for (const [name, opened] of Object.entries(pages)) {
      test(`${name} of a site, ${colorScheme}, ${width} px`, () =>
        visit(
          places["a folder"],
          async (site) => {
            if (opened) await site.open(opened);
            await site.verdict.waitFor();
            await mkdir(screenshots, { recursive: true });
            const picture = path.join(screenshots, `site-${name}-${colorScheme}-${width}.png`);
            await site.page.screenshot({ path: picture, fullPage: true });
            await inspect(site.page);
          },
          { colorScheme, viewport: { width, height: 800 } },
        ));
    }
  }
}
