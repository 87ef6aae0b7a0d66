//! What the report says of a column that was not held whole.

use super::values::Values;
use crate::profile::{Detail, GROUPS};
use crate::report::{Condensed, Finding, FindingCode, Severity, Sketch};
use driftglass_stats::ks_within;

/// How the values of both sides were held, and how far off that may put the Kolmogorov-Smirnov test.
pub(super) fn of(values: &Values, detail: Detail) -> Sketch {
    let range = match values {
        Values::Line([reference, current]) => {
            ks_within(&reference.distribution, &current.distribution, [0.0, detail.hidden]).ok()
        }
        Values::Levels(_) => None,
    };
    Sketch {
        reference: condensed(detail, 0),
        current: condensed(detail, 1),
        rank_error: range.map(|_| detail.hidden).into(),
        p_value_low: range.map(|[low, _]| low).into(),
        p_value_high: range.map(|[_, high]| high).into(),
        could_overturn: false,
    }
}

fn condensed(detail: Detail, side: usize) -> Option<Condensed> {
    let (bits, zeros) = (detail.bits[side], detail.zeros[side]);
    let texts = (zeros > 0).then(|| 1.0 / one_in(zeros) as f64);
    (bits.is_some() || zeros > 0).then(|| Condensed { bits, texts: texts.map(Into::into) })
}

pub(super) fn finding(name: &str, detail: Detail) -> Finding {
    let is_condensed = [0, 1].map(|side| detail.bits[side].is_some() || detail.zeros[side] > 0);
    let sides = match is_condensed {
        [true, true] => "both sides have",
        [true, false] => "the reference has",
        [false, _] => "the current data has",
    };
    let bits = detail.bits.into_iter().flatten().min();
    let zeros = detail.zeros.into_iter().max().filter(|zeros| *zeros > 0);
    let how = [
        bits.map(|bits| format!("numbers were compared rounded to 1 part in {}", 1_u64 << bits)),
        zeros.map(|zeros| {
            format!(
                "of texts 1 in {} was told apart, the others were compared in {GROUPS} groups",
                one_in(zeros)
            )
        }),
    ];
    let how = how.into_iter().flatten().collect::<Vec<_>>().join(", and ");
    Finding {
        code: FindingCode::Sketched,
        severity: Severity::Info,
        column: Some(name.to_owned()),
        message: format!("{sides} more distinct values than memory was given for; {how}"),
    }
}

fn one_in(zeros: u32) -> u64 {
    1 << zeros
}
