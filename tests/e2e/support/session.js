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
  /** `options` are those of the host, and `args` those of the browser. */
  static async start({ args = [], ...options } = {}) {
    const session = new Session();
    session.host = await serve(dist, options);
    session.browser = await launch(args);
    return session;
  }

  async stop() {
    await this.browser?.close();
    await this.host?.close();
  }

  /**
   * Runs `use` with a fresh page of the app at `address`, which may have a query and a fragment. The visit fails, whatever
   * `use` found, where the page reported an error but one that is `expected`, or asked anything of another host.
   */
  async visit(use, { address = "", expected, ...options } = {}) {
    // The page's keeping has a test of its own; elsewhere it would only cost time.
    const context = await this.browser.newContext({ serviceWorkers: "block", ...options });
    context.setDefaultTimeout(PATIENCE);
    try {
      const page = await context.newPage();
      const problems = this.#watch(context, page, expected);
      await page.goto(this.host.address + address);
      const failure = await Promise.resolve(use(new AppPage(page))).catch((error) => error);
      // The page's own errors first: they explain why something was waited for in vain.
      assert.deepEqual(problems, [], failure && `${problems.join("\n")}\n${failure.stack}`);
      if (failure) throw failure;
    } finally {
      await context.close();
    }
  }

  #watch(context, page, expected) {
    const problems = [];
    const note = (problem) => {
      if (!expected?.test(problem)) problems.push(problem);
    };
    page.on("pageerror", (error) => note(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") note(`console: ${message.text()}`);
    });
    context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== this.host.origin && !["blob:", "data:"].includes(protocol)) {
        note(`request: ${request.url()}`);
      }
    });
    return problems;
  }
}
