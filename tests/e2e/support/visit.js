// One visit to a report file, watched for what must never happen.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { ReportPage } from "./report-page.js";

// For anything that a report does, in milliseconds.
const PATIENCE = 10_000;

/**
 * Runs `use` on a report file in a context of its own, which has these `options`, and returns what `use` does. The visit fails,
 * whatever `use` found, where the page reported an error or a warning, or asked anything of anybody.
 */
export async function visit(browser, file, use, options = {}) {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...options });
  context.setDefaultTimeout(PATIENCE);
  try {
    const page = await context.newPage();
    const address = pathToFileURL(file).href;
    const problems = watch(context, page, address);
    await page.goto(address);
    const [found, failure] = await Promise.resolve(use(new ReportPage(page), page)).then(
      (found) => [found],
      (error) => [undefined, error],
    );
    // The page's own errors first: they explain why something was waited for in vain.
    assert.deepEqual(problems, [], failure && `${problems.join("\n")}\n${failure.stack}`);
    if (failure) throw failure;
    return found;
  } finally {
    await context.close();
  }
}

function watch(context, page, address) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    if (request.url() !== address && !/^(data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`);
  });
  return problems;
}
