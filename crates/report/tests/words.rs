//! The verdict in words.

mod sample;

use driftglass_core::ColumnType;
use driftglass_core::report::{ColumnReport, Status};
use driftglass_report::{headline, meaning};
use sample::{bare, of};

fn words(statuses: &[Status]) -> String {
    let columns: Vec<ColumnReport> =
        (0..).zip(statuses).map(|(i, status)| bare(&format!("c{i}"), ColumnType::Numeric, *status)).collect();
    let report = of(columns, Vec::new());
    format!("{} {}", headline(&report), meaning(&report))
}

#[test]
fn the_headline_counts_and_names_what_drifted() {
    use Status::{Moderate, Severe, Slight, Stable, Untested};
    let cases: [(&[Status], &str); 12] = [
        (&[], "No column could be tested. So there is no verdict; every column says why it was left out."),
        (
            &[Untested],
            "No column could be tested. So there is no verdict; every column says why it was left out.",
        ),
        (&[Stable], "The one column did not drift. The data set is stable."),
        (
            &[Severe],
            "The one column drifted: c0. The data set drifted: 100 % of columns did, and the limit is 50 %.",
        ),
        (
            &[Slight, Stable],
            "None of 2 columns drifted. The data set is stable. 1 column changed, too little to matter.",
        ),
        (
            &[Severe, Slight, Stable],
            "1 of 3 columns drifted: c0. Not enough to call the data set drifted: the limit is 50 % of columns. 1 more column changed, too little to matter.",
        ),
        (
            &[Severe, Severe, Slight, Slight],
            "2 of 4 columns drifted: c0 and c1. The data set drifted: 50 % of columns did, and the limit is 50 %. 2 more columns changed, too little to matter.",
        ),
        (&[Stable, Stable, Untested], "None of 2 tested columns drifted. The data set is stable."),
        (
            &[Severe, Stable, Stable],
            "1 of 3 columns drifted: c0. Not enough to call the data set drifted: the limit is 50 % of columns.",
        ),
        (
            &[Severe, Moderate, Moderate, Stable, Stable, Stable, Stable],
            "3 of 7 columns drifted: c0, c1 and c2. Not enough to call the data set drifted: the limit is 50 % of columns.",
        ),
        (
            &[Severe, Severe, Moderate, Moderate, Stable],
            "4 of 5 columns drifted, most of all c0, c1 and c2. The data set drifted: 80 % of columns did, and the limit is 50 %.",
        ),
        (
            &[Severe, Severe],
            "All 2 columns drifted: c0 and c1. The data set drifted: 100 % of columns did, and the limit is 50 %.",
        ),
    ];
    for (statuses, expected) in cases {
        assert_eq!(words(statuses), expected);
    }
}
