//! What the columns of a generated table hold.

use rand::RngExt as _;
use rand_distr::{Distribution, StandardNormal, Zipf};
use rand_pcg::Pcg64;
use std::io::{self, Write};

/// How many levels the categorical columns have, in turn.
const LEVELS: [u16; 5] = [5, 20, 100, 300, 1000];

/// How far a drifted column is moved, in parts of its spread.
const SHIFT: f64 = 0.1;

/// What a column is drawn from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Column {
    /// A normal distribution of spread 1 around this mean.
    Normal(f64),
    /// The exponential of such a number.
    Lognormal(f64),
    /// From 0 to 1000, moved by this.
    Uniform(f64),
    /// Whole numbers with ties around this mean.
    Count(f64),
    /// Levels with shares by this law.
    Level(Zipf<f64>),
}

impl Column {
    /// The n-th numeric column.
    pub(crate) fn numeric(n: usize, drifted: bool) -> Self {
        let shift = if drifted { SHIFT } else { 0.0 };
        match n % 4 {
            0 => Self::Normal(shift),
            1 => Self::Lognormal(shift),
            2 => Self::Uniform(300.0 * shift),
            _ => Self::Count(50_000.0 + 10_000.0 * shift),
        }
    }

    /// The n-th categorical column.
    pub(crate) fn categorical(n: usize, drifted: bool) -> Self {
        let exponent = if drifted { 1.0 - SHIFT } else { 1.0 };
        let levels = f64::from(LEVELS[n % LEVELS.len()]);
        Self::Level(Zipf::new(levels, exponent).expect("there are levels, and the exponent is positive"))
    }

    /// Writes one cell.
    pub(crate) fn write(self, generator: &mut Pcg64, out: &mut impl Write) -> io::Result<()> {
        let mut normal = || -> f64 { StandardNormal.sample(generator) };
        match self {
            Self::Normal(mean) => write!(out, "{:.5}", mean + normal()),
            Self::Lognormal(mean) => write!(out, "{:.5}", libm::exp(mean + normal())),
            Self::Uniform(shift) => write!(out, "{:.3}", shift + 1000.0 * generator.random::<f64>()),
            Self::Count(mean) => write!(out, "{:.0}", mean + 10_000.0 * normal()),
            Self::Level(law) => write!(out, "level{:.0}", law.sample(generator)),
        }
    }
}
