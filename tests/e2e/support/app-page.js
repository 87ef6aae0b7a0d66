// The web app as a person or a screen reader meets it: by its names, never by its markup.
import { readFile } from "node:fs/promises";

// For a report, in milliseconds.
const PATIENCE = 60_000;

export class AppPage {
  constructor(page) {
    this.page = page;
    this.reference = page.getByLabel("Reference", { exact: true });
    this.current = page.getByLabel("Current", { exact: true });
    this.compareButton = this.#button("Compare");
    this.cancelButton = this.#button("Cancel");
    this.sampleButton = this.#button("Try the sample");
    this.saveHtmlButton = this.#button("Save HTML");
    this.saveJsonButton = this.#button("Save JSON");
  }

  #button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Picks two files and starts their comparison. */
  async compare(reference, current) {
    await this.reference.setInputFiles(reference);
    await this.current.setInputFiles(current);
    await this.compareButton.click();
  }

  /** Starts the bundled sample. */
  async trySample() {
    await this.sampleButton.click();
  }

  /** Waits for the report, and reads its verdict. */
  async verdict() {
    await this.saveJsonButton.waitFor({ timeout: PATIENCE });
    return (await this.page.getByRole("heading", { level: 1 }).innerText()).trim();
  }

  /** What the page saves: the bytes and the name of the file. */
  saveJson() {
    return this.#save(this.saveJsonButton);
  }

  saveHtml() {
    return this.#save(this.saveHtmlButton);
  }

  async #save(button) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    return { bytes: await readFile(await download.path()), name: download.suggestedFilename() };
  }
}
