// The report as a file: at every width and in both schemes, opened to its last detail, printed, and led through by its map.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { inspect } from "./support/axe.js";
import { launch } from "./support/browser.js";
import { binary, root, screenshots } from "./support/paths.js";
import { visit } from "./support/visit.js";

const run = promisify(execFile);
const columns = 24;

let browser, folder, sample, wide;

before(async () => {
  await mkdir(screenshots, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), "driftglass-"));
  const [reference, current] = ["reference.csv", "current.csv"].map((name) => path.join(root, "examples/adult", name));
  sample = await report("sample", reference, current);
  wide = await report("wide", await table("before", 0), await table("after", 1));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

/** A report on two files. */
async function report(name, reference, current) {
  const file = path.join(folder, `${name}.html`);
  await run(binary, ["report", reference, current, "-o", file]);
  return file;
}

/** A file of many columns, of which every third is higher by `shift`. */
async function table(name, shift) {
  const file = path.join(folder, `${name}.csv`);
  const numbers = Array.from({ length: columns }, (_, column) => column);
  const value = (row, column) => ((row * (column + 7)) % 101) / 50 + (column % 3 === 0 ? shift : 0);
  const rows = Array.from({ length: 400 }, (_, row) => numbers.map((column) => value(row, column).toFixed(3)).join(","));
  await writeFile(file, [numbers.map((column) => `c${column}`).join(","), ...rows, ""].join("\n"));
  return file;
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`every detail, ${colorScheme}, ${width} px`, () =>
      visit(
        browser,
        sample,
        async (_, page) => {
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
          await page.screenshot({ path: path.join(screenshots, `file-${colorScheme}-${width}.png`), fullPage: true });
          await inspect(page);
        },
        { colorScheme, viewport: { width, height: 800 } },
      ));
  }
}

test("a column has its three charts, with names", () =>
  visit(browser, sample, async (_, page) => {
    const details = page.locator("details.column", { has: page.getByRole("heading", { name: "age", exact: true }) });
    await details.locator("summary").first().click();
    for (const name of [/^age: reference filled/, /^age: share of values at or below/, /^age: quantiles/]) {
      await details.getByRole("img", { name }).waitFor();
    }
  }));

test("a tile of the map leads to its column and opens it", () =>
  visit(browser, wide, async (_, page) => {
    const tiles = page.getByRole("navigation", { name: /^All columns/ }).getByRole("link");
    assert.equal(await tiles.count(), columns);
    const last = tiles.last();
    const [name] = (await last.getAttribute("title")).split(":");
    await last.click();
    await page.locator("details.column[open]", { has: page.getByRole("heading", { name, exact: true }) }).waitFor();
  }));

test("paper holds every detail, and more than a column a page", () =>
  visit(browser, wide, async (_, page) => {
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
    assert.ok(pages > columns / 4 && pages < columns, `${columns} columns on ${pages} pages`);
  }));
