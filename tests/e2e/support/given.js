// What most tests of the page begin with.
import { after } from "node:test";
import { drifted } from "./fixtures.js";
import { Session } from "./session.js";

/** Two files that drift and a session, until the tests of the file that asks for them are done. */
export async function given() {
  const files = await drifted();
  after(() => files.remove());
  const session = await Session.start();
  after(() => session.stop());
  return { files, session };
}
