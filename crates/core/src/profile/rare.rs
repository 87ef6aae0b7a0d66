//! Profiles that can be shared: without what only few rows have.

use super::Profile;
use super::column::ColumnProfile;
use super::held::{Held, Many};
use super::sample::RowSample;

impl Profile {
    /// The profile without what fewer than `least` rows share: of rarer texts their number alone is left, rarer numbers are put together
    /// with their neighbours until there are as many, at their mean, and a column with fewer values has none. The sample of rows and what
    /// the reader found are left out.
    #[must_use]
    pub fn without_rare(mut self, least: u64) -> Self {
        self.settle();
        self.sample = RowSample::default();
        self.findings = Vec::new();
        self.columns =
            self.columns.into_iter().map(|(name, column)| (name, column.without_rare(least))).collect();
        self.min_count = self.min_count.max(Some(least));
        self
    }

    /// How many rows share what is held, at the least, where rarer things were left out.
    pub fn min_count(&self) -> Option<u64> {
        self.min_count
    }
}

impl ColumnProfile {
    fn without_rare(self, least: u64) -> Self {
        let Self { values, held, strings } = self;
        let Many { numbers, instants, texts } = held.as_many().into_owned();
        let before = numbers.total() + instants.total();
        let (numbers, instants) = (numbers.without_rare(least), instants.without_rare(least));
        let values = values + numbers.total() + instants.total() - before;
        let texts = texts.without_rare(least);
        Self {
            values,
            held: Held::Many(Box::new(Many { numbers, instants, texts })),
            strings: strings.without_rare(least),
        }
    }

    /// How often texts occur that were left out because they were rare, and what rare was; nothing where none were.
    pub(crate) fn left_out(&self) -> Option<(u64, u64)> {
        let left_out = self.grouped().filter(|grouped| grouped.left_out > 0);
        let parts = left_out.map(|grouped| (grouped.left_out, grouped.min_count));
        parts.reduce(|(sum, least), (count, other)| (sum + count, least.max(other)))
    }
}

/// Numbers in ascending order with their counts, put together with their neighbours until each has `least`, at their mean; and how many were put
/// together at the most. None where there are fewer in all.
pub(super) fn together(numbers: impl Iterator<Item = (f64, u64)>, least: u64) -> (Vec<(f64, u64)>, u64) {
    let mut groups: Vec<(f64, u64)> = Vec::new();
    let (mut most, mut last_is_mixed) = (0, false);
    let (mut sum, mut count) = (0.0, 0);
    for (number, times) in numbers {
        if times >= least {
            // Fewer than `least` before it go with it.
            most = most.max(count);
            groups.push((number, count + times));
            (sum, count, last_is_mixed) = (0.0, 0, false);
            continue;
        }
        sum += number * times as f64;
        count += times;
        if count >= least {
            most = most.max(count);
            groups.push((sum / count as f64, count));
            (sum, count, last_is_mixed) = (0.0, 0, true);
        }
    }
    if let Some((_, last)) = groups.last_mut() {
        *last += count;
        most = most.max(if last_is_mixed { *last } else { count });
    }
    (groups, most)
}

#[cfg(test)]
mod tests {
    use super::together;

    #[test]
    fn rare_numbers_go_with_their_neighbours() {
        let numbers = [(1.0, 1), (3.0, 2), (5.0, 9), (6.0, 1), (7.0, 1), (9.0, 2), (10.0, 1)];
        let (groups, most) = together(numbers.into_iter(), 3);
        assert_eq!(groups, [(7.0 / 3.0, 3), (5.0, 9), (31.0 / 4.0, 5)]);
        assert_eq!(most, 5);
        assert_eq!(together([(1.0, 1), (2.0, 1)].into_iter(), 3), (Vec::new(), 0));
        assert_eq!(together([(1.0, 2), (2.0, 7)].into_iter(), 3), (vec![(2.0, 9)], 2));
    }
}
