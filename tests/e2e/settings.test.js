// The rules of the comparison: as a form, a file, a paste and an address, before and after.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { run } from "./support/binary.js";
import { given } from "./support/given.js";

const { files, session } = await given();

const settings = `preset = "classic"
alpha = 0.01
exclude = ["city"]

[[rule]]
columns = "inc*"
method = "wasserstein"
threshold = 0.3
`;

// Which columns are compared decides what is read; the rest of the settings does not.
const rereadless = settings.replace('exclude = ["city"]\n', "");

/** What the binary writes under the settings. */
async function expected(extension, toml = settings) {
  const config = path.join(files.folder, "driftglass.toml");
  const output = path.join(files.folder, `settings.${extension}`);
  await writeFile(config, toml);
  await run("report", files.reference, files.current, "--config", config, "-o", output);
  return readFile(output, "utf8");
}

test("a form before the comparison, and the bytes of the binary after it", () =>
  session.visit(async (app) => {
    await app.settingsButton.click();
    const field = (name) => app.settings.getByLabel(name, { exact: true });
    await field("Preset").selectOption("classic");
    await field("Alpha").fill("0.01");
    await field("Exclude").fill("city");
    await app.settings.getByRole("button", { name: "Add a rule" }).click();
    await field("Columns").fill("inc*");
    await field("Method").selectOption("wasserstein");
    await field("Threshold").fill("0.3");
    await app.settings.getByRole("button", { name: "Apply" }).click();
    await app.compare(files.reference, files.current);
    await app.verdict();
    assert.equal((await app.saveJson()).bytes.toString(), await expected("json"));
    assert.equal((await app.saveHtml()).bytes.toString(), await expected("html"));
    assert.equal((await app.saveMarkdown()).bytes.toString(), await expected("md"));
  }));

for (const way of ["drop", "paste"]) {
  test(`a file of settings by ${way}, after the comparison, without reading the data again`, () =>
    session.visit(async (app) => {
      await app.compare(files.reference, files.current);
      await app.verdict();
      const phases = await app.watchPhases();
      if (way === "drop") await app.drop([{ name: "my.toml", text: rereadless }]);
      else await app.paste({ text: rereadless });
      await app.page.waitForFunction(() => location.hash.includes("classic"));
      // The report says by which rules it was made.
      await app.page.getByRole("article").getByText("classic", { exact: true }).waitFor();
      const json = await expected("json", rereadless);
      assert.equal((await app.saveJson()).bytes.toString(), json);
      assert.ok(!(await phases()).some((phase) => /Reading the current/.test(phase)), "the data was read again");
    }));
}

test("settings are settings however they begin, as init writes them and with a table", async () => {
  const config = path.join(files.folder, "init.toml");
  await run("init", files.reference, "-o", config);
  const said = { joined: await readFile(config, "utf8"), "every=7d": '\n# a comment\n\n[run] # of windows\nevery = "7d"\n' };
  for (const [words, text] of Object.entries(said)) {
    await session.visit(async (app) => {
      await app.paste({ text });
      await app.page.waitForFunction((words) => location.hash.includes(words), words);
    });
  }
});

test("the address carries the settings, there and back", async () => {
  let address;
  await session.visit(async (app) => {
    await app.paste({ text: settings });
    await app.page.waitForFunction(() => location.hash.includes("classic"));
    address = await app.page.evaluate(() => location.hash);
  });
  await session.visit(
    async (app) => {
      await app.compare(files.reference, files.current);
      await app.verdict();
      assert.equal((await app.saveJson()).bytes.toString(), await expected("json"));
    },
    { address },
  );
});

test("a setting that nobody knows names the nearest one, in an address and in a file", async () => {
  await session.visit(async (app) => assert.match(await app.complaint(), /unknown field `alpah`.*\s+Hint: did you mean alpha\?/), {
    address: "#alpah=0.01",
  });
  await session.visit(async (app) => {
    await app.drop([{ name: "my.toml", text: 'preset = "classic"\nalpah = 1\n' }]);
    assert.match(await app.complaint(), /my\.toml, line 2: unknown field `alpah`.*\s+Hint: did you mean alpha\?/);
  });
});

test("a column that nobody has is an error beside the report, which stays", () =>
  session.visit(async (app) => {
    await app.compare(files.reference, files.current);
    const verdict = await app.verdict();
    await app.settingsButton.click();
    await app.settings.getByLabel("Exclude").fill("incom");
    await app.settings.getByRole("button", { name: "Apply" }).click();
    assert.match(await app.complaint(), /no column is called "incom"\s+Hint: did you mean "income"\?/);
    assert.equal(await app.verdict(), verdict);
  }));

test("a number that is none is said in the form", () =>
  session.visit(async (app) => {
    await app.settingsButton.click();
    await app.settings.getByLabel("Alpha").fill("2");
    await app.settings.getByRole("button", { name: "Apply" }).click();
    assert.match(await app.complaint(), /alpha cannot be 2\s+Hint: alpha is a probability/);
    await app.settings.getByLabel("Alpha").fill("few");
    await app.settings.getByRole("button", { name: "Apply" }).click();
    await app.page.getByText('alpha cannot be "few"').waitFor();
  }));
