// The page below a path of a plain static host, and without any network after the first visit.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { dist } from "./support/paths.js";
import { Session } from "./support/session.js";

let session;

before(async () => {
  session = await Session.start({ prefix: "/some/where/" });
});

after(() => session?.stop());

test("it works below a path, and again without a network", () =>
  session.visit(
    async (app) => {
      await app.sampleButton.waitFor();
      await app.page.evaluate(() => navigator.serviceWorker.ready);
      await app.page.context().setOffline(true);
      await app.page.reload();
      await app.trySample();
      assert.match(await app.verdict(), /drift/i);
    },
    { serviceWorkers: "allow" },
  ));

test("it works where nothing can be kept", () =>
  session.visit(async (app) => {
    await app.trySample();
    assert.match(await app.verdict(), /drift/i);
  }));

test("every file but the page and its keeper is named by its content", async () => {
  const names = await readdir(dist);
  // The number is written without leading zeros.
  const unnamed = names.filter((name) => !/-[0-9a-f]{10,16}(_bg)?(\.|$)/.test(name));
  assert.deepEqual(unnamed.sort(), ["index.html", "service-worker.js"]);
});

test("it can be installed", () =>
  session.visit(async (app) => {
    const manifest = await app.page.evaluate(async () => {
      const link = document.querySelector("link[rel=manifest]");
      const manifest = await (await fetch(link.href)).json();
      const icons = await Promise.all(
        manifest.icons.map(async ({ src, sizes }) => {
          const image = new Image();
          image.src = new URL(src, link.href);
          await image.decode();
          return [sizes, `${image.naturalWidth}x${image.naturalHeight}`];
        }),
      );
      return { ...manifest, start: new URL(manifest.start_url, link.href).href, icons };
    });
    assert.equal(manifest.start, session.host.address);
    assert.equal(manifest.display, "standalone");
    for (const [said, is] of manifest.icons) if (said !== "any") assert.equal(is, said);
  }));
