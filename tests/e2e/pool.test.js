// Large files: several workers at once, and nothing in the report that tells so.
import assert from "node:assert/strict";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { run } from "./support/binary.js";
import { large } from "./support/fixtures.js";
import { given } from "./support/given.js";

// Enough of both files together that helpers start.
const MEGABYTES = 6;

const { files, session } = await given();

/** A large file in a folder of its own, with this at its end. */
async function ending(folder, end) {
  const inside = path.join(files.folder, folder);
  await mkdir(inside);
  const file = await large(inside, MEGABYTES);
  await appendFile(file, end);
  return file;
}

/** The report of a pair as the page and the binary write it, and the page's word of its memory. */
async function both(reference, current) {
  const expected = path.join(path.dirname(current), "expected.json");
  await run("report", reference, current, "-o", expected);
  let report;
  const said = [];
  await session.visit(async (app) => {
    app.page.on("console", (message) => said.push(message.text()));
    await app.compare(reference, current);
    await app.verdict();
    report = (await app.saveJson()).bytes.toString();
  });
  const [, , helpers] = said.join("\n").match(/memory: (\d+) bytes, (\d+) of them helpers'/) ?? [];
  return { report, expected: await readFile(expected, "utf8"), helpers: Number(helpers) };
}

test("files that several workers read give the report that the binary writes", async () => {
  const [reference, current] = [await ending("plain", ""), await ending("more", "70,1e3,\"two\nlines\",true,2024-01-01,7\n")];
  const { report, expected, helpers } = await both(reference, current);
  assert.ok(helpers > 0, "no helper was asked");
  assert.equal(report, expected);
});

test("what is odd in a piece is said of the file", async () => {
  const [reference, current] = [await ending("whole", ""), await ending("ragged", "70,1e3\n")];
  const { report, expected } = await both(reference, current);
  assert.match(expected, /ragged/);
  assert.equal(report, expected);
});

test("an error names its row in the file", async () => {
  const [reference, current] = [await ending("closed", ""), await ending("open", '70,"1e3\n')];
  const { stderr } = await run("report", reference, current, "-o", "-").catch((error) => error);
  await session.visit(async (app) => {
    await app.compare(reference, current);
    const complaint = await app.complaint();
    const [, place] = stderr.match(/(large\.csv, row \d+)/) ?? [];
    assert.ok(place && complaint.includes(place), `${stderr}\n${complaint}`);
  });
});

test("cancelling ends all of them", async () => {
  const file = await ending("cancelled", "");
  await session.visit(async (app) => {
    const workers = () => app.page.workers().length;
    await app.choose(file, file);
    const helped = app.page.waitForEvent("worker", () => workers() > 1);
    await Promise.all([helped, app.compareButton.click()]);
    await app.cancelButton.click();
    await app.compareButton.waitFor();
    // One is there for the next comparison.
    for (let tries = 0; workers() > 1; tries++) {
      assert.ok(tries <= 50, `${workers()} workers are left`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
});
