// A static host, as plain as the ones that the web app is made for: no header but the type.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
};

/**
 * Serves `folder` below `prefix` on a free port of 127.0.0.1, and the files of `beside` by their addresses in it: its
 * `origin`, the page's `address`, and `close`.
 */
export async function serve(folder, { prefix = "/", beside = {} } = {}) {
  const server = http.createServer(async (request, response) => {
    // The URL parser resolves `..`, so the path stays below the folder.
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const name = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : undefined;
    const file = beside[name] ?? path.join(folder, name === "" ? "index.html" : (name ?? "none"));
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": types[path.extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    address: origin + prefix,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
