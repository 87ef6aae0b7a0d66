//! Every method by its id, on the values of a column.

use super::evidently;
use super::table::Table;
use super::values::Values;
use crate::{ColumnType, Method};
use driftglass_stats::{self as stats, Outcome, Samples, Smoothing, Untestable};

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
                | Self::JensenShannonNats
                | Self::WassersteinFloored
        )
    }

    /// Whether the method is Evidently's form of another one. It is computed where it decides, and nowhere else.
    pub fn is_evidentlys(self) -> bool {
        matches!(self, Self::ChiSquareFit | Self::JensenShannonNats | Self::WassersteinFloored)
    }

    /// Whether a p-value can be had by dealing the rows of both sides anew.
    pub(crate) fn can_permute(self) -> bool {
        matches!(self, Self::Wasserstein | Self::Energy | Self::JensenShannon)
    }

    /// Whether the method is computed for every column of a type.
    pub(crate) fn is_shown_for(self, kind: ColumnType) -> bool {
        self.applies_to(kind) && !self.is_evidentlys()
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
            | Self::Energy
            | Self::WassersteinFloored => kind.is_ordered(),
            Self::ChiSquare
            | Self::GTest
            | Self::FisherExact
            | Self::ZTest
            | Self::CramersV
            | Self::ChiSquareFit
            | Self::JensenShannonNats => !kind.is_ordered(),
            Self::Psi
            | Self::JensenShannon
            | Self::KlDivergence
            | Self::Hellinger
            | Self::TotalVariation
            | Self::LInfinity => true,
        }
    }
}

/// A column as the methods read it.
pub(super) struct Tested<'a> {
    pub(super) values: &'a Values<'a>,
    /// The values of either side, where they are on a line.
    pub(super) samples: Option<&'a Samples<'a>>,
    pub(super) table: &'a Table,
    /// That of Monte Carlo p-values.
    pub(super) seed: u64,
}

impl Tested<'_> {
    /// A test that reads values on a line.
    pub(super) fn on_line(
        &self,
        test: fn(&Samples<'_>) -> Result<Outcome, Untestable>,
    ) -> Result<Outcome, Untestable> {
        self.samples.map_or(Err(Untestable::Shape { needed: "values on a line" }), test)
    }

    /// What one method says.
    pub(super) fn run(&self, method: Method) -> Result<Outcome, Untestable> {
        let Self { values, table, seed, .. } = *self;
        let (reference, current) = (table.reference.as_slice(), table.current.as_slice());
        let is_sparse = stats::sparse(reference, current);
        let on_line = |test| self.on_line(test);
        match method {
            Method::Ks => on_line(stats::ks),
            Method::Kuiper => on_line(stats::kuiper),
            Method::CramerVonMises => on_line(stats::cramer_von_mises),
            Method::AndersonDarling => on_line(stats::anderson_darling),
            Method::MannWhitney => on_line(stats::mann_whitney),
            Method::TTest => on_line(stats::t_test),
            Method::BrownForsythe => on_line(stats::brown_forsythe),
            Method::EppsSingleton => on_line(stats::epps_singleton),
            Method::Wasserstein => on_line(stats::wasserstein),
            Method::Energy => on_line(stats::energy),
            Method::ChiSquare if is_sparse => stats::chi_square_monte_carlo(reference, current, seed),
            Method::ChiSquare => stats::chi_square(reference, current),
            Method::GTest if is_sparse => stats::g_test_monte_carlo(reference, current, seed),
            Method::GTest => stats::g_test(reference, current),
            Method::FisherExact => stats::fisher_exact(reference, current),
            Method::ZTest => stats::z_test(reference, current),
            Method::CramersV => stats::cramers_v(reference, current),
            Method::Psi => stats::psi(reference, current, Smoothing::HalfCount),
            Method::JensenShannon => stats::jensen_shannon(reference, current, Smoothing::None),
            Method::KlDivergence => stats::kl_divergence(reference, current, Smoothing::HalfCount),
            Method::Hellinger => stats::hellinger(reference, current, Smoothing::None),
            Method::TotalVariation => stats::total_variation(reference, current, Smoothing::None),
            Method::LInfinity => stats::l_infinity(reference, current, Smoothing::None),
            Method::ChiSquareFit => evidently::chi_square_fit(values),
            Method::JensenShannonNats => evidently::jensen_shannon_nats(values),
            Method::WassersteinFloored => on_line(evidently::wasserstein_floored),
        }
    }
}
