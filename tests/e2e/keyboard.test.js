// Everything by keyboard alone, and the theme.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Session } from "./support/session.js";

let session;

before(async () => {
  session = await Session.start();
});

after(() => session?.stop());

/** Presses Tab until the focus is on what is wanted. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 60; presses++) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reaches ${locator}`);
}

test("the sample, a column's details, saving and back again", () =>
  session.visit(async (app) => {
    await app.sampleButton.waitFor();
    await tabTo(app.page, app.sampleButton);
    await app.page.keyboard.press("Enter");
    await app.verdict();
    await tabTo(app.page, app.saveJsonButton);
    const [download] = await Promise.all([app.page.waitForEvent("download"), app.page.keyboard.press("Enter")]);
    assert.match(download.suggestedFilename(), /\.json$/);
    const row = app.page.getByRole("article").locator("details.column summary").first();
    await tabTo(app.page, row);
    await app.page.keyboard.press("Enter");
    await app.page.getByRole("article").locator("details.column[open]").first().waitFor();
    await app.page.keyboard.press("n");
    await app.sampleButton.waitFor();
  }));

test("keys open help and settings, Escape closes them, and the focus comes back", () =>
  session.visit(async (app) => {
    await app.helpButton.waitFor();
    await tabTo(app.page, app.helpButton);
    await app.page.keyboard.press("?");
    await app.help.waitFor();
    await app.page.keyboard.press("Escape");
    await app.help.waitFor({ state: "hidden" });
    assert.ok(await app.helpButton.evaluate((element) => element === document.activeElement));
    await app.page.keyboard.press("s");
    await app.settings.waitFor();
    await app.settings.getByLabel("Exclude").focus();
    await app.page.keyboard.type("t?n");
    assert.equal(await app.settings.getByLabel("Exclude").inputValue(), "t?n");
    await app.page.keyboard.press("Escape");
    await app.settings.waitFor({ state: "hidden" });
  }));

test("keys choose files", () =>
  session.visit(async (app) => {
    await app.sampleButton.waitFor();
    const opened = app.page.waitForEvent("filechooser");
    // The browser is told that choosers are wanted before the next request, and no sooner.
    await app.page.evaluate(() => undefined);
    await app.page.keyboard.press("r");
    const chooser = await opened;
    await chooser.setFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("x\n1\n") });
    await app.page.getByText("a.csv").waitFor();
  }));

test("the theme turns, and is remembered", () =>
  session.visit(async (app) => {
    const background = () => app.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await app.themeButton.waitFor();
    const light = await background();
    await app.themeButton.click();
    assert.equal(await background(), light);
    await app.page.keyboard.press("t");
    const dark = await background();
    assert.notEqual(dark, light);
    await app.page.reload();
    await app.page.getByRole("button", { name: "Theme: dark" }).waitFor();
    assert.equal(await background(), dark);
    await app.themeButton.click();
    assert.equal(await background(), light);
  }));
