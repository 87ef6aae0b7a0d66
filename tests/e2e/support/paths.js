// Where the things under test are.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const screenshots = fileURLToPath(new URL("../screenshots", import.meta.url));

const target = path.resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** The web app's folder. */
export const dist = built(path.join(root, "dist"));
/** The command line program. */
export const binary = built(path.join(target, "release", "driftglass"));

function built(file) {
  if (!existsSync(file)) {
    throw new Error(`${file} is missing\nhint: \`cargo xtask test --only build\` builds it`);
  }
  return file;
}
