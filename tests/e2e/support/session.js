// Visits to the web app.
import { AppPage } from "./app-page.js";
import { launch } from "./browser.js";
import { dist } from "./paths.js";
import { serve } from "./server.js";
import { watch } from "./watch.js";

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
   * Runs `use` with a fresh page of the app at `address`, which may have a query and a fragment, and may ask of its own host alone.
   * Its errors may be `expected`.
   */
  visit(use, { address = "", ...options } = {}) {
    return watch(this.browser, this.host.address + address, (page) => use(new AppPage(page)), {
      mayAsk: (url) => new URL(url).origin === this.host.origin,
      // The page's keeping has a test of its own; elsewhere it would only cost time.
      serviceWorkers: "block",
      ...options,
    });
  }
}
