//! The report as one HTML file that needs nothing beside itself.

use crate::component::{Evidence, view};
use crate::minify::{minify, minify_style};
use crate::packed::{base64, csp_source, packed};
use crate::{STYLE, headline};
use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Status};
use maud::{Markup, PreEscaped, html as markup};

/// The built viewer, which a report may embed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    /// The script that unpacks the others and starts them.
    pub start: &'static str,
    /// The script that joins the program to the page.
    pub script: &'static str,
    /// The program, WebAssembly in gzip.
    pub program: &'static [u8],
}

/// Of more columns than this, the evidence on stable ones is packed for the viewer.
const WRITTEN_OUT: usize = 100;

/// An icon without a file: a half-filled disc.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6.5' fill='%23fff' stroke='%23006d77' stroke-width='2'/%3E%3Cpath d='M8 2a6 6 0 0 1 0 12z' fill='%23006d77'/%3E%3C/svg%3E";

/// The report as an HTML file, with the viewer where there is one.
pub fn html(report: &Report, viewer: Option<Viewer>) -> String {
    let is_wide = viewer.is_some() && report.columns.len() > WRITTEN_OUT;
    let title = headline(report);
    let page = markup! {
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(content_security_policy(viewer));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title.trim_end_matches('.')) " – driftglass" }
                link rel="icon" href=(ICON);
                style { (PreEscaped(minify_style(STYLE))) }
            }
            body { main { (view(report, &tools(viewer.is_some(), is_wide), if is_wide { is_packed } else { |_| false })) } }
        }
    };
    let scripts = viewer.map(|viewer| scripts(report, viewer)).unwrap_or_default();
    format!("<!doctype html>\n{}{scripts}\n", minify(&page.into_string()).trim_end_matches("</html>"))
}

/// The place of the viewer's tools; where the viewer unpacks what is packed, a word to those who have scripts off.
fn tools(has_viewer: bool, is_wide: bool) -> Markup {
    markup! {
        @if has_viewer {
            div.tools {
                @if is_wide {
                    noscript { p.quiet { "The details of stable columns are drawn by a script, which is off. A report that was made with --static holds them all." } }
                }
            }
        }
    }
}

/// Nothing may be fetched or sent, and no script may run but the viewer's: the page holds all that it shows.
fn content_security_policy(viewer: Option<Viewer>) -> String {
    let scripts = viewer.map(|viewer| {
        format!("script-src {} {} 'wasm-unsafe-eval'; ", csp_source(viewer.start), csp_source(viewer.script))
    });
    format!(
        "default-src 'none'; {}style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
        scripts.unwrap_or_default()
    )
}

/// The data, the viewer, and what starts it. Data are in base64, which holds nothing that ends a script.
fn scripts(report: &Report, viewer: Viewer) -> String {
    let inert =
        |id: &str, text: String| format!("<script type=application/octet-stream id={id}>{text}</script>\n");
    // Windows are most of a report over time, and nobody needs them before one is opened.
    let core = Report { windows: Vec::new(), ..report.clone() };
    let mut scripts = inert("report-data", packed(json(&core).as_bytes()));
    if !report.windows.is_empty() {
        scripts += &inert("windows-data", packed(json(&report.windows).as_bytes()));
    }
    if report.columns.len() > WRITTEN_OUT {
        let fragment = |column: &ColumnReport| is_packed(column).then(|| evidence(report, column));
        let fragments: Vec<_> = report.columns.iter().map(fragment).collect();
        scripts += &inert("evidence", packed(json(&fragments).as_bytes()));
    }
    scripts += &inert("viewer-script", packed(viewer.script.as_bytes()));
    scripts += &inert("viewer", base64(viewer.program));
    scripts + "<script>" + viewer.start + "</script>"
}

/// Whether the evidence on a column of wide data is packed: there is seldom a need to look at it.
fn is_packed(column: &ColumnReport) -> bool {
    matches!(column.status, Status::Stable | Status::Untested)
}

fn evidence(report: &Report, column: &ColumnReport) -> String {
    let Evidence { distribution, over_time, summaries } = Evidence::of(report, column);
    minify(&markup! { (over_time) (distribution) (summaries) }.into_string())
}

/// What is made of texts and finite numbers is JSON.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
