// Every state of the page at both widths and in both schemes: clean under axe-core, and a picture of each in
// screenshots/ to look at.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { inspect } from "./support/axe.js";
import { large } from "./support/fixtures.js";
import { given } from "./support/given.js";
import { screenshots } from "./support/paths.js";

await mkdir(screenshots, { recursive: true });
const { files, session } = await given();
const slow = await large(files.folder, 60);

// Each state, and the way there.
const states = {
  start: (app) => app.sampleButton.waitFor(),
  chosen: async (app) => {
    await app.reference.setInputFiles(files.reference);
    await app.page.getByLabel("Split its rows").selectOption("value");
  },
  cut: async (app) => {
    await app.choose(files.reference, files.current);
    await app.every.fill("7d");
    await app.timestamp.fill("joined");
  },
  error: async (app) => {
    await app.compare({ name: "wrong.csv", mimeType: "text/csv", buffer: Buffer.from('a,b\n1,"2\n') }, files.current);
    await app.complaint();
  },
  computing: async (app) => {
    await app.compare(slow, slow);
    await app.cancelButton.waitFor();
  },
  help: async (app) => {
    await app.helpButton.click();
    await app.help.waitFor();
  },
  settings: async (app) => {
    await app.settingsButton.click();
    await app.settings.getByRole("button", { name: "Add a rule" }).click();
  },
  "settings-cut": async (app) => {
    await app.settingsButton.click();
    await app.settings.getByLabel("Time zone").scrollIntoViewIfNeeded();
  },
  report: async (app) => {
    await app.trySample();
    await app.verdict();
  },
  details: async (app) => {
    await app.trySample();
    await app.verdict();
    // The headline names the column too.
    await app.page.getByRole("article").getByRole("listitem").getByRole("heading", { name: "age" }).click();
    await app.page.getByRole("heading", { name: "Every method" }).first().waitFor();
  },
};

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    const options = { colorScheme, viewport: { width, height: 800 } };
    for (const [state, reach] of Object.entries(states)) {
      test(`${state}, ${colorScheme}, ${width} px`, () =>
        session.visit(async (app) => {
          await reach(app);
          const picture = path.join(screenshots, `${state}-${colorScheme}-${width}.png`);
          await app.page.screenshot({ path: picture, fullPage: !/^(help|settings)/.test(state) });
          await inspect(app.page);
        }, options));
    }
  }
}
