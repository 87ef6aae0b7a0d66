//! Some texts of a side, as if drawn at random, but the same whatever the order of the rows.

use std::collections::BTreeMap;
use xxhash_rust::xxh3::xxh3_64_with_seed;

/// Up to `most` rows in a random order that depends on the texts and on the salt alone. Copies of a text are rows of their own, so that the first
/// half of a sample is independent of the second: which copy of a text falls where tells nothing.
pub(super) fn sample(texts: &BTreeMap<String, u64>, salt: u64, most: usize) -> Vec<&str> {
    let mut rows: Vec<(u64, &str)> = Vec::new();
    for (text, &count) in texts {
        let base = xxh3_64_with_seed(text.as_bytes(), salt);
        for copy in 0..count {
            rows.push((xxh3_64_with_seed(&copy.to_le_bytes(), base), text));
            // A bounded heap would do the same; this is simpler and as fast.
            if rows.len() >= 4 * most {
                keep_least(&mut rows, most);
            }
        }
    }
    keep_least(&mut rows, most);
    rows.sort_unstable();
    rows.into_iter().map(|(_, text)| text).collect()
}

fn keep_least(rows: &mut Vec<(u64, &str)>, most: usize) {
    if rows.len() > most {
        rows.select_nth_unstable(most);
        rows.truncate(most);
    }
}
