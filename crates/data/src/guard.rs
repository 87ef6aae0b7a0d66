//! Decoders that panic on damaged bytes.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether a panic would now be caught and told as an error of the file: a panic hook has nothing to say then.
///
/// The parquet crate takes a file's word for some lengths and panics where they are wrong. Where panics abort, as in wasm, the
/// hook is the last to know, and may say that the file is damaged.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// What the work gives, unless it panics. It must leave nothing behind that is used afterwards.
pub(crate) fn guard<T>(work: impl FnOnce() -> T) -> Option<T> {
    GUARDED.set(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(false);
    result.ok()
}
