//! The report as Markdown (GitHub's flavour), for a pull request or a job's summary.

use crate::facts::{
    missing_shares, most_important_first, p_heading, severity_word, shown_p_value, worst_first,
};
use crate::format::effect::{effect, effect_with_interval};
use crate::format::method::preset;
use crate::format::number::{NONE, p_value, percent, setting};
use crate::format::text::{plain, plural, shorten};
use crate::headline::Headline;
use crate::over_time;
use crate::stop::Stop;
use crate::timeline::CHANGES;
use crate::together::{Told, before_and_after, changed, listed, relations, told_apart};
use driftglass_core::Report;
use driftglass_core::report::{Aspect, Association, ColumnReport, PolicySummary, Source, Status};
use std::fmt::Write;

/// Of a longer name the rest is left out.
const NAME: usize = 80;
/// Of a longer sentence the rest is left out.
const SENTENCE: usize = 300;
/// Of more stable columns than this the last are a number.
const STABLE: usize = 30;
/// Of more pairs of columns than this the last are left out.
const PAIRS: usize = 5;
/// Windows that are listed, the last ones.
const WINDOWS: usize = 14;

/// The verdict, what stopped the check beside its report, both data sets, a table of the columns, the findings and the policy.
pub fn markdown(report: &Report, stops: &[Stop]) -> String {
    let Headline { lead, names, meaning } = Headline::new(report);
    let names = names.iter().map(|name| prose(name)).collect::<Vec<_>>();
    let names = match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    let mut text = format!("# {lead}{names}.\n\n{meaning}\n\n");
    text += &markdown_stops(stops);
    text += &source("Reference", &report.reference);
    text += &source("Current", &report.current);
    text += "\n";
    text += &table(report);
    text += &aspects(report);
    text += &together(report);
    text += &windows(report);
    text += &findings(report);
    text += &footer(report);
    plain(&text)
}

/// A paragraph for each thing that stopped a check beside its report.
pub fn markdown_stops(stops: &[Stop]) -> String {
    let paragraph = |stop: &Stop| format!("**Stopped:** {}.\n\n", prose(&stop.reason()));
    stops.iter().map(paragraph).collect()
}

fn source(side: &str, source: &Source) -> String {
    format!(
        "- {side}: {}, {}, {}\n",
        code(&source.name, NAME),
        plural(source.rows, "row"),
        plural(source.columns, "column")
    )
}

fn table(report: &Report) -> String {
    let policy = &report.policy;
    let p = p_heading(policy);
    let mut text = format!(
        "| Status | Column | Type | Effect | {p} | Missing | What moved |\n| --- | --- | --- | --- | --- | --- | --- |\n"
    );
    let stable = report.columns.iter().filter(|column| column.status == Status::Stable).skip(STABLE).count();
    let mut room = STABLE;
    for column in most_important_first(report) {
        if column.status == Status::Stable {
            let Some(left) = room.checked_sub(1) else { continue };
            room = left;
        }
        text += &row(column, policy);
    }
    if stable > 0 {
        // Writing to a String cannot fail.
        let _ = write!(text, "\n{} left out.\n", plural(stable as u64, "more stable column"));
    }
    text
}

fn row(column: &ColumnReport, policy: &PolicySummary) -> String {
    let status = column.status.name();
    let status = if column.drifted { format!("**{status}**") } else { status.to_owned() };
    let moved = column.reason.as_deref().or(column.moved.as_deref()).map_or_else(String::new, prose);
    let effect = column.effect.as_ref().map_or_else(|| NONE.to_owned(), effect_with_interval);
    format!(
        "| {status} | {} | {} | {effect} | {} | {} | {moved} |\n",
        code(&column.name, NAME),
        column.kind.name(),
        p_value(shown_p_value(column.p_value, column.q_value, policy)),
        missing_shares(column),
    )
}

/// A line for each column with aspects that drifted.
fn aspects(report: &Report) -> String {
    let mut text = String::new();
    for column in &report.columns {
        let words = |aspect: &Aspect| {
            let moved = aspect.moved.as_deref().unwrap_or(aspect.name.title());
            let effect =
                aspect.effect.as_ref().map_or_else(String::new, |size| format!(" ({})", effect(size)));
            prose(moved) + &effect
        };
        let drifted: Vec<String> = column.aspects.iter().filter(|aspect| aspect.drifted).map(words).collect();
        if !drifted.is_empty() {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "\n{} by aspect: {}.", code(&column.name, NAME), drifted.join("; "));
        }
    }
    text
}

fn together(report: &Report) -> String {
    // Writing to a String cannot fail.
    let mut text = String::new();
    if let Some(sentence) = relations(report) {
        let pair = |pair: &Association| {
            format!("{} and {} ({})", code(&pair.left, NAME), code(&pair.right, NAME), before_and_after(pair))
        };
        let pairs = changed(report).into_iter().take(PAIRS).map(pair).collect::<Vec<_>>();
        let colon = if pairs.is_empty() { "" } else { ": " };
        let _ = writeln!(text, "\n{sentence}{colon}{}.", pairs.join(", "));
    }
    if let Some(Told { lead, names }) = report.domain.as_ref().and_then(told_apart) {
        let names = names.iter().map(|name| code(name, NAME)).collect::<Vec<_>>();
        let _ = writeln!(text, "\nCan a classifier tell the two apart? {}{}.", prose(&lead), listed(&names));
    }
    text
}

/// The last windows, and when columns changed.
fn windows(report: &Report) -> String {
    let Some(sentence) = over_time::windows(report) else { return String::new() };
    let name = |name: &str| code(name, NAME);
    let mut text = format!("\n## Over time\n\n{}.\n\n", prose(&sentence));
    for (moment, columns) in over_time::moments(report).iter().take(CHANGES) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "- Changed {}: {}", prose(moment), over_time::named(columns, name));
    }
    for window in report.windows.iter().rev().take(WINDOWS).rev() {
        let columns = over_time::drifted(window);
        let colon = if columns.is_empty() { "" } else { ": " };
        let outcome = prose(&over_time::outcome(window));
        let _ = writeln!(text, "- {outcome}{colon}{}", over_time::named(&columns, name));
    }
    text
}

fn findings(report: &Report) -> String {
    let mut text = String::new();
    for (i, finding) in worst_first(&report.findings).into_iter().enumerate() {
        if i == 0 {
            text += "\n## About the data\n\n";
        }
        let word = severity_word(finding.severity);
        let column =
            finding.column.as_deref().map_or_else(String::new, |name| format!("{}: ", code(name, NAME)));
        // Writing to a String cannot fail.
        let _ = writeln!(text, "- {word}: {column}{}", prose(&finding.message));
    }
    text
}

fn footer(report: &Report) -> String {
    let policy = &report.policy;
    let share = policy.drift_share.get().map_or_else(|| NONE.to_owned(), percent);
    format!(
        "\nPreset {}, p < {}, adjustment {}, moderate from {}, severe from {}, limit {share} of columns. Made by {} {}.\n",
        preset(policy.preset),
        setting(policy.alpha),
        policy.correction.title(),
        setting(policy.moderate),
        setting(policy.severe),
        prose(&report.generator.name),
        prose(&report.generator.version),
    )
}

/// The text as a code span: Markdown in it means nothing, and it neither links nor mentions. A fence longer
/// than any run of backticks in it (`CommonMark` 6.1); pipes are escaped, as a table asks even there.
fn code(text: &str, limit: usize) -> String {
    let text = shorten(text, limit);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // One space at both ends is taken off again; it keeps backticks of the text apart from the fence.
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) { " " } else { "" };
    format!("{fence}{pad}{}{pad}{fence}", text.replace('|', "\\|"))
}

/// The text as prose: all punctuation that means something within a line of Markdown is escaped, and what
/// would link an address or mention a person is broken by an empty comment.
fn prose(text: &str) -> String {
    let mut escaped = String::new();
    for c in shorten(text, SENTENCE).chars() {
        match c {
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '&' => escaped += "&amp;",
            '@' => escaped += "@<!-- -->",
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|' | '~'
            | '$' => {
                escaped.push('\\');
                escaped.push(c);
            }
            c => escaped.push(c),
        }
    }
    escaped.replace("://", ":<!-- -->//").replace("www.", "www<!-- -->.")
}
