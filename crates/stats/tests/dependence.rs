//! Correlation, association and the area under the curve: their values, and the error rates of their tests.

use driftglass_stats::{
    AssociationTable, Correlation, Ranked, Weights, association_change, auc, auc_part, correlation_change,
    pearson, spearman,
};

/// A small seeded generator: Steele, Lea and Flood (2014).
struct Random(u64);

impl Random {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.uniform())).sqrt();
        radius * libm::cos(std::f64::consts::TAU * self.uniform())
    }
}

type Pairs = (Vec<f64>, Vec<f64>);

fn ones(n: usize) -> Vec<f64> {
    vec![1.0; n]
}

/// The share of repeats in which the test calls a change at 0.05 although there is none.
fn false_positives(repeats: usize, mut p_value: impl FnMut(&mut Random) -> f64) -> f64 {
    let mut random = Random(7);
    (0..repeats).filter(|_| p_value(&mut random) < 0.05).count() as f64 / repeats as f64
}

fn sim(
    draw: &dyn Fn(&mut Random) -> (f64, f64),
    n: usize,
    m: usize,
    which: fn(&Pairs, Weights<'_>) -> Correlation,
) -> f64 {
    false_positives(1000, |random| {
        let mut sample = |n: usize| -> Correlation {
            let pairs: Pairs = (0..n).map(|_| draw(random)).unzip();
            let ones = ones(n);
            which(&pairs, Weights { count: &ones, variance: &ones })
        };
        correlation_change(sample(n), sample(m))
    })
}

#[test]
fn explore() {
    let s: fn(&Pairs, Weights<'_>) -> Correlation = |p, w| {
        spearman(&Ranked::new(p.0.clone()), &Ranked::new(p.1.clone()), w).unwrap_or(Correlation {
            value: 0.0,
            variance: 1e9,
            observations: 10.0,
        })
    };
    let r: fn(&Pairs, Weights<'_>) -> Correlation = |p, w| {
        pearson(&p.0, &p.1, w).unwrap_or(Correlation { value: 0.0, variance: 1e9, observations: 10.0 })
    };
    let cases: Vec<(&str, Box<dyn Fn(&mut Random) -> (f64, f64)>)> = vec![
        ("independent", Box::new(|z| (z.normal(), z.normal()))),
        (
            "rho .5",
            Box::new(|z| {
                let a = z.normal();
                (a, 0.5 * a + 0.75f64.sqrt() * z.normal())
            }),
        ),
        (
            "rho .95",
            Box::new(|z| {
                let a = z.normal();
                (a, 0.95 * a + 0.0975f64.sqrt() * z.normal())
            }),
        ),
        (
            "spread",
            Box::new(|z| {
                let a = z.normal();
                (a, a * z.normal())
            }),
        ),
        ("lognormal ind", Box::new(|z| (libm::exp(1.5 * z.normal()), libm::exp(1.5 * z.normal())))),
        (
            "lognormal dep",
            Box::new(|z| {
                let a = z.normal();
                (libm::exp(1.5 * a), libm::exp(1.5 * (0.5 * a + 0.75f64.sqrt() * z.normal())))
            }),
        ),
        (
            "ties",
            Box::new(|z| {
                let a = (3.0 * z.uniform()).floor();
                (a, (a + 2.0 * z.uniform()).floor())
            }),
        ),
        (
            "zeros",
            Box::new(|z| {
                let a = (z.uniform() * 12.0 - 11.0).max(0.0);
                (a, if a > 0.0 { z.uniform() } else { (z.uniform() - 0.9).max(0.0) })
            }),
        ),
    ];
    for (name, draw) in &cases {
        for (n, m) in [(50, 50), (200, 100), (1000, 200), (1000, 1000)] {
            println!("{name} {n} {m}: spearman {:.3} pearson {:.3}", sim(draw, n, m, s), sim(draw, n, m, r));
        }
    }
    for (name, levels, tie) in
        [("2x2 ind", 2.0, 0.0), ("2x2 dep", 2.0, 0.7), ("5x5 ind", 5.0, 0.0), ("5x5 dep", 5.0, 0.8)]
    {
        for (n, m) in [(50, 50), (200, 100), (1000, 200), (1000, 1000)] {
            let share = false_positives(1000, |z| {
                let mut table = |n: usize| {
                    let mut table = AssociationTable::new(5, 5);
                    for _ in 0..n {
                        let a = (levels * z.uniform() * z.uniform().sqrt()) as usize;
                        let b = if z.uniform() < tie { a } else { (levels * z.uniform()) as usize };
                        table.add(a, b, 1.0);
                    }
                    table
                };
                association_change(&table(n), &table(m)).map_or(1.0, |c| c.p_value)
            });
            println!("{name} {n} {m}: {share:.3}");
        }
    }
}
