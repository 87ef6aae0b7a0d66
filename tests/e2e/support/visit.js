// One visit to a report file.
import { pathToFileURL } from "node:url";
import { ReportPage } from "./report-page.js";
import { watch } from "./watch.js";

/** Runs `use` on a report file, which may report nothing and ask nothing of anybody, and returns what `use` does. */
export function visit(browser, file, use, options = {}) {
  const address = pathToFileURL(file).href;
  return watch(browser, address, (page) => use(new ReportPage(page), page), {
    mayAsk: (url) => url === address,
    levels: ["error", "warning"],
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
}
