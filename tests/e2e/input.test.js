// The ways in: choosing, dropping, pasting, splitting one file, the address, and reports that were saved.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { run } from "./support/binary.js";
import { drifted } from "./support/fixtures.js";
import { Session } from "./support/session.js";

let session;
let files;
let texts;

before(async () => {
  files = await drifted();
  texts = { reference: await readFile(files.reference, "utf8"), current: await readFile(files.current, "utf8") };
  session = await Session.start({ beside: { "data/a.csv": files.reference, "data/b.csv": files.current } });
});

after(async () => {
  await session?.stop();
  await files?.remove();
});

const rows = (report) => [report.reference.rows, report.current.rows];

test("two files are dropped anywhere, and swapped", () =>
  session.visit(async (app) => {
    await app.drop([
      { name: "now.csv", text: texts.current },
      { name: "then.csv", text: texts.reference },
    ]);
    await app.swapButton.click();
    await app.compareButton.click();
    const report = await app.report();
    assert.deepEqual([report.reference.name, report.current.name], ["then.csv", "now.csv"]);
  }));

test("a file is dropped on its slot", () =>
  session.visit(async (app) => {
    await app.drop([{ name: "now.csv", text: texts.current }], "[data-side=Current]");
    await app.drop([{ name: "then.csv", text: texts.reference }]);
    await app.compareButton.click();
    const report = await app.report();
    assert.deepEqual([report.reference.name, report.current.name], ["then.csv", "now.csv"]);
  }));

test("three files are one too many, and the page says so", () =>
  session.visit(async (app) => {
    await app.drop(["a", "b", "c"].map((name) => ({ name: `${name}.csv`, text: "x\n1\n" })));
    assert.match(await app.complaint(), /3 files, and a comparison takes two\s+Hint: /);
  }));

test("tables are pasted as text, and a file as a file", () =>
  session.visit(async (app) => {
    await app.paste({ text: texts.reference });
    await app.page.getByText("pasted.csv").waitFor();
    await app.paste({ files: [{ name: "now.csv", text: texts.current }] });
    await app.page.getByText("now.csv").waitFor();
    await app.compareButton.click();
    assert.deepEqual(rows(await app.report()), [2000, 1000]);
  }));

test("the Paste button reads the clipboard", () =>
  session.visit(
    async (app) => {
      await app.page.evaluate((text) => navigator.clipboard.writeText(text), "a,b\n1,2\n");
      await app.pasteButton.click();
      await app.page.getByText("pasted.csv").waitFor();
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  ));

// Rules, and the fields that say each.
const splits = [
  ["60%", ["Split its rows", "share"], ["Reference, % of rows", "60"]],
  ["joined>=2025-01-01", ["Split its rows", "from"], ["Column", "joined"], ["Current from", "2025-01-01"]],
  ["member=true", ["Split its rows", "value"], ["Column", "member"], ["Reference value", "true"]],
  [
    "city=Paris|Köln",
    ["Split its rows", "value"],
    ["Column", "city"],
    ["Reference value", "Paris"],
    ["Current value", "Köln"],
  ],
  ['<b>&"amp=3', ["Split its rows", "value"], ["Column", '<b>&"amp'], ["Reference value", "3"]],
  ["member=true|false", ["Split its rows", "rule"], ["Rule", "member=true|false"]],
];

for (const [rule, ...fields] of splits) {
  test(`one file is split by ${rule}, as the binary splits it`, async () => {
    const expected = path.join(files.folder, "split.json");
    await run("report", files.reference, "--split", rule, "-o", expected);
    await session.visit(async (app) => {
      await app.reference.setInputFiles(files.reference);
      const field = (label) => app.page.getByLabel(label, { exact: true });
      for (const [label, value] of fields) {
        const isChoice = (await field(label).evaluate((element) => element.tagName)) === "SELECT";
        await (isChoice ? field(label).selectOption(value) : field(label).fill(value));
      }
      await app.compareButton.click();
      await app.verdict();
      assert.equal((await app.saveJson()).bytes.toString(), await readFile(expected, "utf8"));
      // The form is as it was left.
      await app.newButton.click();
      for (const [label, value] of fields) assert.equal(await field(label).inputValue(), value);
    });
  });
}

test("a split by a column that is not there names the nearest one", () =>
  session.visit(async (app) => {
    await app.reference.setInputFiles(files.reference);
    await app.page.getByLabel("Split its rows").selectOption("value");
    await app.page.getByLabel("Column", { exact: true }).fill("citi");
    await app.page.getByLabel("Reference value").fill("Paris");
    await app.compareButton.click();
    assert.match(await app.complaint(), /no column is called "citi"\s+Hint: did you mean "city"\?/);
  }));

test("the address names files beside the page", () =>
  session.visit(async (app) => assert.deepEqual(rows(await app.report()), [2000, 1000]), {
    address: "?ref=data/a.csv&cur=data/b.csv",
  }));

test("the address names one file and its split", () =>
  session.visit(
    async (app) => {
      assert.deepEqual(rows(await app.report()), [1400, 600]);
      await app.newButton.click();
      assert.equal(await app.page.getByLabel("Rule", { exact: true }).inputValue(), "70%");
    },
    { address: "?ref=data/a.csv&split=70%25" },
  ));

const refused = {
  "?ref=https://example.com/a.csv&cur=data/b.csv": /is not a file beside this page/,
  "?ref=//example.com/a.csv&cur=data/b.csv": /is not a file beside this page/,
  "?ref=../a.csv&cur=data/b.csv": /is not a file beside this page/,
  "?report=javascript:alert(1)": /is not a file beside this page/,
  "?ref=data/a.csv": /Hint: use \?ref=FILE&cur=FILE/,
  "?ref=data/a.csv&split=soon": /"soon" does not say how to split rows/,
};
for (const [address, complaint] of Object.entries(refused)) {
  test(`the address ${address} is refused, with what to do`, () =>
    session.visit(async (app) => assert.match(await app.complaint(), complaint), { address }));
}

test("a file beside the page that is not there is an error in place", () =>
  session.visit(async (app) => assert.match(await app.complaint(), /data\/no\.csv did not load: the server answered 404/), {
    address: "?ref=data/no.csv&cur=data/b.csv",
    expected: /404/,
  }));

test("a report that was saved is opened again, and saved as it was", async () => {
  const [json, html] = ["json", "html"].map((extension) => path.join(files.folder, `opened.${extension}`));
  await run("report", files.reference, files.current, "-o", json, "-o", html);
  await session.visit(async (app) => {
    await app.drop([{ name: "opened.json", text: await readFile(json, "utf8") }]);
    assert.match(await app.verdict(), /drift/i);
    assert.equal((await app.saveJson()).bytes.toString(), await readFile(json, "utf8"));
    await app.newButton.click();
    await app.reference.setInputFiles(html);
    assert.match(await app.verdict(), /drift/i);
    assert.equal((await app.saveJson()).bytes.toString(), await readFile(json, "utf8"));
    assert.equal((await app.saveHtml()).bytes.toString(), await readFile(html, "utf8"));
  });
});

test("settings leave a report that was opened as it is, whatever files are chosen", async () => {
  const html = path.join(files.folder, "kept.html");
  const json = path.join(files.folder, "kept.json");
  await run("report", files.reference, files.current, "-o", html, "-o", json);
  for (const chosen of [[files.reference], [files.current, files.reference]]) {
    await session.visit(async (app) => {
      await app.reference.setInputFiles(chosen[0]);
      if (chosen[1]) await app.current.setInputFiles(chosen[1]);
      await app.drop([{ name: "kept.html", text: await readFile(html, "utf8") }]);
      await app.verdict();
      assert.ok(!(await app.settingsButton.isVisible()));
      await app.drop([{ name: "my.toml", text: "alpha = 0.01\n" }]);
      await app.page.waitForFunction(() => location.hash === "#alpha=0.01");
      assert.equal((await app.saveJson()).bytes.toString(), await readFile(json, "utf8"));
    });
  }
});

test("what is no report says so", () =>
  session.visit(async (app) => {
    await app.drop([{ name: "a.json", text: '{"schema": "driftglass.report/1"}' }]);
    assert.match(await app.complaint(), /a\.json: it is no report: .*\s+Hint: /);
    await app.drop([{ name: "a.html", text: "<!doctype html><p>Hello" }]);
    assert.match(await app.complaint(), /a\.html: the page holds no report to open again\s+Hint: /);
  }));
