// Two small files that drift in a known way, and hold what readers trip over.
import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const cities = ["Paris", "Köln", '"Saint, Louis"', '"Big ""Apple"""', '"two\nlines"', ""];
const header = 'age,income,city,member,joined,"<b>&""amp"';

/** Numbers from 0 to 1, the same in every run (the generator of Numerical Recipes). */
export function uniform(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function rows(count, seed, ageFactor) {
  const next = uniform(seed);
  return Array.from({ length: count }, () => {
    const age = next() < 0.02 ? "NA" : ((18 + 60 * next()) * ageFactor).toFixed(1);
    const income = (1000 * Math.exp(3 * next())).toExponential(5);
    const city = cities[Math.floor(cities.length * next() ** 2)];
    const joined = new Date(Date.UTC(2024, 0, 1 + Math.floor(700 * next()))).toISOString().slice(0, 10);
    return [age, income, city, next() < 0.3, joined, Math.floor(10 * next())].join(",");
  });
}

/** A folder with `reference.csv` and `current.csv`, whose ages are a third higher; `remove` deletes it. */
export async function drifted() {
  const folder = await mkdtemp(path.join(tmpdir(), "driftglass-"));
  const write = async (name, lines) => {
    const file = path.join(folder, name);
    await writeFile(file, [header, ...lines, ""].join("\n"));
    return file;
  };
  return {
    folder,
    reference: await write("reference.csv", rows(2000, 1, 1)),
    current: await write("current.csv", rows(1000, 2, 1.33)),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** A file that takes a while to read: about `megabytes` in `folder`. */
export async function large(folder, megabytes) {
  const file = path.join(folder, "large.csv");
  const block = `${rows(20_000, 3, 1).join("\n")}\n`;
  const handle = await open(file, "w");
  await handle.write(`${header}\n`);
  for (let written = 0; written < megabytes * 1e6; written += block.length) {
    await handle.write(block);
  }
  await handle.close();
  return file;
}
