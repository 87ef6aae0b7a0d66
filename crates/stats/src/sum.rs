//! Sums that do not lose the small terms.

/// Sums that are taken side by side: each waits for itself alone.
const LANES: usize = 4;

/// The compensated sum of the terms, as one of every fourth term each: the error does not grow with the number of terms.
pub(crate) fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let [total] = sums(terms.into_iter().map(|term| [term]));
    total
}

/// Several such sums.
pub(crate) fn sums<const N: usize>(terms: impl IntoIterator<Item = [f64; N]>) -> [f64; N] {
    let mut sums = [Sums::default(); N];
    let mut terms = terms.into_iter();
    loop {
        for lane in 0..LANES {
            let Some(terms) = terms.next() else { return sums.map(Sums::together) };
            sums.iter_mut().zip(terms).for_each(|(sum, term)| sum.add(lane, term));
        }
    }
}

/// The compensated sum of the products of each two terms, which is finite.
pub(crate) fn sum_of_products(left: &[f64], right: &[f64]) -> f64 {
    let mut sums = Sums::default();
    let (left, right) = (left.chunks_exact(LANES), right.chunks_exact(LANES));
    let rest = sum(left.remainder().iter().zip(right.remainder()).map(|(a, b)| a * b));
    for (a, b) in left.zip(right) {
        for lane in 0..LANES {
            sums.add(lane, a[lane] * b[lane]);
        }
    }
    sums.add(0, rest);
    sums.together()
}

/// Sums, and what rounding took from each.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    sums: [f64; LANES],
    lost: [f64; LANES],
}

impl Sums {
    /// Knuth's exact sum of two: it asks not which is larger, and the lanes stay alike.
    #[inline]
    fn add(&mut self, lane: usize, term: f64) {
        let sum = self.sums[lane];
        let next = sum + term;
        let added = next - sum;
        self.lost[lane] += (sum - (next - added)) + (term - added);
        self.sums[lane] = next;
    }

    fn together(self) -> f64 {
        let mut total = Self::default();
        self.sums.into_iter().for_each(|sum| total.add(0, sum));
        // An overflow leaves NaN in what is lost; the infinity is the answer.
        let sum = total.sums[0];
        if sum.is_finite() { sum + (self.lost.iter().sum::<f64>() + total.lost[0]) } else { sum }
    }
}
