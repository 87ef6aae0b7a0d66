//! Whether a classifier can tell the two data sets apart.

use crate::chart::share_bar;
use crate::format::text::{plural, shorten};
use crate::markup::{name, names};
use crate::together::{self, Told, importance};
use driftglass_core::Report;
use driftglass_core::report::{Domain, DomainColumn};
use maud::{Markup, html};

/// The answer in a sentence, and the columns that it rests on. Nothing where the report does not say.
pub fn told_apart(report: &Report) -> Markup {
    let Some(domain) = &report.domain else { return html! {} };
    let Some(Told { lead, names: named }) = together::told_apart(domain) else { return html! {} };
    let named = named.into_iter().map(|name| shorten(name, 40)).collect::<Vec<_>>();
    html! {
        section.told-apart aria-labelledby="told-apart" {
            h2 #told-apart { "Can a classifier tell the two apart?" }
            p { (lead) (names(&named)) "." }
            @if domain.auc.get().is_some() { p.caption { (meaning(domain)) } }
            @if domain.drifted && !domain.columns.is_empty() { (table(&domain.columns)) }
        }
    }
}

fn meaning(domain: &Domain) -> String {
    format!(
        "The share of pairs of a current and a reference row in which the current one looks more like a current one: 0.5 is chance, \
         1 is always. Tried on rows that it was not trained on, {} in all. It does not enter the verdict.",
        plural(domain.rows, "distinct row")
    )
}

fn table(columns: &[DomainColumn]) -> Markup {
    html! {
        table.bars {
            thead { tr { th { "Column" } td {} th { "Part of its gain" } } }
            tbody {
                @for column in columns {
                    tr {
                        th { (name(&column.name)) }
                        td { (share_bar(column.importance.get().unwrap_or(0.0))) }
                        td { (importance(column.importance)) }
                    }
                }
            }
        }
    }
}
