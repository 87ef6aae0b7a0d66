//! The statistics against scipy, statsmodels, astropy and mpmath: see golden/stats/make.py.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use driftglass_stats::{
    self as stats, AssociationTable, Distribution, Outcome, Ranked, Samples, Smoothing, Untestable, Weights,
};
use serde_json::Value;

/// What a statistic may differ by, relative to the golden one.
const STATISTIC: f64 = 1e-12;
/// What a p-value may differ by, relative to the golden one, wherever that is above `SMALLEST_P`.
const P_VALUE: f64 = 1e-9;
const SMALLEST_P: f64 = 1e-300;

fn golden() -> Value {
    serde_json::from_str(include_str!("../golden/stats/golden.json")).unwrap()
}

/// The generator of make.py.
struct Uniforms(u64);

impl Uniforms {
    fn draw(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 * f64::EPSILON / 2.0
    }
}

fn sample(spec: &Value) -> Distribution {
    Distribution::from_values(draws(spec))
}

fn draws(spec: &Value) -> Vec<f64> {
    let mut u = Uniforms(spec["seed"].as_u64().unwrap());
    let (shift, scale) = (spec["shift"].as_f64().unwrap(), spec["scale"].as_f64().unwrap());
    let mut draw = || match spec["kind"].as_str().unwrap() {
        "uniform" => u.draw(),
        "hall" => (0..12).fold(0.0, |total, _| total + u.draw()) - 6.0,
        "heavy" => 1.0 / (1.0 - u.draw()),
        "integer" => (u.draw() * 10.0).floor(),
        "coin" => f64::from(u.draw() < 0.3),
        "inflated" => Some(u.draw()).filter(|v| *v >= 1.0 / 3.0).unwrap_or(0.0),
        "constant" => 1.0,
        kind => panic!("unknown kind {kind}"),
    };
    (0..spec["n"].as_u64().unwrap()).map(|_| shift + scale * draw()).collect()
}

fn plain(statistic: f64) -> Outcome {
    Outcome { statistic, p_value: None }
}

fn numeric(method: &str, x: &Distribution, y: &Distribution) -> Result<Outcome, Untestable> {
    let samples = Samples::new(x, y);
    match method {
        "ks" => stats::ks(&samples),
        "cramer_von_mises" => stats::cramer_von_mises(&samples),
        "anderson_darling" => stats::anderson_darling(&samples),
        "epps_singleton" => stats::epps_singleton(&samples),
        "kuiper" => stats::kuiper(&samples),
        "mann_whitney" => stats::mann_whitney(&samples),
        "t_test" => stats::t_test(&samples),
        "brown_forsythe" => stats::brown_forsythe(&samples),
        "energy" => stats::energy(&samples),
        "energy_distance" => stats::energy_distance(&samples).map(plain),
        "wasserstein" => stats::wasserstein(&samples),
        "wasserstein_distance" => stats::wasserstein_distance(&samples).map(plain),
        "mean" => Ok(plain(stats::Summary::of(x).unwrap().mean)),
        "std" => Ok(plain(stats::Summary::of(x).unwrap().std.unwrap())),
        "quantile_0.1" => Ok(plain(stats::quantile(x, 0.1).unwrap())),
        "quantile_0.75" => Ok(plain(stats::quantile(x, 0.75).unwrap())),
        _ => panic!("unknown method {method}"),
    }
}

fn counts(method: &str, x: &[u64], y: &[u64]) -> Result<Outcome, Untestable> {
    match method {
        "chi_square" => stats::chi_square(x, y),
        "g_test" => stats::g_test(x, y),
        "chi_square_goodness_of_fit" => stats::chi_square_goodness_of_fit(x, y),
        "cramers_v" => stats::cramers_v(x, y),
        "fisher_exact" => stats::fisher_exact(x, y),
        "z_test" => stats::z_test(x, y),
        "hellinger" => stats::hellinger(x, y, Smoothing::None),
        "total_variation" => stats::total_variation(x, y, Smoothing::None),
        "l_infinity" => stats::l_infinity(x, y, Smoothing::None),
        "psi" => stats::psi(x, y, Smoothing::None),
        "psi_half" => stats::psi(x, y, Smoothing::HalfCount),
        "jensen_shannon" => stats::jensen_shannon(x, y, Smoothing::None),
        "jensen_shannon_half" => stats::jensen_shannon(x, y, Smoothing::HalfCount),
        "jensen_shannon_nats" => stats::jensen_shannon_nats(x, y, Smoothing::None),
        "kl_divergence" => stats::kl_divergence(x, y, Smoothing::None),
        "kl_divergence_half" => stats::kl_divergence(x, y, Smoothing::HalfCount),
        _ => panic!("unknown method {method}"),
    }
}

/// Nothing, or what is wrong with `got`.
fn difference(got: Result<Outcome, Untestable>, expected: &Value, tolerance: f64) -> Option<String> {
    let (statistic, p) = (expected[0].as_f64().unwrap(), expected[1].as_f64());
    let got = match got {
        Ok(got) => got,
        Err(why) => return Some(format!("not testable: {why}")),
    };
    if off(got.statistic, statistic) > tolerance {
        return Some(format!("statistic {:e}, expected {statistic:e}", got.statistic));
    }
    let (Some(expected_p), Some(got_p)) = (p, got.p_value) else {
        return p.map(|p| format!("no p-value, expected {p:e}"));
    };
    if expected_p >= SMALLEST_P && off(got_p, expected_p) > P_VALUE {
        return Some(format!(
            "p-value {got_p:e}, expected {expected_p:e}, off by {:e}",
            off(got_p, expected_p)
        ));
    }
    (expected_p < SMALLEST_P && got_p > 2.0 * SMALLEST_P)
        .then(|| format!("p-value {got_p:e}, expected {expected_p:e}"))
}

/// Relative difference.
fn off(got: f64, expected: f64) -> f64 {
    (got - expected).abs() / expected.abs().max(f64::MIN_POSITIVE)
}

#[test]
fn numeric_methods_equal_scipy() {
    let mut wrong = Vec::new();
    for case in golden()["numeric"].as_array().unwrap() {
        let (x, y) = (sample(&case["x"]), sample(&case["y"]));
        for (method, expected) in case["expected"].as_object().unwrap() {
            if let Some(what) = difference(numeric(method, &x, &y), expected, STATISTIC) {
                wrong.push(format!("{method} of {} and {}: {what}", case["x"], case["y"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn methods_on_counts_equal_scipy() {
    let list = |value: &Value| -> Vec<u64> { serde_json::from_value(value.clone()).unwrap() };
    let mut wrong = Vec::new();
    for case in golden()["counts"].as_array().unwrap() {
        let (x, y) = (list(&case["reference"]), list(&case["current"]));
        for (method, expected) in case["expected"].as_object().unwrap() {
            if let Some(what) = difference(counts(method, &x, &y), expected, STATISTIC) {
                let head = |v: &[u64]| format!("{:?} ({})", &v[..v.len().min(6)], v.len());
                wrong.push(format!("{method} of {} and {}: {what}", head(&x), head(&y)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn corrections_equal_scipy_and_statsmodels() {
    let list = |value: &Value| -> Vec<f64> { serde_json::from_value(value.clone()).unwrap() };
    for case in golden()["corrections"].as_array().unwrap() {
        let p = list(&case["p"]);
        for (name, got) in [
            ("benjamini_hochberg", stats::benjamini_hochberg(&p)),
            ("holm", stats::holm(&p)),
            ("bonferroni", stats::bonferroni(&p)),
        ] {
            for (got, expected) in got.into_iter().zip(list(&case[name])) {
                assert!(off(got, expected) < STATISTIC, "{name} of {p:?}: {got} instead of {expected}");
            }
        }
    }
}

#[test]
fn cramer_von_mises_on_ties_equals_enumeration() {
    let list = |value: &Value| -> Vec<f64> { serde_json::from_value(value.clone()).unwrap() };
    for case in golden()["enumerated"].as_array().unwrap() {
        let (x, y) =
            (Distribution::from_values(list(&case["x"])), Distribution::from_values(list(&case["y"])));
        let expected = serde_json::json!([case["statistic"], case["p"]]);
        assert_eq!(
            difference(stats::cramer_von_mises(&Samples::new(&x, &y)), &expected, STATISTIC),
            None,
            "{case}"
        );
    }
}

#[test]
fn correlations_and_the_area_under_the_curve_equal_scipy() {
    for case in golden()["associations"].as_array().unwrap() {
        let (x, noise) = (draws(&case["x"]), draws(&case["noise"]));
        let slope = case["slope"].as_f64().unwrap();
        let y: Vec<f64> = x.iter().zip(&noise).map(|(x, noise)| slope * x + noise).collect();
        let ones = vec![1.0; x.len()];
        let weights = Weights { count: &ones, variance: &ones };
        let ranked = [&x, &y].map(|values| Ranked::new(values.clone()));
        for (name, got) in [
            ("pearson", stats::weighted_pearson(&x, &y, weights).unwrap().value),
            ("spearman", stats::weighted_spearman(&ranked[0], &ranked[1], weights).unwrap().value),
            ("auc", stats::fold_auc([&x, &y], [weights, weights]).unwrap().auc),
        ] {
            let expected = case[name].as_f64().unwrap();
            assert!(off(got, expected) < STATISTIC, "{name}: {got} instead of {expected}");
        }
    }
}

#[test]
fn the_association_of_a_table_is_bergsmas() {
    for case in golden()["contingency"].as_array().unwrap() {
        let cells: Vec<Vec<f64>> = serde_json::from_value(case["table"].clone()).unwrap();
        let mut table = AssociationTable::new(cells.len(), cells[0].len());
        for (i, row) in cells.iter().enumerate() {
            for (j, count) in row.iter().enumerate() {
                table.add(i, j, *count);
            }
        }
        let change = stats::association_change(&table, &table).unwrap();
        let expected = case["v"].as_f64().unwrap();
        assert!(off(change.reference, expected) < STATISTIC, "{case}: {change:?}");
    }
}
