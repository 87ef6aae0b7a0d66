//! One sort for all that is ordered by places.

use std::cmp::Ordering;

/// The places from 0 up to `count`, sorted by what stands there; equal ones stay in their order.
///
/// The comparison is called through a pointer, so that the sort is compiled once and not for each comparison: a viewer is small.
pub fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|&a, &b| compare(a, b).then(a.cmp(&b)));
    places
}
