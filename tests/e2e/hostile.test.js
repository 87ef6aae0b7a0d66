// Names and values that would run if anything took them for markup.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Session } from "./support/session.js";

const payloads = [
  "<script>globalThis.ran=1</script>",
  "<img src=x onerror=globalThis.ran=1>",
  '"><svg onload=globalThis.ran=1>',
  "</style><script>globalThis.ran=1</script>",
  "</script><script>globalThis.ran=1</script>",
  "javascript:globalThis.ran=1",
  "‮gnp.exe",
  "\u0007\u001b[31mred",
  "🦀".repeat(50),
  "x".repeat(10_000),
];

let session;

before(async () => {
  session = await Session.start();
});

after(() => session?.stop());

function table(seed) {
  const quote = (text) => `"${text.replaceAll('"', '""')}"`;
  const header = payloads.map(quote).join(",");
  const rows = Array.from({ length: 60 }, (_, row) =>
    payloads.map((_, column) => quote(payloads[(row * seed + column) % payloads.length])).join(","),
  );
  return [header, ...rows, ""].join("\n");
}

test("hostile names and values are text, on the page and in what it saves", () =>
  session.visit(async (app) => {
    const files = [payloads[1], payloads[2]].map((name, i) => ({ name: `${name}.csv`, text: table(i + 1) }));
    await app.drop(files);
    await app.compareButton.click();
    await app.verdict();
    const rows = app.page.getByRole("article").locator("details.column > summary");
    for (let row = 0; row < (await rows.count()); row++) await rows.nth(row).click();
    assert.equal(await app.page.evaluate(() => globalThis.ran), undefined);
    const { bytes } = await app.saveHtml();
    const context = await session.browser.newContext();
    const page = await context.newPage();
    await page.setContent(bytes.toString());
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    await context.close();
  }));

test("hostile addresses, settings and errors are text", async () => {
  const address = `?ref=${encodeURIComponent(payloads[1])}&cur=b`;
  await session.visit(
    async (app) => {
      await app.complaint();
      await app.paste({ text: `alpha = "${payloads[1]}"\n` });
      await app.page.getByText("pasted.toml, line 1").waitFor();
      await app.drop([{ name: payloads[1], text: 'a,b\n1,"2\n' }, { name: "b.csv", text: "a\n1\n" }]);
      await app.compareButton.click();
      await app.complaint();
      assert.equal(await app.page.evaluate(() => globalThis.ran), undefined);
    },
    { address, expected: /404/ },
  );
});
