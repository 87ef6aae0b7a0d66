//! The one thing that every numeric test reads: distinct values in order, with their counts.

/// A weighted sorted distribution: finite distinct values, ascending, each with a count of at least 1.
///
/// Exact profiles give the sorted values of the sample; a sketch would give its retained values with weights.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Distribution {
    values: Vec<f64>,
    counts: Vec<u64>,
    total: u64,
}

impl Distribution {
    /// From values in any order; non-finite ones are the caller's to count and are left out here.
    pub fn from_values(values: impl IntoIterator<Item = f64>) -> Self {
        // -0.0 and 0.0 are one value.
        let mut sorted: Vec<f64> = values.into_iter().filter(|v| v.is_finite()).map(|v| v + 0.0).collect();
        if let Some(counted) = Self::counted(&sorted) {
            return counted;
        }
        sorted.sort_unstable_by(f64::total_cmp);
        Self::from_sorted_pairs(sorted.into_iter().map(|v| (v, 1)))
    }

    /// From whole numbers that lie close together, which are quicker counted than sorted; `None` where they are anything else.
    fn counted(values: &[f64]) -> Option<Self> {
        let least = values.iter().copied().reduce(f64::min)?;
        let greatest = values.iter().copied().reduce(f64::max)?;
        if greatest - least >= values.len() as f64 || least.fract().abs() > 0.0 {
            return None;
        }
        let mut counts = vec![0; (greatest - least) as usize + 1];
        for value in values {
            if value.fract().abs() > 0.0 {
                return None;
            }
            counts[(value - least) as usize] += 1;
        }
        let pairs = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
        Some(Self::from_sorted_pairs(pairs.map(|(place, count)| (least + place as f64, count))))
    }

    /// From (value, count) pairs in any order; equal values are added up.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (f64, u64)>) -> Self {
        let mut sorted: Vec<(f64, u64)> =
            pairs.into_iter().filter(|(v, c)| v.is_finite() && *c > 0).map(|(v, c)| (v + 0.0, c)).collect();
        sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        Self::from_sorted_pairs(sorted)
    }

    /// Both together.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        if self.is_empty() || other.is_empty() {
            return if self.is_empty() { other.clone() } else { self.clone() };
        }
        let (mut own, mut others) = (self.pairs().peekable(), other.pairs().peekable());
        Self::from_sorted_pairs(std::iter::from_fn(|| match (own.peek(), others.peek()) {
            (Some((a, _)), Some((b, _))) if a <= b => own.next(),
            (Some(_), None) => own.next(),
            _ => others.next(),
        }))
    }

    fn from_sorted_pairs(pairs: impl IntoIterator<Item = (f64, u64)>) -> Self {
        let mut out = Self::default();
        for (value, count) in pairs {
            out.total += count;
            if out.values.last() == Some(&value) {
                *out.counts.last_mut().expect("as long as values") += count;
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
    pub fn counts(&self) -> &[u64] {
        &self.counts
    }

    /// The number of values with repeats: the sample size.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The number of distinct values.
    pub fn distinct(&self) -> usize {
        self.values.len()
    }

    /// Whether there is no value at all.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }

    /// (value, count) pairs, ascending by value.
    pub fn pairs(&self) -> impl Iterator<Item = (f64, u64)> + '_ {
        self.values.iter().copied().zip(self.counts.iter().copied())
    }
}
