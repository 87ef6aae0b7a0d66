//! Times, spans, hooks and tables, as the history says them.

use comfy_table::{Cell, ContentArrangement, Row, Table, presets};
use driftglass_history::{Action, ActionRecord};
use driftglass_report::visible;
use jiff::{SignedDuration, Span, SpanRound, Timestamp, Unit};

/// A moment to the minute, in UTC: `2026-11-23 03:10`.
pub(crate) fn minute(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// A span of time to the minute, or to the second where it is short: `1d 2h 5m`, `12s`.
pub(crate) fn span(duration: SignedDuration) -> String {
    let smallest = if duration.abs() < SignedDuration::from_mins(2) { Unit::Second } else { Unit::Minute };
    let round = SpanRound::new().largest(Unit::Day).smallest(smallest).days_are_24_hours();
    let span = Span::try_from(duration).and_then(|span| span.round(round));
    span.map_or_else(|_| format!("{duration:#}"), |span| format!("{span:#}"))
}

/// What became of a hook: `retrain by the hook "train": done`.
pub(crate) fn by_hook(action: Action, hook: &str, result: &str) -> String {
    format!("{} by the hook \"{hook}\": {result}", action.name())
}

/// Each try of a hook: `attempt 1, 2026-11-23 03:10 UTC: exit status: 0`.
pub(crate) fn attempts(record: &ActionRecord) -> impl Iterator<Item = String> {
    record.attempts.iter().zip(1..).map(|(attempt, number)| {
        let result = attempt.result.as_deref().unwrap_or("no end on record");
        format!("attempt {number}, {} UTC: {result}", minute(attempt.began))
    })
}

/// Rows under a header, in columns as wide as what they hold; nothing in them steers the terminal.
pub(crate) fn table<const N: usize>(header: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(header);
    table.add_rows(rows.map(|cells| {
        let cell = |text: String| Cell::new(if text.is_empty() { text } else { visible(&text) });
        Row::from(cells.into_iter().map(cell).collect::<Vec<_>>())
    }));
    // The cells' padding would indent the whole table by one.
    if let Some(first) = table.column_mut(0) {
        first.set_padding((0, 1));
    }
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_well() {
        let words = |seconds| span(SignedDuration::from_secs(seconds));
        assert_eq!(words(12), "12s");
        assert_eq!(words(3 * 60 + 40), "4m");
        assert_eq!(words(26 * 3600 + 300), "1d 2h 5m");
        assert_eq!(words(-90), "1m 30s ago");
    }
}
