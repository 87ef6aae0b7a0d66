//! The report as one HTML file that needs nothing beside itself.

use crate::component::{ReportProps, ReportView};
use crate::minify::{minify, minify_style};
use crate::{STYLE, headline};
use driftglass_core::Report;
use std::rc::Rc;
use yew::prelude::*;

/// Nothing may be fetched, run or sent: the page holds all that it shows.
const CONTENT_SECURITY_POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// An icon without a file: a half-filled disc.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6.5' fill='%23fff' stroke='%23006d77' stroke-width='2'/%3E%3Cpath d='M8 2a6 6 0 0 1 0 12z' fill='%23006d77'/%3E%3C/svg%3E";

/// The report as an HTML file. This call must not run on wasm, where it would wait for ever: see [`html_async`].
#[cfg(not(target_family = "wasm"))]
pub fn html(report: &Report) -> String {
    futures::executor::block_on(html_async(Rc::new(report.clone())))
}

/// The report as an HTML file, byte for byte what [`html`] writes. It needs no DOM, so a worker can run it.
pub async fn html_async(report: Rc<Report>) -> String {
    let page =
        yew::LocalServerRenderer::<Page>::with_props(ReportProps { report }).hydratable(false).render().await;
    format!("<!doctype html>\n{}\n", minify(&page))
}

#[component]
fn Page(props: &ReportProps) -> Html {
    let report = &props.report;
    html! {
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content={CONTENT_SECURITY_POLICY} />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="referrer" content="no-referrer" />
                <title>{ format!("{} – driftglass", headline(report).trim_end_matches('.')) }</title>
                <link rel="icon" href={ICON} />
                <style>{ minify_style(STYLE) }</style>
            </head>
            <body>
                <main><ReportView report={Rc::clone(report)} /></main>
            </body>
        </html>
    }
}
