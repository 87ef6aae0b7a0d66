//! What the report says of a column that was not held whole.

use super::findings::SIDES;
use crate::profile::{Detail, GROUPS, Profile};
use crate::report::{Condensed, Finding, FindingCode, Severity, Sketch};
use driftglass_stats::{Samples, ks_within};

/// How the values of both sides were held, and how far off that may put the Kolmogorov-Smirnov test.
pub(super) fn of(samples: Option<&Samples<'_>>, detail: Detail, min_counts: [Option<u64>; 2]) -> Sketch {
    let errors = [detail.blurred, detail.hidden + detail.blurred];
    let range = samples.and_then(|samples| ks_within(samples, errors).ok());
    Sketch {
        reference: condensed(detail, 0, min_counts[0]),
        current: condensed(detail, 1, min_counts[1]),
        rank_error: range.map(|_| detail.hidden + detail.blurred).into(),
        p_value_low: range.map(|[low, _]| low).into(),
        p_value_high: range.map(|[_, high]| high).into(),
        could_overturn: false,
    }
}

fn condensed(detail: Detail, side: usize, min_count: Option<u64>) -> Option<Condensed> {
    let (bits, zeros) = (detail.bits[side], detail.zeros[side]);
    let texts = (zeros > 0).then(|| 1.0 / one_in(zeros) as f64);
    let is_whole = bits.is_none() && zeros == 0 && min_count.is_none();
    (!is_whole).then(|| Condensed { bits, texts: texts.map(Into::into), min_count })
}

/// Nothing where the column has all its values, but for rare ones.
pub(super) fn finding(name: &str, detail: Detail) -> Option<Finding> {
    let is_condensed = [0, 1].map(|side| detail.bits[side].is_some() || detail.zeros[side] > 0);
    let sides = match is_condensed {
        [true, true] => "both sides have",
        [true, false] => "the reference has",
        [false, true] => "the current data has",
        [false, false] => return None,
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
    Some(Finding {
        code: FindingCode::Sketched,
        severity: Severity::Info,
        column: Some(name.to_owned()),
        message: format!("{sides} more distinct values than memory was given for; {how}"),
    })
}

/// What the report cannot say because a side was saved without what few rows share.
pub(super) fn rare(profiles: [&Profile; 2]) -> Vec<Finding> {
    let said = profiles.iter().zip(SIDES).filter_map(|(profile, side)| {
        let least = profile.min_count()?;
        Some(Finding {
            code: FindingCode::Sketched,
            severity: Severity::Info,
            column: None,
            message: format!(
                "{side} was saved without what fewer than {least} rows share, and without a sample of its rows: \
                 pairs of columns, whole rows and repeated rows were not compared"
            ),
        })
    });
    said.collect()
}

fn one_in(zeros: u32) -> u64 {
    1 << zeros
}
