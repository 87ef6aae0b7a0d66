//! From values to positions.

/// A linear scale from `0..=max` to `from..=to`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    max: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// The scale; a maximum that is not above 0 puts everything at `from`.
    pub(crate) fn new(max: f64, from: f64, to: f64) -> Self {
        Self { max, from, to }
    }

    /// Where the value stands; beyond the ends it is held at them.
    pub(crate) fn at(self, value: f64) -> f64 {
        let share = if self.max > 0.0 { (value / self.max).clamp(0.0, 1.0) } else { 0.0 };
        self.from + share * (self.to - self.from)
    }
}

/// A coordinate with at most one decimal: fixed, so that the same report is the same file everywhere.
pub(crate) fn fixed(x: f64) -> String {
    let text = format!("{:.1}", x + 0.0);
    match text.strip_suffix(".0") {
        Some("-0") => "0".to_owned(),
        Some(whole) => whole.to_owned(),
        None => text,
    }
}

/// A position across the chart, as a percentage with at most two decimals.
pub(crate) fn across(share: f64) -> String {
    let text = format!("{:.2}", share * 100.0 + 0.0);
    format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
}

/// Counts as shares of their sum; zeros where the sum is zero.
pub(crate) fn shares(counts: &[u64]) -> Vec<f64> {
    let sum = counts.iter().sum::<u64>().max(1) as f64;
    counts.iter().map(|&n| n as f64 / sum).collect()
}

/// The largest share on either side.
pub(crate) fn largest(reference: &[f64], current: &[f64]) -> f64 {
    reference.iter().chain(current).copied().fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_maps_its_ends_and_holds_at_them() {
        let at = |max: f64, value: f64| fixed(Scale::new(max, 100.0, 0.0).at(value));
        assert_eq!([at(2.0, 0.0), at(2.0, 1.0), at(2.0, 2.0), at(2.0, 3.0)], ["100", "50", "0", "0"]);
        assert_eq!(at(0.0, 1.0), "100");
    }

    #[test]
    fn coordinates_are_short() {
        assert_eq!([fixed(1.04), fixed(-0.01), fixed(12.35)], ["1", "0", "12.3"]);
        assert_eq!([across(0.0), across(1.0 / 3.0), across(1.0)], ["0%", "33.33%", "100%"]);
    }

    #[test]
    fn shares_of_nothing_are_zero() {
        assert_eq!(shares(&[0, 0]), [0.0, 0.0]);
        assert_eq!(shares(&[1, 3]), [0.25, 0.75]);
    }
}
