//! Round numbers along an axis.

/// Ticks from 0 to at most `max`, 1, 2 or 5 times a power of ten apart, at most `most` steps (Heckbert's
/// nice numbers, Graphics Gems I, 1990). Only 0 where `max` is not above it.
pub(crate) fn ticks(max: f64, most: u32) -> Vec<f64> {
    if max <= 0.0 || !max.is_finite() {
        return vec![0.0];
    }
    let rough = max / f64::from(most);
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    // A hair of slack, since a power of ten is not exact.
    let step =
        power * [1.0, 2.0, 5.0].into_iter().find(|m| m * power >= rough * (1.0 - 1e-9)).unwrap_or(10.0);
    let steps = libm::floor(max / step + 1e-9) as u32;
    (0..=steps).map(|i| f64::from(i) * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(ticks(0.23, 4), [0.0, 0.1, 0.2]);
        assert_eq!(ticks(1.0, 4), [0.0, 0.5, 1.0]);
        assert_eq!(ticks(100.0, 10).len(), 11);
        assert_eq!(ticks(0.0, 4), [0.0]);
        assert_eq!(ticks(f64::NAN, 4), [0.0]);
    }
}
