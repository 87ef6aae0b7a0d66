//! Sums that do not lose the small terms.

/// Neumaier's compensated sum: the error does not grow with the number of terms.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sum {
    sum: f64,
    lost: f64,
}

impl Sum {
    pub(crate) fn add(&mut self, term: f64) {
        let next = self.sum + term;
        self.lost +=
            if self.sum.abs() >= term.abs() { (self.sum - next) + term } else { (term - next) + self.sum };
        self.sum = next;
    }

    pub(crate) fn value(self) -> f64 {
        // An overflow leaves NaN in `lost`; the infinity is the answer.
        if self.sum.is_finite() { self.sum + self.lost } else { self.sum }
    }
}

/// The compensated sum of the terms.
pub(crate) fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let mut total = Sum::default();
    for term in terms {
        total.add(term);
    }
    total.value()
}

/// Sums that are taken side by side: each waits for itself alone.
const LANES: usize = 4;

/// The compensated sum of the products of each two terms, which is finite. As a sum of every fourth term each, it is quicker than [`sum`].
pub(crate) fn sum_of_products(left: &[f64], right: &[f64]) -> f64 {
    let (mut sums, mut lost) = ([0.0; LANES], [0.0; LANES]);
    let (left, right) = (left.chunks_exact(LANES), right.chunks_exact(LANES));
    let rest = left.remainder().iter().zip(right.remainder()).map(|(a, b)| a * b);
    for (a, b) in left.zip(right) {
        for lane in 0..LANES {
            // Knuth's exact sum of two: it asks not which is larger, and the lanes stay alike.
            let (sum, term) = (sums[lane], a[lane] * b[lane]);
            let next: f64 = sum + term;
            let added = next - sum;
            lost[lane] += (sum - (next - added)) + (term - added);
            sums[lane] = next;
        }
    }
    sum(sums.into_iter().chain(lost).chain(rest))
}
