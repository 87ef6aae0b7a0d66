//! Correlation, association and the area under the curve on weighted rows: their values, and the error rates of their tests.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use driftglass_stats::{
    AssociationTable, Correlation, Ranked, Weights, association_change, correlation_change, fold_auc,
    mean_auc, weighted_pearson, weighted_spearman,
};

/// A small seeded generator: Steele, Lea and Flood (2014).
struct Random(u64);

impl Random {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let first = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let second = (first ^ (first >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((second ^ (second >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.uniform())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }
}

const X: [f64; 10] = [1.0, 2.0, 2.0, 3.0, 5.0, 8.0, 8.0, 8.0, 9.0, 10.0];
const Y: [f64; 10] = [2.0, 1.0, 4.0, 3.0, 3.0, 9.0, 7.0, 8.0, 8.0, 12.0];
const COUNTS: [f64; 10] = [1.0, 2.0, 1.0, 3.0, 1.0, 1.0, 2.0, 1.0, 1.0, 2.0];
const ONES: [f64; 10] = [1.0; 10];

/// Sums of ten terms in another order than scipy's.
const CLOSE: f64 = 1e-13;

fn both(counts: &[f64]) -> [f64; 2] {
    let weights = Weights { count: counts, variance: counts };
    let spearman = weighted_spearman(&Ranked::new(X.to_vec()), &Ranked::new(Y.to_vec()), weights);
    [spearman.unwrap().value, weighted_pearson(&X, &Y, weights).unwrap().value]
}

#[test]
fn correlations_are_those_of_scipy_and_a_count_is_a_repeat() {
    // scipy.stats.spearmanr and pearsonr, 1.17, of the rows and of the rows repeated by their counts.
    for (counts, expected) in [
        (ONES, [0.879_294_893_197_074_1, 0.924_473_451_641_905]),
        (COUNTS, [0.904_333_394_179_453, 0.940_249_513_608_375_3]),
    ] {
        for (value, expected) in both(&counts).into_iter().zip(expected) {
            assert!((value - expected).abs() < CLOSE, "{value} {expected}");
        }
    }
}

#[test]
fn a_missing_value_leaves_out_its_row_alone() {
    let with_gaps = |values: &[f64], gap: usize| {
        let mut values = values.to_vec();
        values.insert(gap, f64::NAN);
        values
    };
    let (x, mut y) = (with_gaps(&X, 4), Y.to_vec());
    y.insert(4, 100.0);
    let ones = [1.0; 11];
    let weights = Weights { count: &ones, variance: &ones };
    let [spearman, pearson] = both(&ONES);
    let gap = weighted_spearman(&Ranked::new(x.clone()), &Ranked::new(y.clone()), weights).unwrap();
    assert!((gap.value - spearman).abs() < CLOSE);
    assert!((weighted_pearson(&x, &y, weights).unwrap().value - pearson).abs() < CLOSE);
}

#[test]
fn the_area_under_the_curve_is_mann_and_whitneys() {
    let (reference, current) = ([0.1, 0.2, 0.2, 0.4, 0.9], [0.4, 0.5, 0.9, 0.8]);
    let ones = [1.0; 5];
    let weights = |n: usize| Weights { count: &ones[..n], variance: &ones[..n] };
    let part = fold_auc([&reference, &current], [weights(5), weights(4)]).unwrap();
    // scipy.stats.mannwhitneyu: U = 16 of 20.
    assert!((part.auc - 0.8).abs() < CLOSE);
    let whole = mean_auc(&[(part, 1.0)], 0.95).unwrap();
    assert!(whole.low < 0.5 && whole.high > 0.95, "{whole:?}");
}

#[test]
fn an_area_of_one_has_a_lower_end_and_no_certainty() {
    let (reference, current) = ([0.0; 10], [1.0; 10]);
    let weights = Weights { count: &ONES, variance: &ONES };
    let part = fold_auc([&reference, &current], [weights, weights]).unwrap();
    let area = mean_auc(&[(part, 1.0)], 0.95).unwrap();
    assert!(area.value > 0.999 && area.high > 0.999 && area.low > 0.7 && area.low < 0.95, "{area:?}");
    assert!(area.p_value > 1e-10 && area.p_value < 1e-3, "{area:?}");
}

type Pairs = (Vec<f64>, Vec<f64>);
type Draw = fn(&mut Random) -> (f64, f64);

const REPEATS: usize = 400;

/// What a test at 0.05 stays under in all but one of a thousand such simulations.
const AT_MOST: f64 = 0.05 + 3.1 * 0.0109;

fn false_positives(mut p_value: impl FnMut(&mut Random) -> Option<f64>) -> f64 {
    let mut random = Random(7);
    let called = (0..REPEATS).filter(|_| p_value(&mut random).is_some_and(|p| p < 0.05)).count();
    called as f64 / REPEATS as f64
}

fn of_correlations(draw: Draw, measure: fn(&Pairs, Weights<'_>) -> Option<Correlation>) -> f64 {
    false_positives(|random| {
        let mut sample = |n: usize| {
            let pairs: Pairs = (0..n).map(|_| draw(random)).unzip();
            let ones = vec![1.0; n];
            measure(&pairs, Weights { count: &ones, variance: &ones })
        };
        correlation_change(sample(300)?, sample(100)?)
    })
}

/// Shapes that break a test which takes the normal distribution for granted.
const SHAPES: [(&str, Draw); 6] = [
    ("independent", |z| (z.normal(), z.normal())),
    ("strong", |z| {
        let x = z.normal();
        (x, 0.95 * x + 0.3 * z.normal())
    }),
    ("unequal spread", |z| {
        let x = z.normal();
        (x, x * z.normal())
    }),
    ("heavy tails", |z| {
        let x = z.normal();
        (libm::exp(1.5 * x), libm::exp(1.5 * (0.5 * x + 0.9 * z.normal())))
    }),
    ("ties", |z| {
        let x = (3.0 * z.uniform()).floor();
        (x, (x + 2.0 * z.uniform()).floor())
    }),
    ("zeros", |z| {
        let x = (12.0 * z.uniform() - 10.0).max(0.0);
        (x, if x > 0.0 { z.uniform() } else { (z.uniform() - 0.9).max(0.0) })
    }),
];

#[test]
fn correlations_that_did_not_change_are_seldom_called_changed() {
    for (name, draw) in SHAPES {
        let spearman = of_correlations(draw, |(x, y), weights| {
            weighted_spearman(&Ranked::new(x.clone()), &Ranked::new(y.clone()), weights).ok()
        });
        let pearson = of_correlations(draw, |(x, y), weights| weighted_pearson(x, y, weights).ok());
        assert!(spearman < AT_MOST && pearson < AT_MOST, "{name}: {spearman} {pearson}");
    }
}

#[test]
fn tables_whose_odds_ratios_did_not_change_are_seldom_called_changed_though_their_margins_do() {
    for (levels, tie) in [(2.0, 0.0), (2.0, 0.7), (5.0, 0.0), (5.0, 0.8)] {
        let share = false_positives(|random| {
            let mut table = |n: usize, tilt: f64| {
                let mut table = AssociationTable::new(5, 5);
                for _ in 0..n {
                    // Both sides draw the second level alike given the first one; the first one drifts.
                    let first = (levels * libm::pow(random.uniform(), tilt)) as usize;
                    let second =
                        if random.uniform() < tie { first } else { (levels * random.uniform()) as usize };
                    table.add(first, second, 1.0);
                }
                table
            };
            association_change(&table(400, 1.0), &table(150, 1.4)).ok().map(|change| change.p_value)
        });
        assert!(share < AT_MOST, "{levels} levels, tie {tie}: {share}");
    }
}

#[test]
fn a_change_of_odds_ratios_is_called_one() {
    let mut random = Random(9);
    let mut table = |n: usize, tie: f64| {
        let mut table = AssociationTable::new(3, 3);
        for _ in 0..n {
            let first = (3.0 * random.uniform()) as usize;
            let second = if random.uniform() < tie { first } else { (3.0 * random.uniform()) as usize };
            table.add(first, second, 1.0);
        }
        table
    };
    let change = association_change(&table(500, 0.7), &table(500, 0.3)).unwrap();
    assert!(change.p_value < 1e-6, "{change:?}");
    assert!((change.reference - 0.7).abs() < 0.1 && (change.current - 0.3).abs() < 0.1, "{change:?}");
}
