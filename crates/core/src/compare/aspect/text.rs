//! All that is compared of texts beside their length.

use super::{classifier, shares, unseen};
use crate::policy::Policy;
use crate::report::Aspect;
use std::collections::BTreeMap;

/// Words, classes of characters, new vocabulary, and whether a classifier can tell the two sides apart.
pub(super) fn aspects(sides: &[BTreeMap<String, u64>; 2], policy: &Policy, seed: u64) -> Vec<Aspect> {
    let mut aspects = shares::aspects(sides, policy, seed);
    aspects.extend(unseen::aspect(sides, policy, seed));
    aspects.extend(classifier::aspect(sides, policy, seed));
    aspects
}
