//! The worker that this is.

use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

/// What a worker has in place of a window.
pub(crate) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// The bytes of this program's memory, which only grows.
pub(crate) fn memory() -> u64 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let buffer: js_sys::ArrayBuffer = memory.buffer().unchecked_into();
    buffer.byte_length().into()
}
