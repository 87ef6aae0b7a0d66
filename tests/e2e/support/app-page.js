// The web app as a person or a screen reader meets it: by its names, never by its markup.
import { readFile } from "node:fs/promises";

// For a report, in milliseconds.
const PATIENCE = 60_000;

export class AppPage {
  constructor(page) {
    this.page = page;
    this.reference = page.getByLabel("Reference", { exact: true });
    this.current = page.getByLabel("Current", { exact: true });
    this.compareButton = this.button("Compare");
    this.cancelButton = this.button("Cancel");
    this.sampleButton = this.button("Try the sample");
    this.swapButton = this.button("Swap the files");
    this.pasteButton = this.button("Paste");
    this.newButton = this.button("New comparison");
    this.settingsButton = this.button("Settings");
    this.helpButton = this.button("Help");
    this.themeButton = page.getByRole("button", { name: "Theme:" });
    this.saveHtmlButton = this.button("Save HTML");
    this.saveJsonButton = this.button("Save JSON");
    this.saveMarkdownButton = this.button("Save Markdown");
    const start = page.getByRole("main");
    this.every = start.getByLabel("A window every");
    this.timestamp = start.getByLabel("Timestamp column");
    this.problem = page.getByRole("alert");
    this.progress = page.getByRole("progressbar");
    this.help = page.getByRole("dialog", { name: "Help" });
    this.settings = page.getByRole("dialog", { name: "Settings" });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Picks two files and starts their comparison. */
  async compare(reference, current) {
    await this.choose(reference, current);
    await this.compareButton.click();
  }

  async choose(reference, current) {
    await this.reference.setInputFiles(reference);
    await this.current.setInputFiles(current);
  }

  /** Starts the bundled sample. */
  async trySample() {
    await this.sampleButton.click();
  }

  /** Waits for the report, and reads its verdict. */
  async verdict() {
    await this.saveJsonButton.waitFor({ timeout: PATIENCE });
    const heading = this.page.getByRole("article").getByRole("heading", { level: 1 });
    return (await heading.innerText({ timeout: PATIENCE })).trim();
  }

  /** Waits for a problem, and reads it. */
  async complaint() {
    await this.problem.waitFor({ timeout: PATIENCE });
    return (await this.problem.innerText()).trim();
  }

  /** Lets go of files over the window, or over a slot. */
  async drop(files, target = "body") {
    await this.helpButton.waitFor();
    const data = await this.page.evaluateHandle((files) => {
      const data = new DataTransfer();
      for (const { name, text } of files) data.items.add(new File([text], name));
      return data;
    }, files);
    for (const type of ["dragenter", "dragover", "drop"]) {
      await this.page.dispatchEvent(target, type, { dataTransfer: data });
    }
  }

  /** Pastes text, or files, as Ctrl+V does. */
  async paste({ text, files = [] }) {
    await this.helpButton.waitFor();
    await this.page.evaluate(
      ({ text, files }) => {
        const clipboardData = new DataTransfer();
        if (text) clipboardData.setData("text/plain", text);
        for (const { name, text } of files) clipboardData.items.add(new File([text], name));
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
      },
      { text, files },
    );
  }

  /** What the page saves: the bytes and the name of the file. */
  saveJson() {
    return this.#save(this.saveJsonButton);
  }

  saveHtml() {
    return this.#save(this.saveHtmlButton);
  }

  saveMarkdown() {
    return this.#save(this.saveMarkdownButton);
  }

  /** The report as the page saves it. */
  async report() {
    await this.verdict();
    return JSON.parse((await this.saveJson()).bytes);
  }

  /** Notes every phase that the progress shows from now on; what it returns gives them. */
  async watchPhases() {
    await this.page.evaluate(() => {
      window.phases = [];
      const note = () => window.phases.push(document.querySelector("#phase")?.textContent ?? "");
      new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return () => this.page.evaluate(() => window.phases);
  }

  /** Opens the settings, fills fields by their labels, and applies them. */
  async set(fields) {
    await this.settingsButton.click();
    for (const [label, value] of Object.entries(fields)) {
      const field = this.settings.getByLabel(label, { exact: true });
      const isChoice = (await field.evaluate((element) => element.tagName)) === "SELECT";
      await (isChoice ? field.selectOption(value) : field.fill(value));
    }
    await this.settings.getByRole("button", { name: "Apply" }).click();
  }

  async #save(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    return { bytes: await readFile(await download.path()), name: download.suggestedFilename() };
  }
}
