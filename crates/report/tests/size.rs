//! How large a page is: so many bytes a column, whatever the number of rows.

mod sample;

use driftglass_core::report::ColumnReport;
use driftglass_core::{Method, Report};
use driftglass_report::html;

/// A report of so many columns, cycling through the sample's with every method that applies.
fn wide(columns: usize) -> Report {
    let full = |(i, column): (usize, &ColumnReport)| {
        let mut column = column.clone();
        column.name = format!("{}_{i}", column.name);
        if let Some(result) = column.methods.values().next().cloned() {
            for method in
                Method::ALL.iter().filter(|method| method.applies_to(column.kind) && !method.is_evidentlys())
            {
                column.methods.entry(*method).or_insert_with(|| result.clone());
            }
        }
        column
    };
    let sample = sample::report();
    let columns = sample.columns.iter().cycle().enumerate().take(columns).map(full).collect();
    Report {
        associations: sample.associations,
        domain: sample.domain,
        ..sample::of(columns, sample.findings)
    }
}

#[test]
fn a_page_is_small() {
    for (columns, budget) in [(20, 150_000), (50, 400_000)] {
        let size = html(&wide(columns), None).len();
        assert!(size < budget, "{columns} columns make {size} bytes");
    }
}

#[test]
fn a_year_of_days_is_a_few_hundred_kilobytes_more() {
    let days = html(&sample::over_time(wide(50), 365), None).len();
    let cost = days - html(&wide(50), None).len();
    assert!(cost < 520_000, "a year of days makes {cost} bytes more, {days} in all");
}

#[test]
fn a_window_of_a_column_is_packed_in_few_bytes() {
    let page = html(&sample::over_time(wide(50), 365), Some(sample::VIEWER));
    let (_, data) = page.split_once(" id=windows-data>").expect("it is packed");
    let cost = data.find('<').expect("it ends") / (365 * 50);
    assert!(cost < 60, "{cost} bytes");
}

#[test]
fn a_column_costs_little() {
    let cost = (html(&wide(50), None).len() - html(&wide(20), None).len()) / 30;
    assert!(cost < 6_500, "{cost} bytes a column");
}
