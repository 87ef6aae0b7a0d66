// A report over time, as a file: its words, the map that leads to each window with scripts and without, paper, and every width.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import { inspect } from "./support/axe.js";
import { run } from "./support/binary.js";
import { launch } from "./support/browser.js";
import { uniform } from "./support/fixtures.js";
import { screenshots } from "./support/paths.js";
import { visit } from "./support/visit.js";

const days = 60;
const changed = 40;
const gap = [24, 25, 26];
const hostile = "<img src=x onerror=alert(1)>";

let browser, folder, few, many;

before(async () => {
  await mkdir(screenshots, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), "driftglass-"));
  few = await report("few", 3);
  many = await report("many", 30);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

const date = (day) => new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10);

/** Days of rows with so many numbers each, of which the first is higher from one day on; three days are not there. */
async function report(name, numbers) {
  const next = uniform(7);
  const lines = [["day", "city", hostile, ...Array.from({ length: numbers }, (_, at) => `number_${at}`)].join(",")];
  for (let day = 0; day < days; day++) {
    if (gap.includes(day)) continue;
    for (let row = 0; row < 80; row++) {
      const values = Array.from({ length: numbers }, (_, at) => (next() + (at === 0 && day >= changed ? 0.6 : 0)).toFixed(3));
      lines.push([date(day), ["Paris", "Rome", "Oslo"][Math.floor(3 * next())], next() < 0.1 ? "" : "x", ...values].join(","));
    }
  }
  const data = path.join(folder, `${name}.csv`);
  await writeFile(data, `${lines.join("\n")}\n`);
  const [html, json] = ["html", "json"].map((extension) => path.join(folder, `${name}.${extension}`));
  const outputs = ["-o", html, "-o", json];
  await run("report", data, "--every", "1d", "--timestamp", "day", "--reference", "first:20", ...outputs);
  return { html, json };
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`every window and column, ${colorScheme}, ${width} px`, () =>
      visit(
        browser,
        few.html,
        async (_, page) => {
          await page.screenshot({ path: path.join(screenshots, `over-time-${colorScheme}-${width}.png`), fullPage: true });
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
          await page.screenshot({ path: path.join(screenshots, `windows-${colorScheme}-${width}.png`), fullPage: true });
          await inspect(page);
        },
        { colorScheme, viewport: { width, height: 800 } },
      ));
  }
}

test("the moment of change is in words, and in the row of its column", () =>
  visit(
    browser,
    few.html,
    async (it) => {
      const moments = it.timeline.getByRole("list", { name: "Moments of change" });
      assert.deepEqual(await moments.getByRole("listitem").allInnerTexts(), [`number_0 changed on ${date(changed)}`]);
      await it.map.getByRole("img", { name: new RegExp(`Drifted in 20 of .*; changed at ${date(changed)}`) }).waitFor();
      assert.match(await it.timeline.innerText(), /60\s+windows of 1\s+day, each compared with the first 20\s+windows/);
      assert.match(await it.timeline.innerText(), /3 have no rows/);
      assert.match(await it.timeline.innerText(), /Window by window\s*57\s+windows/);
    },
    { javaScriptEnabled: false },
  ));

test("without scripts, a place on the map leads to its window's comparison", () =>
  visit(
    browser,
    few.html,
    async (it, page) => {
      await it.pointAt(changed);
      const window = it.window(date(changed));
      await window.getByRole("cell", { name: "severe" }).waitFor();
      assert.match(page.url(), new RegExp(`#w${changed}$`));
      assert.equal(await window.getByRole("row").count(), 1 + 6);
      assert.match(await window.innerText(), /80\s+rows/);
    },
    { javaScriptEnabled: false },
  ));

test("of many columns a window lists those that changed, and with scripts all", async () => {
  const rows = async (it) => {
    await it.pointAt(changed);
    const window = it.window(date(changed));
    await window.getByRole("cell", { name: "severe" }).waitFor();
    return window.getByRole("row");
  };
  await visit(
    browser,
    many.html,
    async (it) => {
      assert.ok((await (await rows(it)).count()) < 33);
      await it.window(date(changed)).getByText(/\d+\s+more columns: /).waitFor();
    },
    { javaScriptEnabled: false },
  );
  await visit(browser, many.html, async (it) => {
    await it.started();
    const listed = await rows(it);
    await listed.nth(33).waitFor();
    assert.equal(await listed.count(), 1 + 33);
  });
});

test("a name on the map leads to the column, and its details show its course", () =>
  visit(browser, few.html, async (it) => {
    await it.started();
    await it.map.getByRole("link", { name: "number_0" }).click();
    const column = it.row("number_0");
    for (const name of [/^number_0: PSI over time/, /^number_0: quantiles over time/]) {
      await column.getByRole("img", { name }).waitFor();
    }
    await column.getByText(`changed on ${date(changed)}`).waitFor();
  }));

test("windows are reached by keys", () =>
  visit(browser, few.html, async (it, page) => {
    await it.started();
    await it.map.focus();
    const focused = () => page.evaluate(() => document.activeElement.innerText);
    // The names of six columns stand between.
    for (let tab = 0; tab < 7; tab++) await page.keyboard.press("Tab");
    assert.match(await focused(), /^Window by window/);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await it.window(date(0)).getByText(/Not compared: part of the reference/).waitFor();
  }));

test("under a policy that is tried, windows say that they are as they were", () =>
  visit(browser, few.html, async (it) => {
    await it.started();
    const note = it.timeline.getByText("Windows are as the report's own policy judged them");
    await note.waitFor({ state: "hidden" });
    await it.tryPolicy.click();
    await it.alpha.fill("0.5");
    await note.waitFor();
    await it.reset.click();
    await note.waitFor({ state: "hidden" });
  }));

test("paper has a line for each window in which something drifted", () =>
  visit(browser, few.html, async (it, page) => {
    await page.emulateMedia({ media: "print" });
    await it.window(date(changed)).waitFor();
    await it.window(date(changed - 10)).waitFor({ state: "hidden" });
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages < 12, `${pages} pages`);
  }));

test("the file holds the whole report, its windows beside the rest", async () => {
  const page = await readFile(few.html, "utf8");
  const packed = (id) => {
    const [, base64] = page.match(new RegExp(`id=${id}>([^<]*)<`));
    return JSON.parse(gunzipSync(Buffer.from(base64, "base64")));
  };
  const { windows, ...rest } = JSON.parse(await readFile(few.json, "utf8"));
  assert.deepEqual(packed("report-data"), rest);
  // Some numbers of its windows have fewer digits, and no others.
  const cut = packed("windows-data");
  assert.notDeepEqual(cut, windows);
  assert.deepEqual(cut.map(rounded), windows.map(rounded));
});

/** A window with three digits of what a page holds fewer of. */
function rounded(window) {
  const round = (it) => (Number.isFinite(it) ? Number(it.toPrecision(3)) : it);
  const column = ({ p_value, q_value, statistic, effect, quantiles, ...rest }) => ({
    ...rest,
    p_value: round(p_value),
    q_value: round(q_value),
    // One that decided is whole.
    statistic: p_value === null ? statistic : round(statistic),
    effect: effect && { ...effect, low: round(effect.low), high: round(effect.high) },
    quantiles: quantiles?.map(({ p, value }) => ({ p, value: round(value) })),
  });
  return { ...window, columns: window.columns.map(column) };
}
