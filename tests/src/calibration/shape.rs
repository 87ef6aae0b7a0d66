//! The distributions that columns are drawn from.

use driftglass_core::{ColumnType, TextColumn};
use rand_distr::{Bernoulli, Distribution, LogNormal, Poisson, StandardNormal, Zipf};
use rand_pcg::Pcg64;
use std::fmt::{self, Write};

/// What a column is drawn from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// The standard normal distribution.
    Normal,
    /// The lognormal distribution with mu 0 and sigma 1.
    Lognormal,
    /// Small whole numbers with many ties: Poisson with mean 3.
    Integers,
    /// `yes` in 30 % of rows, else `no`.
    Bernoulli,
    /// `yes` in 2 % of rows, else `no`.
    RareBernoulli,
    /// So many levels, the k-th with a share proportional to 1 / k.
    Levels(u16),
    /// The standard normal distribution, 3 % of rows missing; what is held against alpha is the p-value of the missing values.
    Missing,
}

impl Shape {
    /// Every shape of the calibration, in the order of its tables.
    pub const ALL: [Self; 10] = [
        Self::Normal,
        Self::Lognormal,
        Self::Integers,
        Self::Bernoulli,
        Self::RareBernoulli,
        Self::Levels(5),
        Self::Levels(20),
        Self::Levels(100),
        Self::Levels(500),
        Self::Missing,
    ];

    /// What the column must be taken for.
    pub fn kind(self) -> ColumnType {
        match self {
            Self::Normal | Self::Lognormal | Self::Integers | Self::Missing => ColumnType::Numeric,
            Self::Bernoulli | Self::RareBernoulli => ColumnType::Boolean,
            Self::Levels(_) => ColumnType::Categorical,
        }
    }

    /// Whether the null distribution of the p-value is practically continuous, so that it must not be far below alpha either.
    pub fn is_continuous(self) -> bool {
        matches!(self, Self::Normal | Self::Lognormal)
    }

    /// A number for the seeds, which stays when shapes are added.
    pub(super) fn number(self) -> u64 {
        match self {
            Self::Normal => 1,
            Self::Lognormal => 2,
            Self::Integers => 3,
            Self::Bernoulli => 4,
            Self::RareBernoulli => 5,
            Self::Missing => 6,
            Self::Levels(levels) => 1000 + u64::from(levels),
        }
    }

    /// A column of so many rows.
    pub(super) fn draw(self, rows: usize, generator: &mut Pcg64) -> TextColumn {
        match self {
            Self::Normal => numbers(rows, generator, StandardNormal, |value: f64| Some(value)),
            Self::Lognormal => {
                let lognormal = LogNormal::new(0.0, 1.0).expect("sigma is finite");
                numbers(rows, generator, lognormal, |value: f64| Some(value))
            }
            Self::Integers => {
                let poisson = Poisson::new(3.0).expect("the mean is positive");
                numbers(rows, generator, poisson, |value: f64| Some(value))
            }
            Self::Bernoulli => answers(rows, generator, 0.3),
            Self::RareBernoulli => answers(rows, generator, 0.02),
            Self::Levels(levels) => {
                let zipf = Zipf::new(f64::from(levels), 1.0).expect("the exponent is positive");
                column(rows, |text| write!(text, "level {}", zipf.sample(generator)))
            }
            Self::Missing => missing(rows, generator, 0.03),
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Normal => write!(f, "normal"),
            Self::Lognormal => write!(f, "lognormal"),
            Self::Integers => write!(f, "integers with ties"),
            Self::Bernoulli => write!(f, "Bernoulli, 30 %"),
            Self::RareBernoulli => write!(f, "Bernoulli, 2 %"),
            Self::Levels(levels) => write!(f, "{levels} Zipf levels"),
            Self::Missing => write!(f, "3 % missing"),
        }
    }
}

/// Numbers from a distribution, changed or taken away.
pub(super) fn numbers<T>(
    rows: usize,
    generator: &mut Pcg64,
    distribution: impl Distribution<T>,
    change: impl Fn(T) -> Option<f64>,
) -> TextColumn {
    column(rows, |text| match change(distribution.sample(generator)) {
        Some(value) => write!(text, "{value}"),
        None => Ok(()),
    })
}

/// Standard normal numbers.
pub(super) fn normal(rows: usize, generator: &mut Pcg64) -> TextColumn {
    Shape::Normal.draw(rows, generator)
}

/// 20 levels, and a new one in place of a share of them.
pub(super) fn with_new_level(rows: usize, generator: &mut Pcg64, share: f64) -> TextColumn {
    let zipf = Zipf::new(20.0, 1.0).expect("the exponent is positive");
    let new = Bernoulli::new(share).expect("a share");
    column(rows, |text| {
        let level: f64 = zipf.sample(generator);
        if new.sample(generator) { text.write_str("new") } else { write!(text, "level {level}") }
    })
}

/// Standard normal numbers with a share of missing ones.
pub(super) fn missing(rows: usize, generator: &mut Pcg64, share: f64) -> TextColumn {
    let absent = Bernoulli::new(share).expect("a share");
    column(rows, |text| {
        let value: f64 = StandardNormal.sample(generator);
        if absent.sample(generator) { Ok(()) } else { write!(text, "{value}") }
    })
}

fn answers(rows: usize, generator: &mut Pcg64, share: f64) -> TextColumn {
    let yes = Bernoulli::new(share).expect("a share");
    column(rows, |text| text.write_str(if yes.sample(generator) { "yes" } else { "no" }))
}

/// Cells one by one, as they would stand in a file; an empty one is missing.
pub(super) fn column(rows: usize, mut write: impl FnMut(&mut String) -> fmt::Result) -> TextColumn {
    let mut cells = TextColumn::with_capacity(rows, 20 * rows);
    let mut text = String::new();
    for _ in 0..rows {
        text.clear();
        write(&mut text).expect("a String takes everything");
        cells.push(&text);
    }
    cells
}
