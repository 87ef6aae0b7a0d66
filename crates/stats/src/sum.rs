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
