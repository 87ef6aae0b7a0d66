// From two files to a report, in the browser as at the command line.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { run } from "./support/binary.js";
import { large } from "./support/fixtures.js";
import { given } from "./support/given.js";
import { ReportPage } from "./support/report-page.js";

// The largest time between a click on "Cancel" and a page that is ready again.
const AT_ONCE = 1000;

/** The words alone. */
const plain = (text) => text.replaceAll(/\s+/g, " ").trim();

const { files, session } = await given();

test("two files give a verdict, and every form of the report byte for byte as the binary writes it", async () => {
  const expected = (extension) => path.join(files.folder, `expected.${extension}`);
  const outputs = ["json", "html", "md"].flatMap((extension) => ["-o", expected(extension)]);
  await run("report", files.reference, files.current, ...outputs);
  await session.visit(async (app) => {
    await app.compare(files.reference, files.current);
    assert.match(await app.verdict(), /drift/i);
    await app.page.getByText("age").first().waitFor();
    const saves = { json: () => app.saveJson(), html: () => app.saveHtml(), md: () => app.saveMarkdown() };
    for (const [extension, save] of Object.entries(saves)) {
      const { name, bytes } = await save();
      assert.equal(path.extname(name), `.${extension}`);
      assert.equal(bytes.toString(), await readFile(expected(extension), "utf8"), extension);
    }
  });
});

test("a file compared with itself is stable", async () => {
  await session.visit(async (app) => {
    await app.compare(files.reference, files.reference);
    await app.verdict();
    const report = JSON.parse((await app.saveJson()).bytes);
    assert.equal(report.summary.verdict, "stable");
    assert.equal(report.summary.drifted, 0);
  });
});

test("the sample is one click away, and finds the drift in age", async () => {
  await session.visit(async (app) => {
    await app.trySample();
    assert.match(await app.verdict(), /drift/i);
    const report = JSON.parse((await app.saveJson()).bytes);
    assert.equal(report.schema, "driftglass.report/1");
    assert.equal(report.columns.find((column) => column.name === "age").drifted, true);
  });
});

test("the saved HTML is the report, and reads without scripts", async () => {
  await session.visit(async (app) => {
    await app.compare(files.reference, files.current);
    const verdict = await app.verdict();
    const saved = await app.saveHtml();
    assert.match(saved.name, /\.html$/);
    const context = await session.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent(saved.bytes.toString());
    const heading = page.getByRole("heading", { level: 1 });
    assert.equal((await heading.innerText()).trim(), verdict);
    await context.close();
  });
});

test("a comparison is cancelled at once, and the next one works", async () => {
  const file = await large(files.folder, 60);
  await session.visit(async (app) => {
    await app.compare(file, file);
    await app.cancelButton.waitFor();
    const clicked = performance.now();
    await app.cancelButton.click();
    await app.cancelButton.waitFor({ state: "hidden" });
    const took = performance.now() - clicked;
    assert.ok(took < AT_ONCE, `cancelling took ${Math.round(took)} ms`);
    await app.compare(files.reference, files.current);
    assert.match(await app.verdict(), /drift/i);
  });
});

test("another policy can be tried on the report, and its columns can be found, as in the file", async () => {
  await session.visit(async (app) => {
    await app.trySample();
    const own = await app.verdict();
    const report = new ReportPage(app.page.locator("main"));
    await report.tryPolicy.click();
    await report.alpha.fill("0.9");
    await report.policy.getByLabel("Moderate from").fill("0.0001");
    await report.banner.waitFor();
    assert.notEqual(await app.verdict(), own);
    assert.ok(plain(await report.banner.innerText()).includes(plain(own)));
    await report.reset.click();
    await report.banner.waitFor({ state: "hidden" });
    assert.equal(await app.verdict(), own);
    await app.page.keyboard.press("/");
    await app.page.keyboard.type("educ");
    assert.deepEqual((await report.names()).sort(), ["education", "education_num"]);
    // What is typed there is no key of the page, and a click there is none of the page's buttons.
    await report.button("Show all").click();
    await app.page.keyboard.press("j");
    await app.page.keyboard.press("Enter");
    await app.page.getByRole("heading", { name: "Every method" }).first().waitFor();
    assert.equal(await app.verdict(), own);
  });
});
