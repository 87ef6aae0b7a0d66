#![no_main]

use driftglass_fuzz::{allow_guarded_panics, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: allow_guarded_panics(),
    |content: &[u8]| read("x", content)
);
