//! Defects seen in other tools, each with the test that keeps it out.

mod common;

use common::{Random, zipf};
use driftglass_stats::{
    Bins, Distribution, Samples, Smoothing, Untestable, anderson_darling, chi_square, cramer_von_mises,
    energy, fisher_exact, g_test, jensen_shannon, ks, mann_whitney, psi, psi_effect, sparse, wasserstein,
};

fn constant(value: f64, size: usize) -> Distribution {
    Distribution::from_pairs([(value, size as u64)])
}

#[test]
fn a_fixed_threshold_on_a_distance_is_a_function_of_sample_size_and_level_count() {
    let mut random = Random::new(1);
    let reference = random.sample(5000, Random::normal);
    let (mut by_distance, mut by_p) = (0, 0);
    for _ in 0..200 {
        let current = random.sample(50, Random::normal);
        by_distance += u32::from(wasserstein(&Samples::new(&reference, &current)).unwrap().statistic >= 0.1);
        by_p += u32::from(ks(&Samples::new(&reference, &current)).unwrap().p_value.unwrap() < 0.05);
    }
    assert!(by_distance > 180, "the distance alone flags {by_distance} of 200");
    assert!(by_p < 20, "the p-value flags {by_p} of 200");

    let weights = zipf(500);
    let (mut by_distance, mut by_effect) = (0, 0);
    for _ in 0..50 {
        let (x, y) = (random.counts(5000, &weights), random.counts(5000, &weights));
        by_distance += u32::from(jensen_shannon(&x, &y, Smoothing::None).unwrap().statistic >= 0.1);
        by_effect += u32::from(psi_effect(&x, &y, Smoothing::HalfCount, 0.95).unwrap().value >= 0.1);
    }
    assert_eq!((by_distance, by_effect), (50, 0));
}

#[test]
fn bins_do_not_go_blind_from_one_extreme_value() {
    let mut random = Random::new(2);
    let reference = random.sample(10_000, Random::normal);
    let current = random.sample(10_000, |random| random.normal() + 1.0);
    let with_extreme = Distribution::from_pairs(current.pairs().chain([(1e6, 1)]));
    let score = |current: &Distribution| {
        let bins = Bins::quantile(&reference, current, 10);
        psi(&bins.counts(&reference), &bins.counts(current), Smoothing::HalfCount).unwrap().statistic
    };
    let (clean, extreme) = (score(&current), score(&with_extreme));
    assert!(clean > 0.8 && (clean - extreme).abs() < 0.01, "{clean} and {extreme}");
}

#[test]
fn cramer_von_mises_and_anderson_darling_hold_their_error_rate_on_ties_with_unequal_sizes() {
    let mut random = Random::new(3);
    for levels in [2.0, 3.0, 10.0, 200.0] {
        let mut flagged = [0; 2];
        for _ in 0..400 {
            let mut draw = |size| random.sample(size, |random| (random.uniform() * levels).floor());
            let (x, y) = (draw(600), draw(150));
            for (count, test) in flagged.iter_mut().zip([cramer_von_mises, anderson_darling]) {
                *count += u32::from(test(&Samples::new(&x, &y)).unwrap().p_value.unwrap() < 0.05);
            }
        }
        // 20 expected; 36 is the 0.9995 quantile of its binomial distribution.
        assert!(
            flagged.iter().all(|count| (5..=36).contains(count)),
            "{flagged:?} of 400 at {levels} levels"
        );
    }
}

#[test]
fn mann_whitney_sees_a_shift_either_way() {
    let mut random = Random::new(4);
    let middle = random.sample(500, Random::normal);
    for shift in [-0.5, 0.5] {
        let moved = random.sample(500, |random| random.normal() + shift);
        let p = mann_whitney(&Samples::new(&middle, &moved)).unwrap().p_value.unwrap();
        assert!(p < 1e-6, "shift {shift}: p {p}");
    }
}

#[test]
fn one_row_of_a_new_level_is_not_a_p_value_of_0() {
    let (reference, current) = ([600, 400, 0], [580, 419, 1]);
    assert!(sparse(&reference, &current));
    let p = chi_square(&reference, &current).unwrap().p_value.unwrap();
    assert!(p > 0.05, "p {p}");
    // The new level stands for nothing in the effect either.
    assert!(psi_effect(&reference, &current, Smoothing::HalfCount, 0.95).unwrap().value < 0.01);
}

#[test]
fn g_test_and_fisher_allow_samples_of_different_sizes() {
    let g = g_test(&[900, 100], &[50, 20]).unwrap();
    let fisher = fisher_exact(&[900, 100], &[50, 20]).unwrap();
    assert!(g.p_value.unwrap() < 1e-3 && fisher.p_value.unwrap() < 1e-3);
}

#[test]
fn the_energy_distance_does_not_depend_on_the_unit() {
    let mut random = Random::new(5);
    let (x, y) = (random.sample(300, Random::normal), random.sample(200, |random| random.normal() + 0.5));
    let scaled = |sample: &Distribution, unit: f64| {
        Distribution::from_pairs(sample.pairs().map(|(v, c)| (v * unit, c)))
    };
    let score = |unit: f64| energy(&Samples::new(&scaled(&x, unit), &scaled(&y, unit))).unwrap().statistic;
    // Powers of two, so that scaling itself does not round.
    for unit in [1.0 / 1024.0, 1024.0, 2.0_f64 * 1e300_f64.recip()] {
        assert!((score(unit) / score(1.0) - 1.0).abs() < 1e-9, "{unit}: {} for {}", score(unit), score(1.0));
    }
}

#[test]
fn an_empty_or_constant_column_ends_nothing() {
    let empty = Distribution::default();
    let three = constant(3.0, 7);
    assert_eq!(ks(&Samples::new(&empty, &three)), Err(Untestable::Empty));
    assert_eq!(mann_whitney(&Samples::new(&three, &constant(3.0, 5))), Err(Untestable::Constant));
    assert!(
        wasserstein(&Samples::new(&three, &constant(3.0, 5))).unwrap().statistic.abs() < f64::MIN_POSITIVE
    );
    assert_eq!(chi_square(&[], &[]), Err(Untestable::Empty));
    assert_eq!(chi_square(&[4, 0], &[9, 0]), Err(Untestable::Constant));
    let bins = Bins::quantile(&empty, &three, 10);
    assert_eq!(bins.counts(&three).iter().sum::<u64>(), 7);
}

#[test]
fn infinities_do_not_end_the_binning() {
    let sample = Distribution::from_values([
        f64::INFINITY,
        1.0,
        f64::NAN,
        2.0,
        f64::NEG_INFINITY,
        f64::MAX,
        -f64::MAX,
    ]);
    assert_eq!(sample.total(), 4);
    for bins in [Bins::quantile(&sample, &sample, 10), Bins::equal_width(&sample, 10)] {
        assert_eq!(bins.counts(&sample).iter().sum::<u64>(), 4);
    }
}

#[test]
fn identical_samples_return_at_once() {
    let mut random = Random::new(6);
    // In the exact range and beyond it, where statrs never returns.
    for size in [100, 20_000] {
        let sample = random.sample(size, Random::normal);
        assert_eq!(ks(&Samples::new(&sample, &sample)).unwrap().p_value, Some(1.0));
    }
}

#[test]
fn a_chi_square_p_value_does_not_underflow() {
    let p = chi_square(&[10_000, 1000, 50], &[9000, 1900, 150]).unwrap().p_value.unwrap();
    assert!(p > 0.0 && p < 1e-80, "p {p:e}");
    let p = chi_square(&[5000, 300], &[4000, 1700]).unwrap().p_value.unwrap();
    assert!(p > 0.0 && p < 1e-200, "p {p:e}");
}

#[test]
fn a_kolmogorov_smirnov_p_value_of_separated_samples_is_not_0_beyond_the_exact_sizes() {
    // scipy 1.17 has 0 here; the samples are apart in 2 of the 20 001 orders.
    let many = Distribution::from_values((0..20_000).map(f64::from));
    let p = ks(&Samples::new(&many, &constant(-1.0, 1))).unwrap().p_value.unwrap();
    assert!((p * 20_001.0 / 2.0 - 1.0).abs() < 1e-9, "p {p:e}");
}

/// An interval that lay beside its own estimate: `0 (0.001 to 0.044)`.
#[test]
fn samples_more_alike_than_chance_makes_them_have_an_interval_from_0() {
    let counts = [100; 20];
    let effect = psi_effect(&counts, &counts, Smoothing::HalfCount, 0.95).unwrap();
    assert_eq!((effect.low, effect.value), (0.0, 0.0));
}
