//! How a column's own result becomes a verdict.

use crate::Method;
use crate::policy::{ColumnRules, Policy, Preset};

/// How a column's own result becomes a verdict.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Judge {
    /// The p-value, adjusted over the report, says whether the change is real, the effect whether it matters.
    PValue { alpha: f64 },
    /// The p-value says it all; `at_alpha` where one equal to alpha is drift too.
    PValueAlone { alpha: f64, at_alpha: bool },
    /// The p-value, unadjusted, and the index must both say so.
    PValueAndIndex { alpha: f64, index: f64 },
    /// The statistic says it all.
    Statistic { threshold: f64 },
}

/// The distance at which a column drifted where the rules give none.
const CUSTOMARY_DISTANCE: f64 = 0.1;

impl Judge {
    /// What the rules make of the method that decides.
    pub(super) fn of(primary: Method, rules: &ColumnRules, policy: &Policy) -> Self {
        let alpha = rules.alpha.unwrap_or(policy.alpha);
        match (rules.threshold, primary) {
            (Some(threshold), _) => Self::Statistic { threshold },
            (None, _) if rules.permutations.is_some() && primary.can_permute() => Self::PValue { alpha },
            (None, Method::Psi) => Self::Statistic { threshold: policy.moderate },
            (None, method) if method.is_distance() => Self::Statistic { threshold: CUSTOMARY_DISTANCE },
            (None, _) if policy.preset == Preset::Classic => {
                Self::PValueAndIndex { alpha, index: policy.moderate }
            }
            (None, method) if policy.preset == Preset::Evidently => {
                Self::PValueAlone { alpha, at_alpha: drifts_at_alpha(method) }
            }
            (None, _) => Self::PValue { alpha },
        }
    }

    pub(super) fn is_by_statistic(self) -> bool {
        matches!(self, Self::Statistic { .. })
    }

    /// Whether there is a change, whatever its size.
    pub(super) fn sees_change(self, statistic: Option<f64>, p_value: Option<f64>) -> bool {
        match self {
            Self::PValue { alpha } | Self::PValueAndIndex { alpha, .. } => p_value.is_some_and(|p| p < alpha),
            Self::PValueAlone { alpha, at_alpha } => {
                p_value.is_some_and(|p| p < alpha || (at_alpha && p <= alpha))
            }
            Self::Statistic { threshold } => statistic.is_some_and(|statistic| statistic >= threshold),
        }
    }
}

/// Whether Evidently calls a p-value equal to alpha drift; to all of its tests but these it is not.
fn drifts_at_alpha(method: Method) -> bool {
    matches!(method, Method::Ks | Method::CramerVonMises)
}
