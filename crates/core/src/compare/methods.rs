//! Every method by its id, on the values of a column.

use super::table::Table;
use super::values::Values;
use crate::{ColumnType, Method};
use driftglass_stats::{self as stats, Distribution, Outcome, Smoothing, Untestable};

/// Draws of a Monte Carlo p-value.
const DRAWS: usize = 10_000;

impl Method {
    /// Whether a column is judged by the method's statistic, not by its p-value, when the method decides.
    pub fn is_distance(self) -> bool {
        matches!(
            self,
            Self::Wasserstein
                | Self::Energy
                | Self::Psi
                | Self::JensenShannon
                | Self::KlDivergence
                | Self::Hellinger
                | Self::TotalVariation
                | Self::LInfinity
        )
    }

    /// Whether the method can say anything about columns of a type.
    pub fn applies_to(self, kind: ColumnType) -> bool {
        match self {
            Self::Ks
            | Self::Kuiper
            | Self::CramerVonMises
            | Self::AndersonDarling
            | Self::MannWhitney
            | Self::TTest
            | Self::BrownForsythe
            | Self::EppsSingleton
            | Self::Wasserstein
            | Self::Energy => kind.is_ordered(),
            Self::ChiSquare | Self::GTest | Self::FisherExact | Self::ZTest | Self::CramersV => {
                !kind.is_ordered()
            }
            Self::Psi
            | Self::JensenShannon
            | Self::KlDivergence
            | Self::Hellinger
            | Self::TotalVariation
            | Self::LInfinity => true,
        }
    }
}

/// One method on one column.
pub(super) fn run(method: Method, values: &Values, table: &Table, seed: u64) -> Result<Outcome, Untestable> {
    let (reference, current) = (table.reference.as_slice(), table.current.as_slice());
    let on_line = |test: fn(&Distribution, &Distribution) -> Result<Outcome, Untestable>| match values {
        Values::Line([reference, current]) => test(&reference.distribution, &current.distribution),
        Values::Levels(_) => Err(Untestable::Shape { needed: "values on a line" }),
    };
    match method {
        Method::Ks => on_line(stats::ks),
        Method::Wasserstein => on_line(stats::wasserstein),
        Method::ChiSquare => stats::chi_square(reference, current),
        Method::GTest => stats::g_test(reference, current),
        Method::Psi => stats::psi(reference, current, Smoothing::HalfCount),
        Method::JensenShannon => stats::jensen_shannon(reference, current, Smoothing::None),
        Method::KlDivergence => stats::kl_divergence(reference, current, Smoothing::HalfCount),
        _ => Err(Untestable::Shape { needed: "nothing yet" }),
    }
}
