// Starts the viewer from what the file itself holds. Where that fails the report stays as it is, complete without it.
(async () => {
  const unpack = (id) => {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (character) => character.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  };
  // The page's policy knows it by its hash.
  const script = document.createElement("script");
  script.textContent = await unpack("viewer-script").text();
  document.head.append(script);
  await wasm_bindgen({ module_or_path: await unpack("viewer").arrayBuffer() });
  await wasm_bindgen.show(document.querySelector("main"), document);
  document.documentElement.dataset.viewer = "started";
})().catch((error) => {
  document.documentElement.dataset.viewer = "failed";
  console.error("the viewer did not start:", error);
});
