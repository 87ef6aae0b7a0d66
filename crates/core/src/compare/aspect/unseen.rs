//! How many of a text's words the reference does not have.
//!
//! Held against the whole reference, its own texts would have no unseen word, and any current text would look new. Leaving each text of the reference out of
//! its own vocabulary mends the mean, but the shares then depend on one another (it is the estimate of Good and Turing, whose
//! variance exceeds that of independent texts), and a test of them finds drift too often. So half of the reference, drawn at random, is the vocabulary,
//! and the other half is compared with the current texts: both are then new to the vocabulary alike, and independent.
//! (The share in a short text is coarser than in a long one, so that texts of another length move this aspect along.)

use super::sample::sample;
use super::shares::on_line;
use super::words::words;
use crate::policy::Policy;
use crate::report::{Aspect, AspectName};
use driftglass_stats::Distribution;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, HashSet};

/// Texts of a kind at the most: in the vocabulary, and measured on each side.
const MOST: usize = 5000;

/// Texts that the vocabulary needs, to be one.
const LEAST: usize = 20;

const SALTS: [u64; 2] = [1, 2];

pub(super) fn aspect(sides: &[BTreeMap<String, u64>; 2], policy: &Policy, seed: u64) -> Option<Aspect> {
    let reference = sample(&sides[0], SALTS[0], 2 * MOST);
    let current = sample(&sides[1], SALTS[1], MOST);
    let (known, measured) = reference.split_at(reference.len() / 2);
    if known.len() < LEAST {
        return None;
    }
    let mut vocabulary = HashSet::with_hasher(FixedState::default());
    for text in known {
        for word in words(&text.to_lowercase()) {
            // Looked up first, so that a word seen before allocates nothing.
            if !vocabulary.contains(word) {
                vocabulary.insert(word.to_owned());
            }
        }
    }
    let shares = |texts: &[&str]| {
        let of = |text: &&str| share_unseen(&text.to_lowercase(), &vocabulary);
        Distribution::from_values(texts.iter().filter_map(of))
    };
    on_line(AspectName::UnseenWords, [shares(measured), shares(&current)], policy, seed)
}

/// The share of a text's words, in per cent, that the vocabulary does not have; nothing where it has no word.
fn share_unseen(lower: &str, vocabulary: &HashSet<String, FixedState>) -> Option<f64> {
    let (mut all, mut unseen) = (0_u32, 0_u32);
    for word in words(lower) {
        all += 1;
        unseen += u32::from(!vocabulary.contains(word));
    }
    (all > 0).then(|| 100.0 * f64::from(unseen) / f64::from(all))
}
