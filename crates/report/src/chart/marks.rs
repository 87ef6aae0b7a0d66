//! Which bins or levels carry the change.

use driftglass_core::report::Histogram;
use driftglass_stats::{Smoothing, psi_contributions};

/// The part of the change that the marked ones carry together.
const PART: f64 = 0.5;

/// The fewest bins or levels that carry half of the index between them, largest part first. None where both sides are the same or
/// one has nothing to compare. What stands for several levels at once is not marked.
pub(crate) fn carry_the_change(histogram: &Histogram) -> Vec<bool> {
    let bins = histogram.reference.len();
    let mut marked = vec![false; bins];
    let parts =
        psi_contributions(&histogram.reference, &histogram.current, Smoothing::HalfCount).unwrap_or_default();
    let total = parts.iter().sum::<f64>();
    if histogram.current.len() != bins || total <= 0.0 {
        return marked;
    }
    let mut order = (0..bins).collect::<Vec<_>>();
    order.sort_by(|a, b| parts[*b].total_cmp(&parts[*a]));
    let mut carried = 0.0;
    for bin in order {
        if carried >= PART * total {
            break;
        }
        carried += parts[bin];
        marked[bin] = histogram.rest.is_none() || bin + 1 < bins;
    }
    marked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(reference: &[u64], current: &[u64], rest: Option<u64>) -> Vec<bool> {
        carry_the_change(&Histogram {
            edges: None,
            logarithmic: false,
            labels: None,
            rest,
            reference: reference.to_vec(),
            current: current.to_vec(),
        })
    }

    #[test]
    fn the_fewest_that_carry_half() {
        assert_eq!(of(&[100, 100, 100, 100], &[100, 100, 20, 180], None), [false, false, true, false]);
        assert_eq!(of(&[100, 100, 100], &[100, 100, 10], Some(7)), [false, false, false]);
    }

    #[test]
    fn nothing_where_nothing_changed_or_nothing_is_there() {
        assert_eq!(of(&[5, 5], &[5, 5], None), [false, false]);
        assert_eq!(of(&[5, 5], &[0, 0], None), [false, false]);
        assert_eq!(of(&[5, 5], &[1], None), [false, false]);
    }
}
