//! What the report says of a column that was not held whole.

use super::values::Values;
use crate::profile::Rounding;
use crate::report::{Condensed, Finding, FindingCode, Severity, Sketch};
use driftglass_stats::ks_within;

/// How the values of both sides were held, and how far off that may put the Kolmogorov-Smirnov test.
pub(super) fn of(values: &Values, rounding: Rounding) -> Sketch {
    let [reference, current] = rounding.bits.map(|bits| bits.map(|bits| Condensed { bits: Some(bits) }));
    let range = match values {
        Values::Line([reference, current]) => {
            ks_within(&reference.distribution, &current.distribution, [0.0, rounding.hidden]).ok()
        }
        Values::Levels(_) => None,
    };
    Sketch {
        reference,
        current,
        rank_error: range.map(|_| rounding.hidden).into(),
        p_value_low: range.map(|[low, _]| low).into(),
        p_value_high: range.map(|[_, high]| high).into(),
        could_overturn: false,
    }
}

pub(super) fn finding(name: &str, rounding: Rounding) -> Finding {
    let sides = match rounding.bits {
        [Some(_), Some(_)] => "both sides have",
        [Some(_), None] => "the reference has",
        _ => "the current data has",
    };
    let bits = rounding.bits.into_iter().flatten().min().unwrap_or(0);
    Finding {
        code: FindingCode::Sketched,
        severity: Severity::Info,
        column: Some(name.to_owned()),
        message: format!(
            "{sides} more distinct values than memory was given for; they were compared rounded to 1 part in {}",
            1_u64 << bits
        ),
    }
}
