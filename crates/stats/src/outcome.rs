//! What a test returns: numbers, or the reason why there are none.

use std::fmt;

/// The result of one method on one pair of samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The method's statistic, on the scale that its documentation gives.
    pub statistic: f64,
    /// The probability of a statistic at least as extreme under no drift; `None` where the method has no null
    /// distribution.
    pub p_value: Option<f64>,
}

/// Why a method does not apply to a pair of samples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untestable {
    /// One of the samples has no value.
    Empty,
    /// A sample has fewer values than the method needs.
    TooFew {
        /// The least number of values in each sample.
        needed: usize,
    },
    /// Both samples hold one and the same value.
    Constant,
    /// The method needs a table of another shape, such as 2 x 2.
    Shape {
        /// What it needs, in words.
        needed: &'static str,
    },
    /// The arithmetic has no finite answer, such as a singular covariance.
    Degenerate {
        /// What is degenerate, in words.
        what: &'static str,
    },
}

impl fmt::Display for Untestable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "one of the samples has no values"),
            Self::TooFew { needed } => write!(f, "each sample needs at least {needed} values"),
            Self::Constant => write!(f, "both samples hold one and the same value"),
            Self::Shape { needed } => write!(f, "needs {needed}"),
            Self::Degenerate { what } => write!(f, "{what}"),
        }
    }
}

impl std::error::Error for Untestable {}
