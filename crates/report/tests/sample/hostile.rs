//! Names, levels and messages that attack the surface which shows them.

use super::parts::{aspect, bare, cumulative};
use driftglass_core::ColumnType;
use driftglass_core::report::{
    Aspect, AspectName, ColumnReport, Contribution, Finding, FindingCode, Histogram, LevelCount, Severity,
    Status,
};

/// Markup that would run in HTML, a link and a mention in Markdown, and a sequence that clears a terminal.
pub(crate) const PAYLOAD: &str = "</title></style><script>alert(1)</script>\"'><img src=x onerror=alert(2)>|[a](javascript:alert(3)) `b` @everyone https://evil.example \u{1b}[2J\u{9b}31m\u{7}\r\n# c\u{202e}d\u{2066}\0";

/// Every kind of hostile name, each in every place where a column's data is shown.
pub(crate) fn columns() -> Vec<ColumnReport> {
    let long = "n".repeat(10_000);
    let names = [
        PAYLOAD,
        "\u{202e}gnp.exe\u{200f}",
        "שלום: 1",
        "👩‍👩‍👧 größe",
        "",
        " ",
        "=cmd|' /C calc'!A0",
        "``` ``",
        "\u{feff}\u{ad}\u{7f}\u{85}\u{2028}",
        long.as_str(),
    ];
    let statuses = [Status::Severe, Status::Moderate, Status::Slight, Status::Stable];
    let named = || names.iter().zip(statuses.into_iter().cycle());
    let levels = named().map(|(name, status)| hostile(name, status));
    let numbers = named().map(|(name, status)| charted(name, status));
    levels.chain(numbers).chain([untested()]).collect()
}

/// A column whose charts are called after it, with values at the ends of what a number can be.
fn charted(name: &str, status: Status) -> ColumnReport {
    let histogram = Histogram {
        edges: Some([-f64::MAX, 0.0, f64::MIN_POSITIVE, f64::MAX].map(Into::into).to_vec()),
        logarithmic: true,
        labels: None,
        rest: None,
        reference: vec![1, 0, u64::MAX / 2],
        current: vec![0, 0, 1],
    };
    let column = ColumnReport { reason: Some(name.to_owned()), ..bare(name, ColumnType::Numeric, status) };
    ColumnReport { cumulative: Some(cumulative(&histogram)), histogram: Some(histogram), ..column }
}

fn hostile(name: &str, status: Status) -> ColumnReport {
    let mut column = bare(name, ColumnType::Categorical, status);
    let level = LevelCount { label: name.to_owned(), count: 1 };
    column.moved = Some(format!("{name} \"{name}\": 1 % → 2 %"));
    column.contributions = vec![Contribution {
        label: name.to_owned(),
        reference: 0.1.into(),
        current: 0.2.into(),
        share: f64::NAN.into(),
    }];
    let counts = Histogram {
        edges: None,
        logarithmic: false,
        labels: Some(vec![name.to_owned()]),
        rest: None,
        reference: vec![u64::MAX],
        current: vec![0],
    };
    let classified =
        aspect(AspectName::Classifier, ("classifier", 1.0, 0.0, 0.0), 9.0, Some(name), Some(counts));
    let set_aside = Aspect { title: name.to_owned(), reason: Some(name.to_owned()), ..classified.clone() };
    column.aspects =
        vec![Aspect { title: name.to_owned(), method: name.to_owned(), ..classified }, set_aside];
    column.new_values = vec![level.clone()];
    column.vanished_values = vec![level];
    column.histogram = Some(Histogram {
        edges: None,
        logarithmic: false,
        labels: Some(vec![name.to_owned()]),
        rest: None,
        reference: vec![0],
        current: vec![u64::MAX],
    });
    column
}

fn untested() -> ColumnReport {
    let mut column = bare("untested", ColumnType::Numeric, Status::Untested);
    column.reason = Some(PAYLOAD.to_owned());
    // Lengths that do not fit together must not end the page.
    column.histogram = Some(Histogram {
        edges: Some(vec![0.0.into(), f64::NAN.into()]),
        logarithmic: false,
        labels: None,
        rest: None,
        reference: vec![1, 2, 3],
        current: vec![],
    });
    column
}

/// Findings that quote the data.
pub(crate) fn findings() -> Vec<Finding> {
    vec![
        super::finding(FindingCode::Other, Severity::Error, Some(PAYLOAD), PAYLOAD),
        super::finding(FindingCode::Other, Severity::Info, None, &"m".repeat(10_000)),
    ]
}
