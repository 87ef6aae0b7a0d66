//! The report for a terminal: read by a person, searched by a pipeline. One line a column, words beside
//! colour, and nothing from the data that could steer the terminal.

use crate::facts::{missing_shares, most_important_first, severity_word, shown_p_value, worst_first};
use crate::format::effect::{effect, effect_with_interval};
use crate::format::number::{NONE, p_value};
use crate::format::text::{plain, plural, shorten};
use crate::headline::{headline, meaning};
use crate::over_time;
use crate::timeline::CHANGES;
use crate::together::{Told, before_and_after, changed, listed, relations, told_apart};
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Row, Table, presets};
use driftglass_core::Report;
use driftglass_core::policy::Correction;
use driftglass_core::report::{Association, ColumnReport, Finding, PolicySummary, Source, Status};

/// How the terminal is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TerminalOptions {
    /// Columns of the terminal, to which the table is fitted; without it nothing is cut for want of room.
    pub width: Option<u16>,
    /// Whether status words are coloured.
    pub color: bool,
    /// How many columns are listed; all of them without it.
    pub top: Option<usize>,
}

/// From this width on, a table has room for what moved.
const WIDE: u16 = 120;
/// Of a longer name the rest is left out.
const NAME: usize = 48;
/// Of a longer sentence the rest is left out.
const SENTENCE: usize = 160;
/// Of more findings than this the last are a number.
const FINDINGS: usize = 20;
/// Windows that are listed, the last ones.
const WINDOWS: usize = 7;

/// The verdict, both data sets, a line a column, what columns say together, and the findings.
pub fn terminal(report: &Report, options: &TerminalOptions) -> String {
    let mut lines = vec![headline(report), meaning(report), String::new()];
    lines.push(source("reference", &report.reference));
    lines.push(source("current  ", &report.current));
    lines.push(String::new());
    let columns = most_important_first(report);
    let shown = options.top.map_or(columns.len(), |top| top.min(columns.len()));
    lines.extend(table(&columns[..shown], &report.policy, *options));
    if shown < columns.len() {
        lines.push(plain(&format!("and {}", plural((columns.len() - shown) as u64, "more column"))));
    }
    lines.extend(together(report));
    lines.extend(windows(report));
    if !report.findings.is_empty() {
        lines.push(String::new());
        lines.extend(worst_first(&report.findings).into_iter().take(FINDINGS).map(finding));
        if let Some(more) = report.findings.len().checked_sub(FINDINGS).filter(|more| *more > 0) {
            lines.push(plain(&format!("and {more} more in the report")));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

fn source(side: &str, source: &Source) -> String {
    plain(&format!(
        "{side}  {}  {}, {}",
        shorten(&source.name, NAME),
        plural(source.rows, "row"),
        plural(source.columns, "column")
    ))
}

/// The table. A narrow one leaves out the intervals and what moved, so that names and figures stay whole.
fn table(columns: &[&ColumnReport], policy: &PolicySummary, options: TerminalOptions) -> Vec<String> {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_truncation_indicator("…");
    let arrangement =
        if options.width.is_some() { ContentArrangement::Dynamic } else { ContentArrangement::Disabled };
    table.set_content_arrangement(arrangement);
    if let Some(width) = options.width {
        table.set_width(width);
    }
    let wide = options.width.is_none_or(|width| width >= WIDE);
    let name = options.width.map_or(NAME, |width| NAME.min(usize::from(width) / 5));
    let p = if policy.correction == Correction::None { "P" } else { "ADJUSTED P" };
    let header = ["STATUS", "COLUMN", "TYPE", "EFFECT", p, "MISSING", "WHAT MOVED"].map(str::to_owned);
    table.set_header(row(header, wide));
    table.add_rows(columns.iter().map(|column| row(cells(column, policy, name, wide), wide)));
    // The cells' padding would indent the whole table by one.
    if let Some(first) = table.column_mut(0) {
        first.set_padding((0, 1));
    }
    if wide {
        // Only what moved gives way.
        table.column_iter_mut().take(6).for_each(|column| {
            column.set_constraint(ColumnConstraint::ContentWidth);
        });
    }
    let mut lines = table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    if options.color {
        for (line, column) in lines.iter_mut().skip(1).zip(columns) {
            *line = colored(line, column.status);
        }
    }
    lines
}

/// A row that is cut, not wrapped, where it has no room; without its last cell where the table is narrow.
fn row(cells: [String; 7], wide: bool) -> Row {
    let shown = if wide { 7 } else { 6 };
    let mut row =
        Row::from(cells.into_iter().take(shown).map(|text| Cell::new(plain(&text))).collect::<Vec<_>>());
    row.max_height(1);
    row
}

fn cells(column: &ColumnReport, policy: &PolicySummary, name: usize, wide: bool) -> [String; 7] {
    let sentence = column.reason.as_deref().or(column.moved.as_deref());
    let show_effect = if wide { effect_with_interval } else { effect };
    [
        status(column.status),
        shorten(&column.name, name),
        column.kind.name().to_owned(),
        column.effect.as_ref().map_or_else(|| NONE.to_owned(), show_effect),
        p_value(shown_p_value(column.p_value, column.q_value, policy)),
        missing_shares(column),
        sentence.map_or_else(String::new, |text| shorten(text, SENTENCE)),
    ]
}

fn status(status: Status) -> String {
    let mark = match status {
        Status::Stable => '○',
        Status::Slight => '◔',
        Status::Moderate => '◑',
        Status::Severe => '●',
        Status::Untested => '◌',
    };
    format!("{mark} {}", status.name())
}

/// The line with its first cell, the status, in the status's colour (SGR, ECMA-48).
fn colored(line: &str, column: Status) -> String {
    let code = match column {
        Status::Stable => "32",
        Status::Slight => "36",
        Status::Moderate => "33",
        Status::Severe => "1;31",
        Status::Untested => "2",
    };
    let status = status(column);
    line.strip_prefix(&status)
        .map_or_else(|| line.to_owned(), |rest| format!("\u{1b}[{code}m{status}\u{1b}[0m{rest}"))
}

/// A line on the pairs of columns and one on the classifier, after an empty one.
fn together(report: &Report) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(sentence) = relations(report) {
        let pair = |pair: &&Association| {
            let side = |name: &str| shorten(name, NAME);
            format!(": {} and {}, {}", side(&pair.left), side(&pair.right), before_and_after(pair))
        };
        let strongest = changed(report).first().map(pair).unwrap_or_default();
        lines.push(plain(&format!("relations   {sentence}{strongest}")));
    }
    if let Some(Told { lead, names }) = report.domain.as_ref().and_then(told_apart) {
        let names = names.iter().map(|name| shorten(name, NAME)).collect::<Vec<_>>();
        lines.push(plain(&format!("classifier  {}{}", shorten(&lead, SENTENCE), listed(&names))));
    }
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}

/// What the windows come to, the last of them, and when columns changed, after an empty line.
fn windows(report: &Report) -> Vec<String> {
    let Some(sentence) = over_time::windows(report) else { return Vec::new() };
    let name = |name: &str| shorten(name, NAME);
    let mut lines = vec![String::new(), plain(&format!("over time   {sentence}"))];
    for window in report.windows.iter().rev().take(WINDOWS).rev() {
        let columns = over_time::drifted(window);
        let colon = if columns.is_empty() { "" } else { ": " };
        let outcome = over_time::outcome(window);
        lines.push(plain(&format!("            {outcome}{colon}{}", over_time::named(&columns, name))));
    }
    for (moment, columns) in over_time::moments(report).iter().take(CHANGES) {
        lines.push(plain(&format!("changed     {moment}: {}", over_time::named(columns, name))));
    }
    lines
}

fn finding(finding: &Finding) -> String {
    let word = severity_word(finding.severity);
    let column =
        finding.column.as_deref().map_or_else(String::new, |name| format!("{}: ", shorten(name, NAME)));
    plain(&format!("{word}: {column}{}", shorten(&finding.message, 2 * SENTENCE)))
}
