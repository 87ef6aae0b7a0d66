//! What holds for all samples.

mod common;

use driftglass_stats::{
    Bin, Bins, Distribution, Outcome, Samples, Smoothing, Summary, Untestable, anderson_darling,
    benjamini_hochberg, bonferroni, brown_forsythe, chi_square, chi_square_monte_carlo, cramer_von_mises,
    cramers_v, energy, epps_singleton, fisher_exact, g_test, g_test_monte_carlo, hellinger, holm,
    jensen_shannon, kl_divergence, ks, kuiper, l_infinity, mann_whitney, pool_rare, psi, psi_contributions,
    psi_effect, quantile, t_test, total_variation, wasserstein, widest_gap, z_test,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Numeric = fn(&Samples<'_>) -> Result<Outcome, Untestable>;
type Counts = fn(&[u64], &[u64]) -> Result<Outcome, Untestable>;

const NUMERIC: [(&str, Numeric); 10] = [
    ("ks", ks),
    ("kuiper", kuiper),
    ("cramer_von_mises", cramer_von_mises),
    ("anderson_darling", anderson_darling),
    ("mann_whitney", mann_whitney),
    ("t_test", t_test),
    ("brown_forsythe", brown_forsythe),
    ("epps_singleton", epps_singleton),
    ("wasserstein", wasserstein),
    ("energy", energy),
];

const COUNTS: [(&str, Counts); 11] = [
    ("chi_square", chi_square),
    ("g_test", g_test),
    ("fisher_exact", fisher_exact),
    ("z_test", z_test),
    ("cramers_v", cramers_v),
    ("psi", |x, y| psi(x, y, Smoothing::HalfCount)),
    ("jensen_shannon", |x, y| jensen_shannon(x, y, Smoothing::None)),
    ("kl_divergence", |x, y| kl_divergence(x, y, Smoothing::HalfCount)),
    ("hellinger", |x, y| hellinger(x, y, Smoothing::None)),
    ("total_variation", |x, y| total_variation(x, y, Smoothing::None)),
    ("l_infinity", |x, y| l_infinity(x, y, Smoothing::None)),
];

/// Values of all kinds: whole, close together, huge, tiny, constant.
fn values() -> impl Strategy<Value = Vec<f64>> {
    prop_oneof![
        prop::collection::vec((-5_i8..5).prop_map(f64::from), 0..40),
        prop::collection::vec(-1.0..1.0, 0..40),
        prop::collection::vec(prop::num::f64::NORMAL, 0..12),
        prop::collection::vec(Just(7.5), 0..4),
    ]
}

fn counts() -> impl Strategy<Value = Vec<u64>> {
    prop_oneof![prop::collection::vec(0_u64..9, 0..8), prop::collection::vec(0_u64..5000, 2..3)]
}

fn sound(name: &str, result: Result<Outcome, Untestable>) {
    if let Ok(outcome) = result {
        assert!(!outcome.statistic.is_nan(), "{name}: {outcome:?}");
        assert!(outcome.p_value.is_none_or(|p| (0.0..=1.0).contains(&p)), "{name}: {outcome:?}");
    }
}

fn close(a: f64, b: f64, tolerance: f64) -> bool {
    a.to_bits() == b.to_bits() || (a - b).abs() <= tolerance * a.abs().max(b.abs())
}

proptest! {
    #[test]
    fn every_numeric_method_gives_a_sound_outcome_or_a_reason(x in values(), y in values()) {
        let (x, y) = (Distribution::from_values(x), Distribution::from_values(y));
        for (name, method) in NUMERIC {
            sound(name, method(&Samples::new(&x, &y)));
        }
    }

    #[test]
    fn every_method_on_counts_gives_a_sound_outcome_or_a_reason(x in counts(), y in counts()) {
        for (name, method) in COUNTS {
            sound(name, method(&x, &y));
        }
        sound("chi_square_monte_carlo", chi_square_monte_carlo(&x, &y, 1));
        sound("g_test_monte_carlo", g_test_monte_carlo(&x, &y, 1));
    }

    #[test]
    fn symmetric_tests_do_not_care_which_sample_is_the_reference(x in values(), y in values()) {
        let (x, y) = (Distribution::from_values(x), Distribution::from_values(y));
        for (name, method) in &NUMERIC[..8] {
            match (method(&Samples::new(&x, &y)), method(&Samples::new(&y, &x))) {
                (Ok(a), Ok(b)) => prop_assert!(
                    close(a.p_value.unwrap(), b.p_value.unwrap(), 1e-6), "{}: {:?} and {:?}", name, a, b),
                (a, b) => prop_assert_eq!(a, b),
            }
        }
    }

    #[test]
    fn the_order_of_levels_is_nothing(pairs in prop::collection::vec((0_u64..50, 0_u64..50), 2..8)) {
        let split = |pairs: &[(u64, u64)]| -> (Vec<u64>, Vec<u64>) { pairs.iter().copied().unzip() };
        let (x, y) = split(&pairs);
        let reversed: Vec<_> = pairs.iter().copied().rev().collect();
        let (u, v) = split(&reversed);
        for (name, method) in COUNTS {
            if matches!(name, "z_test" | "fisher_exact") {
                continue; // They name the first level.
            }
            match (method(&x, &y), method(&u, &v)) {
                (Ok(a), Ok(b)) => prop_assert!(close(a.statistic, b.statistic, 1e-9) || a.statistic < 1e-7, "{}", name),
                (a, b) => prop_assert_eq!(a, b),
            }
        }
        prop_assert_eq!(chi_square_monte_carlo(&x, &y, 3).map(|o| o.p_value), chi_square_monte_carlo(&u, &v, 3).map(|o| o.p_value));
    }

    #[test]
    fn whole_numbers_are_counted_as_others_are_sorted(
        least in -1e15..1e15f64,
        steps in prop::collection::vec(0_u8..40, 1..80),
        half in prop::option::of(0_usize..80),
    ) {
        let mut x: Vec<f64> = steps.iter().map(|&step| least.round() + f64::from(step)).collect();
        if let Some(value) = half.and_then(|place| x.get_mut(place)) {
            *value += 0.5;
        }
        let counted = Distribution::from_values(x.iter().copied());
        prop_assert_eq!(counted, Distribution::from_pairs(x.into_iter().map(|value| (value, 1))));
    }

    #[test]
    fn counts_of_any_size_add_up(
        pairs in prop::collection::vec((0_u8..9, prop::sample::select(vec![1, 7, u64::from(u32::MAX), 1 << 32, 1 << 40])), 0..40),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut expected: BTreeMap<u8, u64> = BTreeMap::new();
        for (value, count) in &pairs {
            *expected.entry(*value).or_default() += count;
        }
        let of = |pairs: &[(u8, u64)]| {
            Distribution::from_pairs(pairs.iter().map(|&(value, count)| (f64::from(value), count)))
        };
        let (left, right) = pairs.split_at(cut.index(pairs.len() + 1));
        let (whole, merged) = (of(&pairs), of(left).merge(&of(right)));
        prop_assert_eq!(&whole, &merged);
        let expected: Vec<(f64, u64)> =
            expected.into_iter().map(|(value, count)| (f64::from(value), count)).collect();
        prop_assert_eq!(whole.pairs().collect::<Vec<_>>(), expected.clone());
        prop_assert_eq!(whole.total(), expected.iter().map(|(_, count)| count).sum::<u64>());
        prop_assert_eq!(of(left).distinct_in_both(&of(right)), expected.len());
        prop_assert_eq!(Distribution::from_ascending(whole.values().to_vec(), whole.counts()), Some(whole));
    }

    #[test]
    fn a_distribution_is_the_same_from_values_and_from_counts(x in values()) {
        let whole = Distribution::from_values(x.clone());
        let (left, right) = x.split_at(x.len() / 2);
        let parts = [left, right].map(|part| Distribution::from_values(part.iter().copied()));
        let merged = Distribution::from_pairs(parts.iter().flat_map(Distribution::pairs));
        prop_assert_eq!(&whole, &merged);
        if let Some(summary) = Summary::of(&whole) {
            prop_assert!(summary.min <= summary.mean && summary.mean <= summary.max);
            prop_assert!(summary.population_std.is_finite());
            prop_assert_eq!(quantile(&whole, 0.0), Some(summary.min));
            prop_assert_eq!(quantile(&whole, 1.0), Some(summary.max));
        }
    }

    #[test]
    fn every_value_falls_into_one_bin(x in values(), y in values(), count in 1_usize..12) {
        let (x, y) = (Distribution::from_values(x), Distribution::from_values(y));
        for bins in [Bins::quantile(&x, &y, count), Bins::equal_width(&x, count)] {
            prop_assert_eq!(bins.counts(&x).iter().sum::<u64>(), x.total());
            prop_assert_eq!(bins.counts(&y).iter().sum::<u64>(), y.total());
            prop_assert_eq!(bins.counts(&x).len(), bins.bins().len());
        }
    }

    #[test]
    fn the_extent_of_a_bin_is_that_of_what_it_counts(x in values(), y in values(), count in 1_usize..12) {
        let (x, y) = (Distribution::from_values(x), Distribution::from_values(y));
        let bins = Bins::quantile(&x, &y, count);
        let atoms: Vec<f64> = bins.bins().iter().filter_map(|bin| match bin {
            Bin::Exactly(value) => Some(*value),
            Bin::Range { .. } => None,
        }).collect();
        for ((bin, count), extent) in bins.bins().iter().zip(bins.counts(&y)).zip(bins.extents(&y)) {
            let within: Vec<(f64, u64)> = y.pairs().filter(|(value, _)| match *bin {
                Bin::Exactly(atom) => value.total_cmp(&atom).is_eq(),
                Bin::Range { from, to } => {
                    from.is_none_or(|from| from <= *value) && to.is_none_or(|to| *value < to) && !atoms.contains(value)
                }
            }).collect();
            prop_assert_eq!(count, within.iter().map(|(_, count)| count).sum::<u64>());
            prop_assert_eq!(extent, within.first().zip(within.last()).map(|(least, greatest)| (least.0, greatest.0)));
        }
    }

    #[test]
    fn ranks_are_those_of_the_values_in_order(values in prop::collection::vec(-60_i8..60, 1..400)) {
        let mut values: Vec<f64> = values.into_iter().map(f64::from).collect();
        values.sort_by(f64::total_cmp);
        let sample = Distribution::from_values(values.clone());
        for (rank, value) in values.iter().enumerate() {
            let place = sample.place_of_rank(rank as u64);
            prop_assert!(sample.values()[place].total_cmp(value).is_eq());
            let before = values.iter().filter(|other| *other < value).count() as u64;
            prop_assert_eq!((sample.before(place), sample.below(*value)), (before, before));
        }
        prop_assert_eq!(sample.before(sample.distinct()), sample.total());
        prop_assert_eq!(sample.below(f64::INFINITY), sample.total());
    }

    /// So many that products of their numbers do not fit into 64 bits.
    #[test]
    fn shares_are_compared_alike_however_often_all_is_repeated(x in values(), y in values()) {
        const TIMES: u64 = 1 << 34;
        let [x, y] = [x, y].map(Distribution::from_values);
        let [many_x, many_y] = [&x, &y]
            .map(|sample| Distribution::from_pairs(sample.pairs().map(|(value, count)| (value, count * TIMES))));
        let (samples, many) = (Samples::new(&x, &y), Samples::new(&many_x, &many_y));
        for (name, method) in [("ks", ks as Numeric), ("kuiper", kuiper), ("wasserstein", wasserstein), ("energy", energy)] {
            let (once, often) = (method(&samples), method(&many));
            prop_assert_eq!(once.is_ok(), often.is_ok(), "{}", name);
            if let (Ok(once), Ok(often)) = (once, often) {
                prop_assert!((once.statistic - often.statistic).abs() <= 1e-12 * once.statistic, "{}", name);
            }
        }
        let squares = [&samples, &many].map(|samples| cramer_von_mises(samples).map(|outcome| outcome.statistic));
        if let [Ok(once), Ok(often)] = squares {
            prop_assert!((once - often / TIMES as f64).abs() <= 1e-12 * once);
        }
        let [once, often] = [&samples, &many].map(widest_gap);
        prop_assert_eq!(once.map(|(value, _)| value), often.map(|(value, _)| value));
        prop_assert_eq!(once.map(|(_, counts)| counts.map(|count| count * TIMES)), often.map(|(_, counts)| counts));
    }

    #[test]
    fn distances_are_0_for_equal_shares_and_at_most_1(x in prop::collection::vec(1_u64..100, 2..9), times in 1_u64..9) {
        let y: Vec<u64> = x.iter().map(|count| count * times).collect();
        for (name, method) in &COUNTS[6..] {
            if *name != "kl_divergence" {
                prop_assert!(method(&x, &y).unwrap().statistic < 1e-7, "{}", name);
                let disjoint = |first: u64| vec![first, 5 - first];
                prop_assert!((method(&disjoint(5), &disjoint(0)).unwrap().statistic - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn contributions_add_up_to_the_index(x in counts(), y in counts()) {
        if let Ok(outcome) = psi(&x, &y, Smoothing::HalfCount) {
            let parts = psi_contributions(&x, &y, Smoothing::HalfCount).unwrap();
            prop_assert!(parts.iter().all(|part| *part >= 0.0));
            prop_assert!(close(parts.iter().sum(), outcome.statistic, 1e-9));
            let effect = psi_effect(&x, &y, Smoothing::HalfCount, 0.95).unwrap();
            prop_assert!(0.0 <= effect.low && effect.low <= effect.value && effect.value <= effect.high, "{:?}", effect);
        }
    }

    #[test]
    fn pooling_keeps_every_row(x in counts(), y in counts()) {
        let pooling = pool_rare(&x, &y, 5);
        prop_assert_eq!(pooling.reference.iter().sum::<u64>(), x.iter().sum::<u64>());
        prop_assert_eq!(pooling.current.iter().sum::<u64>(), y.iter().sum::<u64>());
    }

    #[test]
    fn adjusted_p_values_keep_their_order_and_never_shrink(p in prop::collection::vec(0.0..=1.0, 0..20)) {
        for (name, adjust) in [("bh", benjamini_hochberg as fn(&[f64]) -> Vec<f64>), ("holm", holm), ("bonferroni", bonferroni)] {
            let q = adjust(&p);
            for i in 0..p.len() {
                prop_assert!(q[i] >= p[i] && q[i] <= 1.0, "{}", name);
                for j in 0..p.len() {
                    prop_assert!(p[i] > p[j] || q[i] <= q[j], "{}", name);
                }
            }
        }
    }
}
