// What the viewer shows under another policy is what the binary writes under it, word for word.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { run } from "./support/binary.js";
import { launch } from "./support/browser.js";
import { drifted } from "./support/fixtures.js";
import { root } from "./support/paths.js";
import { visit } from "./support/visit.js";

let browser;
let files;
let samples;

before(async () => {
  files = await drifted();
  const adult = (name) => path.join(root, "examples/adult", name);
  samples = {
    "two files that drift": [files.reference, files.current],
    "the sample": [adult("reference.csv"), adult("current.csv")],
  };
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await files?.remove();
});

/** A report that the binary writes. */
async function report(name, sides, ...options) {
  const file = path.join(files.folder, `${name}.html`);
  await run("report", ...sides, "-o", file, ...options);
  return file;
}

/**
 * Every text of the report in its place, and the shapes beside it. Without what the viewer adds, and without what it says stays as
 * the report judged it: pairs of columns, and the distributions with the bins that carry half of a change.
 */
function read(page) {
  return page.evaluate(() => {
    const article = document.querySelector("article.report").cloneNode(true);
    const added = ".tools, .what-if-banner, .none-seen, .column-rules";
    const stays = ".relations, .distribution";
    article.querySelectorAll(`${added}, ${stays}`).forEach((element) => element.remove());
    const lines = [];
    const walk = (element) => {
      const shown = ["class", "title", "href", "id", "x", "x1", "x2", "cx", "width", "d"];
      const attributes = shown.filter((name) => element.hasAttribute(name)).map((name) => ` ${name}=${element.getAttribute(name)}`);
      lines.push(`<${element.localName}${attributes.join("")}>`);
      for (const child of element.childNodes) {
        if (child.nodeType === Node.ELEMENT_NODE) walk(child);
        else if (child.data.trim() !== "") lines.push(child.data.replaceAll(/\s+/g, " ").trim());
      }
    };
    walk(article);
    return lines;
  });
}

// What the binary is told, and what a reader does for the same.
const policies = [
  [["--alpha", "1e-30"], (it) => it.alpha.fill("1e-30")],
  [["--alpha", "0.9", "--correction", "none"], async (it) => {
    await it.alpha.fill("0.9");
    await it.correction.selectOption("none");
  }],
  [["--correction", "holm", "--drift-share", "0.01"], async (it) => {
    await it.correction.selectOption("Holm");
    await it.policy.getByLabel("Drift share").fill("0.01");
  }],
  [["--moderate", "0.001", "--severe", "0.002"], async (it) => {
    await it.policy.getByLabel("Moderate from").fill("0.001");
    await it.policy.getByLabel("Severe from").fill("0.002");
  }],
  [["--moderate", "90", "--severe", "99"], async (it) => {
    await it.policy.getByLabel("Severe from").fill("99");
    await it.policy.getByLabel("Moderate from").fill("90");
  }],
  [["--method", "age=wasserstein", "--threshold", "age=9"], async (it) => {
    await it.toggle("age");
    await it.row("age").getByLabel("Method").selectOption("Wasserstein, normalised");
    await it.row("age").getByLabel("Threshold").fill("9");
  }],
  [["--method", "age=psi", "--alpha", "0.2"], async (it) => {
    await it.toggle("age");
    await it.row("age").getByLabel("Method").selectOption("Population stability index");
    await it.alpha.fill("0.2");
  }],
];

// What only the two files have: dates, which have aspects.
const ofDates = [
  [["--threshold", "joined=0.01", "--alpha", "city=0.9"], async (it) => {
    await it.toggle("joined");
    await it.row("joined").getByLabel("Threshold").fill("0.01");
    await it.toggle("city");
    await it.row("city").getByLabel("Alpha").fill("0.9");
  }],
];

const cases = [
  ...[...policies, ...ofDates].map((policy) => ["two files that drift", ...policy]),
  ...policies.map((policy) => ["the sample", ...policy]),
];

for (const [sample, options, change] of cases) {
  test(`${sample}: ${options.join(" ")}`, async () => {
    const written = await report("expected", samples[sample], "--static", ...options);
    const expected = await visit(browser, written, (_, page) => read(page));
    await visit(browser, await report("what-if", samples[sample]), async (it, page) => {
      await it.started();
      const before = await read(page);
      await it.tryPolicy.click();
      await change(it);
      await it.banner.waitFor();
      assert.deepEqual(await read(page), expected);
      await it.reset.click();
      await it.banner.waitFor({ state: "hidden" });
      assert.deepEqual(await read(page), before);
    });
  });
}
