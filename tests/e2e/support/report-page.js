// A report file as a person or a screen reader meets it.
export class ReportPage {
  /** `frame` is a page, or a frame of one. */
  constructor(frame) {
    this.frame = frame;
    this.verdict = frame.getByRole("heading", { level: 1 });
    this.search = frame.getByLabel("Find columns by name");
    this.sort = frame.getByLabel("Sort by");
    this.tryPolicy = this.button("Try another policy");
    this.policy = frame.getByRole("region", { name: "Try another policy" });
    this.alpha = this.policy.getByLabel("Alpha");
    this.correction = this.policy.getByLabel("Adjust p-values by");
    this.banner = frame.getByRole("complementary", { name: "What-if" });
    this.reset = this.button("Reset");
    this.help = frame.getByRole("dialog");
    this.timeline = frame.getByRole("region", { name: "Over time" });
    this.map = frame.getByRole("region", { name: "Columns by windows" });
    this.rows = frame.locator(".columns > ol > li:visible");
  }

  button(name) {
    return this.frame.getByRole("button", { name, exact: true });
  }

  /** Waits until scripts have drawn their part. */
  async started() {
    await this.tryPolicy.waitFor();
  }

  /** The row of a column, which opens to its details. */
  row(name) {
    return this.rows.filter({ has: this.frame.getByRole("heading", { name, exact: true, level: 3 }) });
  }

  /** Opens a column, or closes it. */
  toggle(name) {
    return this.row(name).locator("details.column > summary").click();
  }

  /** A window by the words that it begins with. */
  window(label) {
    return this.timeline.getByRole("listitem").filter({ has: this.frame.locator(".label", { hasText: label }) });
  }

  /** Clicks on the map at the window of this place; windows without rows have none. */
  async pointAt(place) {
    await this.map.locator(`a[href="#w${place}"]`).click();
  }

  /** The names of the columns that are seen, in their order. */
  async names() {
    return (await this.rows.locator("h3").allInnerTexts()).map((name) => name.trim());
  }

  /** What a column's badge says. */
  async status(name) {
    return (await this.row(name).locator("summary .badge").innerText()).trim();
  }

  /** Every status, by column. */
  async statuses() {
    const rows = await this.rows.evaluateAll((rows) =>
      rows.map((row) => [row.querySelector("h3").innerText.trim(), row.querySelector("summary .badge").innerText.trim()]),
    );
    return Object.fromEntries(rows);
  }

  /** What a button copies. */
  async copied(name) {
    const button = this.button(name);
    await button.click();
    await button.locator("..").getByText("copied").waitFor();
    return this.frame.evaluate(() => navigator.clipboard.readText());
  }
}
