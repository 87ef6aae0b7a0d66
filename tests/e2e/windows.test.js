// Data cut into windows on the page, as the binary cuts them.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { run } from "./support/binary.js";
import { drifted } from "./support/fixtures.js";
import { root } from "./support/paths.js";
import { Session } from "./support/session.js";

const loans = (name) => path.join(root, `tests/golden/evidently/data/car_loan_${name}.csv.gz`);
const [reference, current] = [loans("reference"), loans("current")];

let session, files;

before(async () => {
  files = await drifted();
  session = await Session.start({ beside: { "data/a.csv": files.reference } });
});

after(async () => {
  await session?.stop();
  await files?.remove();
});

/** What the binary writes of its arguments. */
async function expected(extension, ...args) {
  const output = path.join(files.folder, `expected.${extension}`);
  await run("report", ...args, "-o", output);
  return readFile(output, "utf8");
}

async function compare(app) {
  await app.compareButton.click();
  await app.verdict();
}

async function saved(app) {
  return (await app.saveJson()).bytes.toString();
}

test("weeks against a reference file, in every form byte for byte as the binary writes it", () =>
  session.visit(async (app) => {
    await app.choose(reference, current);
    await app.every.fill("7d");
    await app.timestamp.fill("timestamp");
    await app.page.getByText("Each window of the current file is compared with the reference file").waitFor();
    await compare(app);
    await app.page.getByRole("region", { name: "Over time" }).waitFor();
    const args = [reference, current, "--every", "7d", "--timestamp", "timestamp"];
    assert.equal(await saved(app), await expected("json", ...args));
    assert.equal((await app.saveHtml()).bytes.toString(), await expected("html", ...args));
    assert.equal((await app.saveMarkdown()).bytes.toString(), await expected("md", ...args));
  }));

test("weeks of one file, each against those before it", () =>
  session.visit(async (app) => {
    await app.current.setInputFiles(current);
    assert.ok(await app.compareButton.isDisabled());
    await app.every.fill("7d");
    await app.timestamp.fill("timestamp");
    await app.page.getByText("Each window is compared with everything before it").waitFor();
    await compare(app);
    assert.equal(await saved(app), await expected("json", current, "--every", "7d", "--timestamp", "timestamp"));
  }));

const others = [
  { name: "rows of one file", given: [current], args: ["--every", "1000rows"], fields: { "A window every": "1000rows" } },
  {
    name: "rows against a reference file",
    given: [reference, current],
    args: ["--every", "1000rows"],
    fields: { "A window every": "1000rows" },
  },
  { name: "the last rows", given: [current], args: ["--window", "700rows"], fields: { "Window length": "700rows" } },
  {
    name: "a reference that moves through both files, in a zone, with limits that it teaches",
    given: [reference, current],
    args: ["--every", "7d", "--window", "14d", "--reference", "rolling:28d", "--learn", "mean+3sd"].concat([
      "--zone",
      "Europe/Berlin",
      "--timestamp",
      "timestamp",
    ]),
    fields: {
      "A window every": "7d",
      "Timestamp column": "timestamp",
      "Window length": "14d",
      "Compared with": "rolling:28d",
      "Learned limits": "mean+3sd",
      "Time zone": "Europe/Berlin",
    },
  },
  {
    name: "days with their like",
    given: [reference, current],
    args: ["--every", "1d", "--season", "week", "--timestamp", "timestamp"],
    fields: { "A window every": "1d", "Timestamp column": "timestamp", Season: "week" },
  },
];

for (const { name, given, args, fields } of others) {
  test(`by the settings: ${name}`, () =>
    session.visit(async (app) => {
      if (given.length === 1) await app.reference.setInputFiles(given[0]);
      else await app.choose(...given);
      await app.set(fields);
      await compare(app);
      assert.equal(await saved(app), await expected("json", ...given, ...args));
    }));
}

test("by a driftglass.toml, whose other keys for the binary are left to it", async () => {
  const toml = [
    'alpha = 0.01\n[run]\nevery = "14d"\nreference = "first:4"\nzone = "+01:00"\nfail_on = "any"',
    '[[rule]]\ncolumns = "timestamp"\nrole = "timestamp"\n',
  ].join("\n");
  const config = path.join(files.folder, "driftglass.toml");
  await writeFile(config, toml);
  const json = await expected("json", current, "--config", config);
  let address;
  await session.visit(async (app) => {
    await app.reference.setInputFiles(current);
    await app.drop([{ name: "driftglass.toml", text: toml }]);
    await compare(app);
    assert.equal(await saved(app), json);
    address = await app.page.evaluate(() => location.hash);
  });
  // The address carries them along.
  await session.visit(
    async (app) => {
      await app.reference.setInputFiles(current);
      await compare(app);
      assert.equal(await saved(app), json);
    },
    { address },
  );
});

test("a driftglass.toml and its data are dropped together", () =>
  session.visit(async (app) => {
    const text = await readFile(files.reference, "utf8");
    for (const names of [["driftglass.toml", "log.csv"], ["log.csv", "driftglass.toml"]]) {
      await app.drop(names.map((name) => ({ name, text: name === "log.csv" ? text : '[run]\nevery = "100rows"\n' })));
      await app.page.waitForFunction(() => location.hash.includes("every=100rows"));
      await compare(app);
      assert.equal(JSON.parse(await saved(app)).windows.length, 20);
      await app.newButton.click();
      await app.every.fill("");
    }
  }));

test("a key or a length that means nothing is said with its line", () =>
  session.visit(async (app) => {
    await app.drop([{ name: "my.toml", text: '[run]\nevry = "7d"\n' }]);
    assert.match(await app.complaint(), /my\.toml, line 2: unknown field `evry`.*\s+Hint: did you mean every\?/);
    await app.drop([{ name: "my.toml", text: '[run]\nevery = "soon"\n' }]);
    await app.page.getByText(/my\.toml, line 2: "soon" is no length of time/).waitFor();
  }));

test("a file beside the page is cut as its address says", () =>
  session.visit(
    async (app) => {
      const report = await app.report();
      assert.equal(report.current.rows, 100);
      assert.equal(report.windows.length, 20);
    },
    { address: "?ref=data/a.csv#every=100rows" },
  ));

test("a length in quotes is one too, as any text of an address", () =>
  session.visit(async (app) => assert.equal((await app.report()).windows.length, 20), {
    address: '?ref=data/a.csv#every="100rows"',
  }));

test("an option that nobody knows names the nearest one", () =>
  session.visit(async (app) => assert.match(await app.complaint(), /unknown field `evry`.*\s+Hint: did you mean every\?/), {
    address: "#evry=7d",
  }));

test("under another policy, and with another reference by the same steps, nothing is read again", () =>
  session.visit(async (app) => {
    await app.choose(reference, current);
    await app.set({ "A window every": "7d", "Timestamp column": "timestamp", "Compared with": "previous" });
    await compare(app);
    const phases = await app.watchPhases();
    const says = (words) => app.page.getByRole("article").getByText(words).first().waitFor();
    const isRead = async () => (await phases()).includes("Reading the current file");
    await app.set({ Preset: "classic" });
    await says(/^classic$/);
    await app.set({ "Compared with": "rolling:14d" });
    await says(/compared with the 14\s+days before/);
    const args = ["--every", "7d", "--timestamp", "timestamp", "--preset", "classic", "--reference", "rolling:14d"];
    assert.equal(await saved(app), await expected("json", reference, current, ...args));
    assert.ok(!(await isRead()), "the data was read again");
    // A reference that stays needs no steps of its file, which is the only one that is read for that.
    await app.set({ "Compared with": "fixed" });
    await says(/compared with the reference/);
    const fixed = ["--every", "7d", "--timestamp", "timestamp", "--preset", "classic"];
    assert.equal(await saved(app), await expected("json", reference, current, ...fixed));
    assert.ok((await phases()).includes("Reading the reference file"));
    assert.ok(!(await isRead()), "the current data was read again");
    await app.set({ "A window every": "14d" });
    await says(/windows of 14\s+days/);
    assert.ok(await isRead());
  }));

test("one file that is not cut any more waits for another", () =>
  session.visit(async (app) => {
    await app.reference.setInputFiles(current);
    await app.every.fill("1000rows");
    await compare(app);
    await app.set({ "A window every": "" });
    await app.every.waitFor();
    assert.ok(await app.compareButton.isDisabled());
  }));

test("a file is split or cut, not both", () =>
  session.visit(async (app) => {
    const split = app.page.getByLabel("Split its rows");
    await app.reference.setInputFiles(current);
    await app.every.fill("1000rows");
    await split.waitFor({ state: "hidden" });
    await app.every.fill("");
    await split.selectOption("share");
    await app.every.waitFor({ state: "hidden" });
    await app.set({ "A window every": "1000rows" });
    await app.page.getByText("A file that is split is not cut").waitFor();
    await compare(app);
    assert.equal(await saved(app), await expected("json", current, "--split", "70%"));
    // The form says so still.
    await app.newButton.click();
    await app.page.getByLabel("Reference, % of rows").waitFor();
    await split.selectOption("");
    await app.every.waitFor();
  }));

const wrong = [
  { fields: ["soon", "timestamp"], complaint: /"soon" is no length of time and no number of rows\s+Hint: write 30min/ },
  { fields: ["7d", "timestmp"], complaint: /car_loan_current\.csv\.gz: no column is called "timestmp"\s+Hint: did you mean "timestamp"\?/ },
  { fields: ["20rows", ""], complaint: /no window could be compared; of the last one: 20 rows are too few to tell\s+Hint: use windows of another length/ },
  { fields: ["7d", "salary_range"], complaint: /column "salary_range" cannot be read as a time in \d+ of \d+ rows\s+Hint: write times as/ },
  { fields: ["7d", ""], complaint: /windows of time need a column that says when a row was made\s+Hint: timestamp names it/ },
  { fields: ["1min", "timestamp"], complaint: /windows lie between the first row, in .*, and the last, in .*\s+Hint: use a longer step/ },
];

for (const { fields, complaint } of wrong) {
  test(`windows by "${fields.join('", "')}" are refused, with what to do`, () =>
    session.visit(async (app) => {
      await app.current.setInputFiles(current);
      await app.every.fill(fields[0]);
      await app.timestamp.fill(fields[1]);
      await app.compareButton.click();
      assert.match(await app.complaint(), complaint);
      // The fields are still there to mend.
      assert.equal(await app.every.inputValue(), fields[0]);
    }));
}

test("a zone that is none is refused, and a length that is none in the form itself", () =>
  session.visit(async (app) => {
    await app.choose(reference, current);
    await app.set({ "A window every": "7d", "Timestamp column": "timestamp", "Time zone": "Berlin" });
    await app.compareButton.click();
    assert.match(await app.complaint(), /no time zone is called "Berlin"\s+Hint: write its name, such as Europe\/Berlin/);
    await app.set({ "Time zone": "Europe/Berlin", "Window length": "a week" });
    await app.settings.getByText('"a week" is no length of time').waitFor();
  }));
