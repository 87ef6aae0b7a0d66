// The command line program.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { binary } from "./paths.js";

const execute = promisify(execFile);

/** Runs it with these arguments; an exit code but 0 is an error. */
export const run = (...args) => execute(binary, args);
