//! What a column is and how it is spelled is told by all data.

use crate::data::{DAY, MONDAY, Row, over_time, row};
use driftglass_core::report::Quantile;
use driftglass_core::{ColumnType, Number};

#[test]
fn values_are_read_as_all_data_spell_them() {
    // Of days 1 to 12 alone the month could come first, and three digits behind the comma alone could be thousands.
    let data: Vec<Row> = (0..38 * 40)
        .map(|n| {
            let day = n / 40;
            let (of_month, month) = if day < 27 { (day + 5, 1) } else { (day - 26, 2) };
            let price =
                if day < 27 { format!("{},{:02}", n % 9, n % 97) } else { format!("1,{:03}", 200 + n % 97) };
            [row(f64::from(day), 0.0, "")[0].clone(), format!("{of_month:02}/{month:02}/2026"), price]
        })
        .collect();
    let report = over_time(None, &data, ["1d", "", "previous", "", ""]);
    let last = report.windows.last().unwrap();
    assert_eq!(last.span.label, "2026-02-11");
    let median =
        |quantiles: &[Quantile]| quantiles.iter().find(|one| one.p.get() == Some(0.5)).unwrap().value;
    let of_window = |name: &str| median(&last.columns.iter().find(|one| one.name == name).unwrap().quantiles);
    let of_body = |name: &str| {
        median(
            &report.columns.iter().find(|one| one.name == name).unwrap().current.as_ref().unwrap().quantiles,
        )
    };
    for of in [&of_window as &dyn Fn(&str) -> Number, &of_body] {
        assert_eq!(of("x").get(), Some(MONDAY + 37.0 * DAY));
        let price = of("level").get().unwrap();
        assert!((1.2..1.3).contains(&price), "{price}");
    }
}

#[test]
fn texts_of_one_data_set_are_texts() {
    let text = |n: u32| format!("they said {} of it", n * 7919 % 700);
    let data: Vec<Row> = (0..1000_u32).map(|n| row(f64::from(n) / 100.0, 0.0, &text(n))).collect();
    let report = over_time(None, &data, ["1d", "", "previous", "", ""]);
    let window = report.windows.last().unwrap().columns.iter().find(|column| column.name == "level").unwrap();
    assert!(!window.quantiles.is_empty(), "of their lengths: {window:?}");
    assert_eq!(report.columns.iter().find(|column| column.name == "level").unwrap().kind, ColumnType::Text);
}
