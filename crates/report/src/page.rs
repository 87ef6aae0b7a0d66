//! The report as one HTML file that needs nothing beside itself.

use crate::component::{ColumnProps, ReportView, evidence};
use crate::minify::{minify, minify_style};
use crate::packed::{base64, csp_source, packed};
use crate::{STYLE, headline};
use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Status};
use std::rc::Rc;
use yew::prelude::*;

/// The built viewer, which a report may embed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Viewer {
    /// The script that starts it.
    pub script: &'static str,
    /// The WebAssembly that the script starts, in gzip.
    pub program: &'static [u8],
}

/// Of more columns than this, the evidence on stable ones is packed for the viewer.
const WRITTEN_OUT: usize = 100;

/// An icon without a file: a half-filled disc.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6.5' fill='%23fff' stroke='%23006d77' stroke-width='2'/%3E%3Cpath d='M8 2a6 6 0 0 1 0 12z' fill='%23006d77'/%3E%3C/svg%3E";

/// The report as an HTML file, with the viewer where there is one. This call must not run on wasm, where it would wait for
/// ever: see [`html_async`].
#[cfg(not(target_family = "wasm"))]
pub fn html(report: &Report, viewer: Option<Viewer>) -> String {
    futures::executor::block_on(html_async(Rc::new(report.clone()), viewer))
}

/// The report as an HTML file, byte for byte what [`html`] writes. It needs no DOM, so a worker can run it.
pub async fn html_async(report: Rc<Report>, viewer: Option<Viewer>) -> String {
    let scripts = match viewer {
        Some(viewer) => scripts(&report, viewer).await,
        None => String::new(),
    };
    let page = markup::<Page>(PageProps { report, viewer }).await;
    format!("<!doctype html>\n{}{scripts}\n", page.trim_end_matches("</html>"))
}

/// The markup of a component, short.
async fn markup<C: BaseComponent>(props: C::Properties) -> String {
    minify(&yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await)
}

#[derive(Clone, Properties)]
struct PageProps {
    report: Rc<Report>,
    viewer: Option<Viewer>,
}

impl PartialEq for PageProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report) && self.viewer == other.viewer
    }
}

/// Nothing may be fetched or sent, and no script may run but the viewer's: the page holds all that it shows.
fn content_security_policy(viewer: Option<Viewer>) -> String {
    let scripts =
        viewer.map(|viewer| format!("script-src {} 'wasm-unsafe-eval'; ", csp_source(viewer.script)));
    format!(
        "default-src 'none'; {}style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
        scripts.unwrap_or_default()
    )
}

#[component]
fn Page(props: &PageProps) -> Html {
    let PageProps { report, viewer } = props;
    let is_wide = viewer.is_some() && report.columns.len() > WRITTEN_OUT;
    let is_packed = if is_wide { is_packed } else { |_: &ColumnReport| false };
    let note = html! {
        <noscript><p class="quiet">{ "The details of stable columns are drawn by a script, which is off. A report that was made with --static holds them all." }</p></noscript>
    };
    let tools =
        viewer.map(|_| html! { <div class="tools">if is_wide { { note } }</div> }).unwrap_or_default();
    html! {
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content={content_security_policy(*viewer)} />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="referrer" content="no-referrer" />
                <title>{ format!("{} – driftglass", headline(report).trim_end_matches('.')) }</title>
                <link rel="icon" href={ICON} />
                <style>{ minify_style(STYLE) }</style>
            </head>
            <body>
                <main><ReportView report={Rc::clone(report)} {tools} {is_packed} /></main>
            </body>
        </html>
    }
}

/// The data, the viewer, and what starts it. Data are in base64, which holds nothing that ends a script.
async fn scripts(report: &Rc<Report>, viewer: Viewer) -> String {
    let inert =
        |id: &str, text: String| format!("<script type=application/octet-stream id={id}>{text}</script>\n");
    let mut scripts = inert("report-data", packed(json(&**report).as_bytes()));
    if report.columns.len() > WRITTEN_OUT {
        let mut fragments = Vec::with_capacity(report.columns.len());
        for (index, column) in report.columns.iter().enumerate() {
            let props = ColumnProps { report: Rc::clone(report), index, has_detail: true };
            fragments.push(if is_packed(column) { Some(markup::<Evidence>(props).await) } else { None });
        }
        scripts += &inert("evidence", packed(json(&fragments).as_bytes()));
    }
    scripts += &inert("viewer", base64(viewer.program));
    scripts + "<script>" + viewer.script + "</script>"
}

/// Whether the evidence on a column of wide data is packed: there is seldom a need to look at it.
fn is_packed(column: &ColumnReport) -> bool {
    matches!(column.status, Status::Stable | Status::Untested)
}

#[component]
fn Evidence(props: &ColumnProps) -> Html {
    props.column().map_or_else(Html::default, |column| evidence(column, props.index))
}

/// What is made of texts and finite numbers is JSON.
fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
