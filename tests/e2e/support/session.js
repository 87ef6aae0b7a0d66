// One visit to the web app, watched for what must never happen.
import assert from "node:assert/strict";
import { AppPage } from "./app-page.js";
import { launch } from "./browser.js";
import { dist } from "./paths.js";
import { serve } from "./server.js";

// For anything but a report, in milliseconds.
const PATIENCE = 10_000;

/** The browser and the host that the tests of one file share. */
export class Session {
  static async start() {
    const session = new Session();
    session.host = await serve(dist);
    session.browser = await launch();
    return session;
  }

  async stop() {
    await this.browser?.close();
    await this.host?.close();
  }

  /**
   * Runs `use` with a fresh page of the app. The visit fails, whatever `use` found, where the page reported
   * an error or asked anything of another host.
   */
  async visit(use, options = {}) {
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    try {
      const page = await context.newPage();
      const problems = this.#watch(context, page);
      await page.goto(`${this.host.origin}/`);
      const failure = await Promise.resolve(use(new AppPage(page))).catch((error) => error);
      // The page's own errors first: they explain why something was waited for in vain.
      assert.deepEqual(problems, [], failure && `${problems.join("\n")}\n${failure.stack}`);
      if (failure) throw failure;
    } finally {
      await context.close();
    }
  }

  #watch(context, page) {
    const problems = [];
    page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`console: ${message.text()}`);
    });
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== this.host.origin && !["blob:", "data:"].includes(protocol)) {
        problems.push(`request: ${request.url()}`);
      }
    });
    return problems;
  }
}
