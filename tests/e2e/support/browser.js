// The machine's own Chromium; Playwright's is not downloaded.
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser, without a window, with these arguments besides. */
export function launch(args = []) {
  return chromium.launch({ executablePath: find(), args: [...quiet, ...args] });
}

function find() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const programs = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = programs.find((program) => existsSync(program));
  if (!found) {
    throw new Error(`no browser on PATH: ${names.join(", ")}\nhint: \`cargo xtask test\` installs one`);
  }
  return found;
}
