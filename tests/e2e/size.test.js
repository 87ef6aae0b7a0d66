// What a report with its viewer weighs.
import assert from "node:assert/strict";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { run } from "./support/binary.js";
import { uniform } from "./support/fixtures.js";
import { root } from "./support/paths.js";

let folder;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "driftglass-"));
});

after(() => rm(folder, { recursive: true }));

async function weighed(sides) {
  const file = path.join(folder, "report.html");
  await run("report", ...sides, "-o", file);
  return (await stat(file)).size;
}

test("19 columns of flights make less than 400 kB", async (context) => {
  const side = (name) => path.join(root, "tests/golden/evidently/data", `flights_${name}.csv.gz`);
  const size = await weighed([side("reference"), side("current")]);
  context.diagnostic(`${size} bytes`);
  assert.ok(size < 400_000, `${size} bytes`);
});

test("50 columns, two of three of them numbers, make less than 600 kB", async (context) => {
  const write = async (name, seed, shift) => {
    const next = uniform(seed);
    const columns = Array.from({ length: 50 }, (_, column) => column);
    const number = (column) => (next() + (column < 20 ? shift : 0)).toFixed(4);
    const level = (column) => `level ${Math.floor(column * next() ** 2)}`;
    const row = () => columns.map((column) => (column % 3 === 0 ? level(column) : number(column))).join(",");
    const file = path.join(folder, name);
    const rows = Array.from({ length: 1500 }, row);
    await writeFile(file, [columns.map((column) => `column_${column}`).join(","), ...rows, ""].join("\n"));
    return file;
  };
  const size = await weighed([await write("reference.csv", 1, 0), await write("current.csv", 2, 1)]);
  context.diagnostic(`${size} bytes`);
  assert.ok(size < 600_000, `${size} bytes`);
});
