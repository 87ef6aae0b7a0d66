// Lets the page work without a network after the first visit. The build puts `const version = "…"` and
// `const files = […]` before this text: a digest of the page, and all that it is made of.
//
// One version of the page is one cache, filled whole before it is used and never changed. A new version waits until no
// page of the old one is open, so that no page is left without its files.
const name = `driftglass ${registration.scope} `;
const page = new URL("./", registration.scope);

addEventListener("install", (event) => {
  const requests = files.map((file) => new Request(file, { cache: file === "./" ? "reload" : "default" }));
  event.waitUntil(caches.open(name + version).then((cache) => cache.addAll(requests)));
});

addEventListener("activate", (event) => {
  const others = async () => (await caches.keys()).filter((key) => key.startsWith(name) && key !== name + version);
  event.waitUntil(
    others()
      .then((keys) => Promise.all(keys.map((key) => caches.delete(key))))
      .then(() => clients.claim()),
  );
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== page.origin) return;
  const kept = async (address, options) => (await caches.open(name + version)).match(address, options);
  if (pathname === page.pathname || pathname === `${page.pathname}index.html`) {
    // The newest page wherever there is a network.
    event.respondWith(fetch(request).catch(async (error) => (await kept(page)) ?? Promise.reject(error)));
  } else {
    // Names tell versions apart, so what is kept is what was asked for. Files beside the page are never kept.
    event.respondWith(kept(request).then((response) => response ?? fetch(request)));
  }
});
