// Starts the worker's program. The page puts `const script = "…";` before this text and runs both from a
// blob: address: only a worker from there has the page's content security policy.
const early = [];
onmessage = (event) => early.push(event.data);
importScripts(script);
wasm_bindgen({ module_or_path: script.replace(/\.js$/, "_bg.wasm") }).then(
  // The program listens now. What came while it was loading is for it.
  () => early.forEach((data) => dispatchEvent(new MessageEvent("message", { data }))),
  // Thrown out of the promise, it reaches the page as an error of the worker.
  (error) => setTimeout(() => { throw error; }),
);
