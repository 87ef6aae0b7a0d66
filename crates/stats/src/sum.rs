//! Sums that do not lose the small terms.

use wide::f64x4;

/// Sums that are taken side by side.
const LANES: usize = 4;

/// The compensated sum of the terms, as one of every fourth term each: the error does not grow with the number of terms.
pub(crate) fn sum(terms: impl IntoIterator<Item = f64>) -> f64 {
    let [total] = sums(terms.into_iter().map(|term| [term]));
    total
}

/// Several such sums.
pub(crate) fn sums<const N: usize>(terms: impl IntoIterator<Item = [f64; N]>) -> [f64; N] {
    let mut sums = [Sums::default(); N];
    let mut terms = terms.into_iter().fuse();
    loop {
        let next = [(); LANES].map(|()| terms.next());
        let is_last = next[LANES - 1].is_none();
        // A zero more is no other sum.
        let next = next.map(|terms| terms.unwrap_or([0.0; N]));
        for (place, sum) in sums.iter_mut().enumerate() {
            sum.add(next.map(|terms| terms[place]));
        }
        if is_last {
            return sums.map(Sums::together);
        }
    }
}

/// The sum of the products of few terms, of which each pair counts as much as its product.
pub(crate) fn dot(left: &[f64], right: &[f64]) -> f64 {
    let (left, left_rest) = left.as_chunks();
    let (right, right_rest) = right.as_chunks();
    let products = left.iter().zip(right).map(|(a, b)| f64x4::new(*a) * f64x4::new(*b));
    let rest = left_rest.iter().zip(right_rest).map(|(a, b)| a * b);
    products.fold(f64x4::default(), |sum, product| sum + product).to_array().into_iter().chain(rest).sum()
}

/// Compensated sums side by side, each of which waits for itself alone, and what rounding took from each.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sums {
    sums: f64x4,
    lost: f64x4,
}

impl Sums {
    /// Adds a term to each by Knuth's exact sum of two: it asks not which is larger, so the lanes stay alike.
    #[inline]
    pub(crate) fn add(&mut self, terms: [f64; LANES]) {
        let terms = f64x4::new(terms);
        let next = self.sums + terms;
        let added = next - self.sums;
        self.lost += (self.sums - (next - added)) + (terms - added);
        self.sums = next;
    }

    fn together(self) -> f64 {
        let mut total = Self::default();
        for sum in self.sums.to_array() {
            total.add([sum, 0.0, 0.0, 0.0]);
        }
        let [sum, ..] = total.sums.to_array();
        let lost = (self.lost + total.lost).to_array();
        // An overflow leaves NaN in what is lost; the infinity is the answer.
        if sum.is_finite() { sum + lost.iter().sum::<f64>() } else { sum }
    }

    /// Each of them, which is finite.
    pub(crate) fn each(self) -> [f64; LANES] {
        (self.sums + self.lost).to_array()
    }
}
