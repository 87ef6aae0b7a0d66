//! The one thing that every numeric test reads: distinct values in order, with their counts.

use crate::counts::Counts;
use crate::decimals::Decimals;
use std::sync::OnceLock;

/// Values from which on a radix sort is quicker than one that compares.
const MANY: usize = 1 << 14;

/// A weighted sorted distribution: finite distinct values, ascending, each with a count of at least 1.
///
/// Exact profiles give the sorted values of the sample; a sketch would give its retained values with weights.
#[derive(Debug, Clone, Default)]
pub struct Distribution {
    values: Vec<f64>,
    counts: Counts,
    total: u64,
    /// How many values lie before every so manyth distinct one: made when somebody first asks for a rank.
    milestones: OnceLock<Vec<u64>>,
}

/// Distinct values from one milestone to the next.
const MILESTONE: usize = 64;

impl Distribution {
    /// From values in any order; non-finite ones are the caller's to count and are left out here.
    pub fn from_values(values: impl IntoIterator<Item = f64>) -> Self {
        // -0.0 and 0.0 are one value.
        let mut sorted: Vec<f64> = values.into_iter().filter(|v| v.is_finite()).map(|v| v + 0.0).collect();
        let total = sorted.len() as u64;
        let counts = if let Some(decimals) = Decimals::of(&sorted) {
            decimals.count(&mut sorted)
        } else {
            if sorted.len() < MANY {
                sorted.sort_unstable_by(f64::total_cmp);
            } else {
                radsort::sort(&mut sorted);
            }
            Counts::of_sorted(&mut sorted)
        };
        Self { values: sorted, counts, total, ..Self::default() }.fitted()
    }

    /// The same in as much memory as it takes.
    fn fitted(mut self) -> Self {
        self.values.shrink_to_fit();
        self.counts.shrink_to_fit();
        self
    }

    /// From (value, count) pairs in any order; equal values are added up.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (f64, u64)>) -> Self {
        let mut sorted: Vec<(f64, u64)> =
            pairs.into_iter().filter(|(v, c)| v.is_finite() && *c > 0).map(|(v, c)| (v + 0.0, c)).collect();
        sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        Self::from_sorted_pairs(sorted)
    }

    /// From distinct values with their counts; `None` unless the values are finite and ascend, and each has a count of 1 or more.
    pub fn from_ascending(values: Vec<f64>, counts: impl IntoIterator<Item = u64>) -> Option<Self> {
        let mut out = Self::default();
        for count in counts {
            out.total = out.total.checked_add(count).filter(|_| count > 0)?;
            out.counts.push(count);
        }
        let is_sound = values.len() == out.counts.len()
            && values.iter().all(|value| value.is_finite())
            && values.is_sorted_by(|a, b| a < b);
        // -0.0 and 0.0 are one value.
        is_sound
            .then(|| Self { values: values.into_iter().map(|value| value + 0.0).collect(), ..out }.fitted())
    }

    /// Both together.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        if self.is_empty() || other.is_empty() {
            return if self.is_empty() { other.clone() } else { self.clone() };
        }
        let most = self.distinct() + other.distinct();
        let (mut values, mut counts) = (Vec::with_capacity(most), Counts::with_capacity(most));
        side_by_side(self, other, |value, own, others| {
            values.push(value);
            counts.push(own + others);
        });
        Self { values, counts, total: self.total + other.total, ..Self::default() }.fitted()
    }

    /// How many distinct values both have together.
    pub fn distinct_in_both(&self, other: &Self) -> usize {
        let mut distinct = 0;
        side_by_side(self, other, |_, _, _| distinct += 1);
        distinct
    }

    /// From (value, count) pairs in order; equal values are added up.
    pub(crate) fn from_sorted_pairs(pairs: impl IntoIterator<Item = (f64, u64)>) -> Self {
        let mut out = Self::default();
        for (value, count) in pairs {
            out.total += count;
            if out.values.last() == Some(&value) {
                out.counts.add(out.values.len() - 1, count);
            } else {
                out.values.push(value);
                out.counts.push(count);
            }
        }
        out
    }

    /// The distinct values, ascending.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// The count of each distinct value.
    pub fn counts(&self) -> impl Iterator<Item = u64> + '_ {
        self.counts.iter()
    }

    /// The count of the distinct value at a place.
    pub fn count(&self, place: usize) -> u64 {
        self.counts.get(place)
    }

    /// How many values lie before the distinct value at a place; all of them where there is none.
    pub fn before(&self, place: usize) -> u64 {
        let milestone = place.min(self.distinct()) / MILESTONE;
        self.milestones()[milestone] + self.counts.sum(milestone * MILESTONE..place)
    }

    /// How many values are smaller.
    pub fn below(&self, value: f64) -> u64 {
        self.before(self.values.partition_point(|own| *own < value))
    }

    /// The place of the distinct value that the value of a rank is; ranks are counted from 0, and the last value has all that are greater.
    pub fn place_of_rank(&self, rank: u64) -> usize {
        let milestone = self.milestones().partition_point(|before| *before <= rank) - 1;
        let mut place = milestone * MILESTONE;
        let mut up_to = self.milestones()[milestone] + self.count(place);
        while up_to <= rank && place + 1 < self.distinct() {
            place += 1;
            up_to += self.count(place);
        }
        place
    }

    fn milestones(&self) -> &[u64] {
        self.milestones.get_or_init(|| {
            let parts = (0..self.distinct()).step_by(MILESTONE);
            let mut before = 0;
            let sums = parts.map(|start| {
                before += self.counts.sum(start..start + MILESTONE);
                before
            });
            std::iter::once(0).chain(sums).collect()
        })
    }

    /// The number of values with repeats: the sample size.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The number of distinct values.
    pub fn distinct(&self) -> usize {
        self.values.len()
    }

    /// The memory that they take, in bytes.
    pub fn bytes(&self) -> usize {
        size_of_val(self.values.as_slice()) + self.counts.bytes()
    }

    /// Whether there is no value at all.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// (value, count) pairs, ascending by value.
    pub fn pairs(&self) -> impl Iterator<Item = (f64, u64)> + '_ {
        self.values.iter().copied().zip(self.counts())
    }
}

/// The same values, whether a rank was asked for or not.
impl PartialEq for Distribution {
    fn eq(&self, other: &Self) -> bool {
        (&self.values, &self.counts, self.total) == (&other.values, &other.counts, other.total)
    }
}

/// Goes through the distinct values of both, ascending, each with its count on either side.
pub(crate) fn side_by_side(left: &Distribution, right: &Distribution, each: impl FnMut(f64, u64, u64)) {
    let values = [left.values.as_slice(), right.values.as_slice()];
    match (&left.counts, &right.counts) {
        (Counts::Small(own), Counts::Small(others)) => walk(values, own, others, each),
        (Counts::Small(own), Counts::Large(others)) => walk(values, own, others, each),
        (Counts::Large(own), Counts::Small(others)) => walk(values, own, others, each),
        (Counts::Large(own), Counts::Large(others)) => walk(values, own, others, each),
    }
}

/// The same, with as many counts as values.
///
/// Which side comes next is a number that is added and not a branch: where both are of one kind nothing foretells it.
fn walk<C: Copy + Into<u64>, D: Copy + Into<u64>>(
    [left, right]: [&[f64]; 2],
    left_counts: &[C],
    right_counts: &[D],
    mut each: impl FnMut(f64, u64, u64),
) {
    let (left_counts, right_counts) = (&left_counts[..left.len()], &right_counts[..right.len()]);
    let (mut own, mut others) = (0, 0);
    while own < left.len() && others < right.len() {
        let (a, b) = (left[own], right[others]);
        let (is_own, is_other) = (a <= b, b <= a);
        let (count, other) = (left_counts[own].into(), right_counts[others].into());
        each(if is_own { a } else { b }, u64::from(is_own) * count, u64::from(is_other) * other);
        own += usize::from(is_own);
        others += usize::from(is_other);
    }
    // One side has come to its end.
    for (&value, &count) in left[own..].iter().zip(&left_counts[own..]) {
        each(value, count.into(), 0);
    }
    for (&value, &count) in right[others..].iter().zip(&right_counts[others..]) {
        each(value, 0, count.into());
    }
}
