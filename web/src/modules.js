// WebAssembly has no word for `import()`, so the page lends its own.
globalThis.importModule = (address) => import(address);
