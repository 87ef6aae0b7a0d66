//! Error rates and coverage by simulation, with seeds, so that they pass or fail for good.

mod common;

use common::{Random, zipf};
use driftglass_stats::{
    Samples, Smoothing, Untestable, chi_square_monte_carlo, counts_permutation_p_value, g_test_monte_carlo,
    jensen_shannon, kuiper, permutation_p_value, psi, psi_effect, psi_expected, wasserstein_distance,
};

/// Whether `hits` of `trials` is compatible with `rate`: within four binomial standard deviations.
fn compatible(hits: u32, trials: u32, rate: f64) -> bool {
    let (trials, hits) = (f64::from(trials), f64::from(hits));
    (hits - trials * rate).abs() <= 4.0 * (trials * rate * (1.0 - rate)).sqrt()
}

#[test]
fn monte_carlo_p_values_hold_on_sparse_tables() {
    let mut random = Random::new(10);
    let weights = zipf(100);
    let mut hits = [0; 3];
    for seed in 0..200 {
        let (x, y) = (random.counts(1000, &weights), random.counts(100, &weights));
        let chi_square = chi_square_monte_carlo(&x, &y, seed).unwrap().p_value.unwrap();
        let g = g_test_monte_carlo(&x, &y, seed).unwrap().p_value.unwrap();
        hits[0] += u32::from(chi_square < 0.05);
        hits[1] += u32::from(g < 0.05);
        hits[2] += u32::from(chi_square < 0.005);
    }
    assert!(compatible(hits[0], 200, 0.05) && compatible(hits[1], 200, 0.05), "{hits:?}");
    assert!(hits[2] <= 5, "{hits:?}");
}

#[test]
fn a_monte_carlo_p_value_goes_below_its_number_of_draws() {
    let (x, y) = ([400, 300, 200, 3, 2, 1], [100, 300, 500, 1, 4, 2]);
    let p = chi_square_monte_carlo(&x, &y, 1).unwrap().p_value.unwrap();
    assert!(p < 1e-30 && p > 0.0, "p {p:e}");
    assert_eq!(chi_square_monte_carlo(&x, &y, 1), chi_square_monte_carlo(&x, &y, 1));
}

/// The mean of the debiased index before it is cut off at 0, and how often its interval holds the true index.
fn effect(p: &[f64], q: &[f64], n: usize, m: usize, trials: u32) -> Result<(f64, u32), Untestable> {
    let total = |weights: &[f64]| weights.iter().sum::<f64>();
    let truth: f64 = p
        .iter()
        .zip(q)
        .map(|(a, b)| (a / total(p), b / total(q)))
        .map(|(a, b)| (a - b) * libm::log(a / b))
        .sum();
    let mut random = Random::new(20);
    let (mut sum, mut covered) = (0.0, 0);
    for _ in 0..trials {
        let (x, y) = (random.counts(n, p), random.counts(m, q));
        let effect = psi_effect(&x, &y, Smoothing::HalfCount, 0.95)?;
        let raw = psi(&x, &y, Smoothing::HalfCount)?.statistic;
        sum += raw - psi_expected(&x, &y, Smoothing::HalfCount)? - truth;
        covered += u32::from(effect.low <= truth && truth <= effect.high);
    }
    Ok((sum / f64::from(trials), covered))
}

#[test]
fn the_debiased_index_is_unbiased_and_its_interval_covers() {
    let even = vec![1.0; 10];
    let tilted = |by: f64| -> Vec<f64> { (0..10).map(|i| 1.0 + by * (f64::from(i) - 4.5)).collect() };
    let long = zipf(100);
    for (name, p, q, n, m) in [
        ("no drift", &even, &even, 5000, 500),
        ("no drift, few rows", &even, &even, 5000, 50),
        ("no drift, sparse levels", &long, &long, 2000, 300),
        ("slight", &even, &tilted(0.06), 5000, 500),
        ("moderate", &even, &tilted(0.12), 5000, 500),
        ("severe", &even, &tilted(0.16), 1000, 1000),
    ] {
        let trials = 400;
        let (bias, covered) = effect(p, q, n, m, trials).unwrap();
        assert!(bias.abs() < 0.01, "{name}: bias {bias}");
        assert!(covered >= 368, "{name}: {covered} of {trials} covered");
    }
}

#[test]
fn permutation_p_values_hold() {
    let mut random = Random::new(30);
    let (mut distance, mut counts) = (0, 0);
    for seed in 0..200 {
        let (x, y) = (random.sample(40, Random::normal), random.sample(25, Random::normal));
        distance += u32::from(
            permutation_p_value(&Samples::new(&x, &y), wasserstein_distance, 99, seed).unwrap() <= 0.1,
        );
        let (x, y) = (random.counts(60, &zipf(8)), random.counts(30, &zipf(8)));
        let score = |x: &[u64], y: &[u64]| Ok(jensen_shannon(x, y, Smoothing::None)?.statistic);
        counts += u32::from(counts_permutation_p_value(&x, &y, score, 99, seed).unwrap() <= 0.1);
    }
    assert!(compatible(distance, 200, 0.1) && compatible(counts, 200, 0.1), "{distance} and {counts} of 200");
}

#[test]
fn kuiper_beyond_one_half_stays_a_probability() {
    let mut random = Random::new(40);
    let mut last = 1.0;
    for shift in [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 20.0] {
        let (x, y) = (random.sample(90, Random::normal), random.sample(70, |random| random.normal() + shift));
        let p = kuiper(&Samples::new(&x, &y)).unwrap().p_value.unwrap();
        assert!((0.0..=1.0).contains(&p) && p <= last && p > 0.0, "shift {shift}: p {p:e} after {last:e}");
        last = p;
    }
}
