// Starts the viewer from what the file itself holds. Where that fails the report stays as it is, complete without it.
(async () => {
  const packed = document.getElementById("viewer").textContent;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  await wasm_bindgen({ module_or_path: await new Response(program).arrayBuffer() });
  await wasm_bindgen.show(document.querySelector("main"), document);
  document.documentElement.dataset.viewer = "started";
})().catch((error) => {
  document.documentElement.dataset.viewer = "failed";
  console.error("the viewer did not start:", error);
});
