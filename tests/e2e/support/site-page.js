// A site of runs as a person or a screen reader meets it.
export class SitePage {
  constructor(page) {
    this.page = page;
    this.verdict = page.getByRole("heading", { level: 1 });
    this.search = page.getByRole("searchbox", { name: "Find runs" });
    this.found = page.getByRole("status");
    this.runs = page.getByRole("region", { name: "Runs" }).locator("ol > li:visible");
    this.ways = page.getByRole("navigation", { name: "Runs" });
  }

  /** The names of the runs that are seen, in their order. */
  async names() {
    return (await this.runs.getByRole("link").allInnerTexts()).map((name) => name.trim());
  }

  /** Goes to the page of a run. */
  async open(name) {
    await this.runs.getByRole("link", { name, exact: true }).click();
  }

  /** Goes from the page of a run to another. */
  async go(way) {
    await this.ways.getByRole("link", { name: way }).click();
  }
}
