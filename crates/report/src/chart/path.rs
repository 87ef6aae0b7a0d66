//! Path data for distributions, in a space one unit wide a bin and as high as the scale says.

use super::scale::{Scale, fixed};
use std::fmt::Write;

/// One outline over bins that touch, closed along the base line.
pub(crate) fn steps(shares: &[f64], height: Scale) -> String {
    let mut path = format!("M0 {}", fixed(height.at(0.0)));
    for (i, &share) in shares.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(path, "V{}H{}", fixed(height.at(share)), i + 1);
    }
    let _ = write!(path, "V{}Z", fixed(height.at(0.0)));
    path
}

/// A bar of its own for every level, with room between bars.
pub(crate) fn columns(shares: &[f64], height: Scale) -> String {
    let base = fixed(height.at(0.0));
    let mut path = String::new();
    for (i, &share) in shares.iter().enumerate().filter(|(_, share)| **share > 0.0) {
        let _ = write!(path, "M{i}.1 {base}V{}h.8V{base}Z", fixed(height.at(share)));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_close_along_the_base_line() {
        assert_eq!(steps(&[0.5, 1.0], Scale::new(1.0, 100.0, 0.0)), "M0 100V50H1V0H2V100Z");
    }

    #[test]
    fn columns_leave_out_what_is_empty() {
        assert_eq!(columns(&[0.0, 1.0], Scale::new(1.0, 100.0, 0.0)), "M1.1 100V0h.8V100Z");
    }
}
