// One visit to a page, watched for what must never happen.
import assert from "node:assert/strict";

// For anything that a page does, in milliseconds.
const PATIENCE = 10_000;

/**
 * Runs `use` on a page at `address` in a context of its own, which has these `options`, and returns what `use` does. The visit fails,
 * whatever `use` found, where the page reported an error, or a message of another of these `levels`, but one that is `expected`, or
 * asked for an address that it `mayAsk` not for.
 */
export async function watch(browser, address, use, { mayAsk, levels = ["error"], expected, ...options }) {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const problems = [];
  const note = (problem) => {
    if (!expected?.test(problem)) problems.push(problem);
  };
  context.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !mayAsk(request.url())) note(`request: ${request.url()}`);
  });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => note(`error: ${error.message}`));
    page.on("console", (message) => {
      if (levels.includes(message.type())) note(`console: ${message.text()}`);
    });
    await page.goto(address);
    const [found, failure] = await Promise.resolve(use(page)).then(
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
