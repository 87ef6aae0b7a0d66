// A report file with scripts on: from the disk, in a sandbox, under another policy, by keyboard; and with scripts off.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { inspect } from "./support/axe.js";
import { run } from "./support/binary.js";
import { launch } from "./support/browser.js";
import { drifted } from "./support/fixtures.js";
import { binary, screenshots } from "./support/paths.js";
import { ReportPage } from "./support/report-page.js";
import { visit } from "./support/visit.js";

const execute = promisify(execFile);

// For anything that a report does, in milliseconds.
const PATIENCE = 10_000;
// What a key may take to show in a report of 1000 columns, in milliseconds.
const AT_ONCE = 100;

let browser;
let files;
let report;

before(async () => {
  await mkdir(screenshots, { recursive: true });
  files = await drifted();
  report = await compared("report.html");
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await files?.remove();
});

/** A report of the two files. */
async function compared(name, ...options) {
  const file = path.join(files.folder, name);
  await run("report", files.reference, files.current, "-o", file, ...options);
  return file;
}

/** The words alone. */
const plain = (text) => text.replaceAll(/\s+/g, " ").trim();

/** What the binary says of the two files under other options: statuses by column, and the verdict. */
async function checked(options) {
  const file = await compared("checked.json", ...options);
  const { columns, summary } = JSON.parse(await readFile(file));
  return { statuses: Object.fromEntries(columns.map(({ name, status }) => [name, status])), summary };
}

test("nothing jumps when the viewer starts, and the report says the same", async () => {
  const told = async (options) => {
    let seen;
    await visit(
      browser,
      report,
      async (it) => {
        if (options.javaScriptEnabled !== false) await it.started();
        seen = { verdict: await it.verdict.innerText(), names: await it.names(), statuses: await it.statuses() };
      },
      options,
    );
    return seen;
  };
  assert.deepEqual(await told({}), await told({ javaScriptEnabled: false }));
  await visit(browser, report, async (it, page) => {
    await it.started();
    const shift = await page.evaluate(
      () =>
        new Promise((resolve) => {
          let total = 0;
          new PerformanceObserver((list) => list.getEntries().forEach((entry) => (total += entry.value))).observe({
            type: "layout-shift",
            buffered: true,
          });
          setTimeout(() => resolve(total), 300);
        }),
    );
    assert.ok(shift < 0.05, `the layout shifts by ${shift}`);
  });
});

test("with scripts off every detail opens, and with --static there is no script at all", async () => {
  const plain = await compared("static.html", "--static");
  assert.doesNotMatch(await readFile(plain, "utf8"), /<script/);
  for (const file of [report, plain]) {
    await visit(
      browser,
      file,
      async (it) => {
        await it.toggle("age");
        await it.row("age").getByRole("heading", { name: "Every method" }).waitFor();
        assert.equal(await it.tryPolicy.count(), 0);
      },
      { javaScriptEnabled: false },
    );
  }
});

test("the viewer starts in a sandbox without an origin", async () => {
  const host = path.join(files.folder, "host.html");
  const escaped = (await readFile(report, "utf8")).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  await writeFile(host, `<!doctype html><iframe sandbox="allow-scripts" style="width:1200px;height:900px" srcdoc="${escaped}"></iframe>`);
  const context = await browser.newContext();
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(pathToFileURL(host).href);
  const it = new ReportPage(await (await page.locator("iframe").elementHandle()).contentFrame());
  await it.started();
  // Where nothing can be remembered, the choice still holds.
  await it.button("Theme: system").click();
  await it.button("Theme: light").waitFor();
  await it.tryPolicy.click();
  await it.alpha.fill("1e-300");
  await it.banner.waitFor();
  assert.deepEqual(problems, []);
  await context.close();
});

test("another policy says what the binary says under it", async () => {
  const before = await checked([]);
  const cases = [
    [["--alpha", "1e-30"], async (it) => it.alpha.fill("1e-30")],
    [["--correction", "none"], async (it) => it.correction.selectOption("none")],
    [["--moderate", "0.5", "--severe", "0.6"], async (it) => {
      await it.policy.getByLabel("Severe from").fill("0.6");
      await it.policy.getByLabel("Moderate from").fill("0.5");
    }],
    [["--drift-share", "0.01"], async (it) => it.policy.getByLabel("Drift share").fill("0.01")],
    [["--method", "age=wasserstein", "--threshold", "age=9"], async (it) => {
      await it.toggle("age");
      await it.row("age").getByLabel("Method").selectOption("Wasserstein, normalised");
      await it.row("age").getByLabel("Threshold").fill("9");
    }],
  ];
  for (const [options, change] of cases) {
    const expected = await checked(options);
    await visit(browser, report, async (it) => {
      await it.started();
      const own = await it.verdict.innerText();
      await it.tryPolicy.click();
      await change(it);
      await it.banner.waitFor();
      assert.ok(plain(await it.banner.innerText()).includes(plain(own)), "the banner says what the report said");
      assert.deepEqual(await it.statuses(), expected.statuses, options.join(" "));
      await it.reset.click();
      await it.banner.waitFor({ state: "hidden" });
      assert.deepEqual(await it.statuses(), before.statuses);
      assert.equal(await it.verdict.innerText(), own);
    });
  }
});

test("a policy that is none says why, and the last one stays", async () => {
  await visit(browser, report, async (it) => {
    await it.started();
    await it.tryPolicy.click();
    const statuses = await it.statuses();
    await it.alpha.fill("2");
    await it.policy.getByText("alpha cannot be 2").waitFor();
    await it.alpha.fill("many");
    await it.policy.getByText('"many" is not a number').waitFor();
    assert.equal(await it.policy.getByRole("button").count(), 0, "it cannot be copied");
    assert.deepEqual(await it.statuses(), statuses);
  });
});

test("the policy is copied as TOML and as a command line, and both mean the same to the binary", async () => {
  await visit(browser, report, async (it) => {
    await it.started();
    await it.tryPolicy.click();
    await it.alpha.fill("1e-12");
    await it.correction.selectOption("Holm");
    await it.toggle('<b>&"amp');
    await it.row('<b>&"amp').getByLabel("Alpha").fill("0.9");
    const shown = await it.statuses();
    const toml = path.join(files.folder, "driftglass-what-if.toml");
    await writeFile(toml, await it.copied("Copy as TOML"));
    assert.deepEqual((await checked(["--config", toml])).statuses, shown);
    const command = await it.copied("Copy as command line");
    assert.match(command, /^driftglass check reference\.csv current\.csv /);
    const json = path.join(files.folder, "from-command.json");
    const line = command.replace("driftglass check", '"$0" report').replace(/$/, ' -o "$1"');
    await execute("sh", ["-c", line, binary, json], { cwd: files.folder });
    const { columns } = JSON.parse(await readFile(json));
    assert.deepEqual(Object.fromEntries(columns.map(({ name, status }) => [name, status])), shown);
  });
});

test("a policy that no command line can say is copied as TOML alone", async () => {
  const config = path.join(files.folder, "roles.toml");
  await writeFile(config, '[[rule]]\ncolumns = "age"\nrole = "feature"\n');
  const file = await compared("roles.html", "--config", config);
  await visit(browser, file, async (it) => {
    await it.started();
    await it.tryPolicy.click();
    const command = it.button("Copy as command line");
    await command.waitFor({ state: "hidden" });
    assert.match(await it.copied("Copy as TOML"), /role = "feature"/);
    await it.alpha.fill("0.001");
    await it.banner.waitFor();
    assert.ok(!(await command.isVisible()));
  });
});

for (const [what, ...options] of [
  ["the parts of a file", "--split", "70%"],
  ["windows", "--every", "500rows"],
  ["the last rows", "--window", "500rows"],
]) {
  test(`of ${what} no command line is offered, which would be of other data`, async () => {
    const file = path.join(files.folder, "parts.html");
    await run("report", files.reference, ...options, "-o", file);
    await visit(browser, file, async (it) => {
      await it.started();
      await it.tryPolicy.click();
      await it.button("Copy as TOML").waitFor();
      assert.ok(!(await it.button("Copy as command line").isVisible()));
    });
  });
}

test("columns are found, filtered and sorted", async () => {
  await visit(browser, report, async (it) => {
    await it.started();
    const all = await it.names();
    await it.search.fill("AG");
    assert.deepEqual(await it.names(), ["age"]);
    await it.button("Show all").click();
    await it.sort.selectOption("name");
    assert.deepEqual(await it.names(), [...all].sort());
    await it.sort.selectOption("order in the data");
    assert.deepEqual(await it.names(), ["age", "income", "city", "member", "joined", '<b>&"amp']);
    await it.frame.getByRole("group", { name: "Types to see" }).getByRole("button", { name: /numeric/ }).click();
    assert.ok(!(await it.names()).includes("city"));
    await it.search.fill("nothing like it");
    await it.frame.getByText("No column is like that.").waitFor();
  });
});

test("the keys go from column to column, and the help names them", async () => {
  await visit(browser, report, async (it, page) => {
    await it.started();
    const [first, second] = await it.names();
    const focused = () => page.evaluate(() => document.activeElement.querySelector("h3")?.innerText.trim());
    await page.keyboard.press("j");
    assert.equal(await focused(), first);
    await page.keyboard.press("j");
    assert.equal(await focused(), second);
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await it.row(first).getByRole("heading", { name: "Every method" }).waitFor();
    await page.keyboard.press("Escape");
    await it.row(first).getByRole("heading", { name: "Every method" }).waitFor({ state: "hidden" });
    assert.equal(await focused(), first);
    await page.keyboard.press("/");
    await page.keyboard.type("zzz");
    assert.deepEqual(await it.names(), []);
    await page.keyboard.press("Escape");
    assert.ok((await it.names()).length > 1);
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press("?");
    await it.help.waitFor();
    await page.keyboard.press("Escape");
    await it.help.waitFor({ state: "hidden" });
    await it.button("Help").click();
    await it.help.getByRole("button", { name: "Close" }).click();
    await it.button("Expand all").click();
    assert.equal(await page.locator("details.column[open]").count(), (await it.names()).length);
    await it.button("Collapse all").click();
    assert.equal(await page.locator("details.column[open]").count(), 0);
  });
});

test("names that attack are text", async () => {
  const names = ['<img src=x onerror="hacked=1">', "</script><script>hacked=1</script>", "'$(touch hacked)`x`", "javascript:hacked=1"];
  const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
  const write = async (name, shift) => {
    const file = path.join(files.folder, name);
    const rows = Array.from({ length: 200 }, (_, row) => names.map((_, column) => ((row * 37 + column) % 101) + shift).join(","));
    await writeFile(file, `${[quoted, ...rows].join("\n")}\n`);
    return file;
  };
  const sides = [await write("</title><script>hacked=1<.csv".replaceAll("/", "_"), 0), await write("b.csv", 80)];
  const file = path.join(files.folder, "hostile.html");
  await run("report", ...sides, "-o", file);
  await visit(browser, file, async (it, page) => {
    await it.started();
    await it.button("Expand all").click();
    await it.tryPolicy.click();
    await it.alpha.fill("0.5");
    for (const name of names) await it.row(name).getByLabel("Threshold").fill("0.3");
    await it.banner.waitFor();
    const command = await it.copied("Copy as command line");
    const { stdout } = await execute("sh", ["-c", `driftglass() { printf '%s\\n' "$@"; }; ${command}`], { cwd: files.folder });
    for (const name of names) assert.ok(stdout.includes(`--threshold=${name}=0.3`), `${name} in ${stdout}`);
    assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
    assert.deepEqual((await it.names()).sort(), [...names].sort());
  });
});

test("a report of 1000 columns is small, and answers at once", async () => {
  const wide = async (name, shift) => {
    const file = path.join(files.folder, name);
    const columns = Array.from({ length: 1000 }, (_, column) => column);
    let state = shift + 1;
    const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
    const rows = Array.from({ length: 1500 }, () => columns.map((column) => (next() + (column < 20 ? shift : 0)).toFixed(4)).join(","));
    await writeFile(file, `${[columns.map((column) => `column_${column}`).join(","), ...rows].join("\n")}\n`);
    return file;
  };
  const sides = [await wide("wide-reference.csv", 0), await wide("wide-current.csv", 1)];
  const file = path.join(files.folder, "wide.html");
  await run("report", ...sides, "-o", file);
  const { length } = await readFile(file);
  console.log(`1000 columns: ${(length / 1e6).toFixed(2)} MB`);
  assert.ok(length < 4e6, `${length} bytes`);
  await visit(browser, file, async (it, page) => {
    await it.started();
    // What the browser says that an event took, from the key to the next picture.
    await page.evaluate(() => {
      globalThis.keys = [];
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries()) if (name === "keydown") keys.push(duration);
      }).observe({ type: "event", durationThreshold: 16, buffered: true });
    });
    await it.search.focus();
    await page.keyboard.type("column_99", { delay: 150 });
    assert.equal((await it.names()).length, 11);
    await page.waitForTimeout(300);
    // Faster ones than the observer's least are not among them.
    const keys = (await page.evaluate(() => globalThis.keys)).sort((a, b) => a - b);
    const usual = keys[Math.floor(keys.length / 2)] ?? 0;
    console.log(`a key takes ${usual} ms, the slowest ${keys.at(-1) ?? 0} ms`);
    assert.ok(usual < AT_ONCE, `a key takes ${usual} ms`);
    // The details of a stable column come out of their packing.
    await it.toggle("column_999");
    await it.row("column_999").getByRole("heading", { name: "Both sides in numbers" }).waitFor();
    await it.row("column_999").locator(".distribution svg").first().waitFor();
  });
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`the viewer, ${colorScheme}, ${width} px`, () =>
      visit(
        browser,
        report,
        async (it, page) => {
          await it.started();
          await it.tryPolicy.click();
          await it.alpha.fill("0.001");
          await it.banner.waitFor();
          await it.toggle("age");
          await picture(page, `viewer-${colorScheme}-${width}`);
          await it.button("Help").click();
          await it.help.waitFor();
          await picture(page, `viewer-help-${colorScheme}-${width}`, false);
        },
        { colorScheme, viewport: { width, height: 900 } },
      ));
  }
}

async function picture(page, name, fullPage = true) {
  await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage });
  await inspect(page);
}
