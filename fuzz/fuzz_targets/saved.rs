#![no_main]

use driftglass_core::Profile;
use driftglass_core::compare;
use driftglass_core::policy::Policy;
use libfuzzer_sys::fuzz_target;

// Behind the digest and the gzip, which no made-up bytes pass: a profile that opens can be compared, merged and saved.
fuzz_target!(|content: &[u8]| {
    let Ok(profile) = ciborium::from_reader::<Profile, _>(content) else { return };
    let policy = Policy::default();
    let report = compare(&profile, &profile, &policy).expect("the default policy names no column");
    assert!(!report.to_json().is_empty());
    let merged = profile.clone().merge(profile);
    let mut bytes = Vec::new();
    ciborium::into_writer(&merged, &mut bytes).expect("a vector takes all bytes");
});
