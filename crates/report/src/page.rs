//! The report as one HTML file that needs nothing beside itself.

use crate::component::{Evidence, view};
use crate::document::Document;
use crate::minify::minify;
use crate::packed::{base64, packed};
use crate::shortened::shorten;
use crate::{STYLE, headline};
use driftglass_core::report::{ColumnReport, Status, Window};
use driftglass_core::{Parallel, Report, Sequential};
use maud::{Markup, html as markup};

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

/// The report as an HTML file, with the viewer where there is one.
pub fn html(report: &Report, viewer: Option<Viewer>) -> String {
    html_in_parallel(report, viewer, &Sequential)
}

/// The same, with the packing shared out. The file is the same whoever does the work.
pub fn html_in_parallel(report: &Report, viewer: Option<Viewer>, parallel: &impl Parallel) -> String {
    page(report, viewer, &Markup::default(), "", parallel)
}

/// The same with something above it, and the style of that.
pub(crate) fn page(
    report: &Report,
    viewer: Option<Viewer>,
    above: &Markup,
    style: &str,
    parallel: &impl Parallel,
) -> String {
    let is_wide = viewer.is_some() && report.columns.len() > WRITTEN_OUT;
    let tools = tools(viewer.is_some(), is_wide);
    let view = view(report, &tools, if is_wide { is_packed } else { |_| false });
    Document {
        title: &headline(report),
        style: &[STYLE, style],
        scripts: &viewer.map(|viewer| vec![viewer.start, viewer.script]).unwrap_or_default(),
        allows_wasm: viewer.is_some(),
        body: &markup! { (above) main { (view) } },
        behind: &viewer.map(|viewer| scripts(report, viewer, parallel)).unwrap_or_default(),
    }
    .write()
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

/// What is packed into a page, to be unpacked by the viewer.
enum Part {
    /// All but its windows.
    Report(Box<Report>),
    /// Windows are most of a report over time, and nobody needs them before one is opened.
    Windows(Vec<Window>),
    Evidence,
    Script,
}

/// The data, the viewer, and what starts it. Data are in base64, which holds nothing that ends a script.
fn scripts(report: &Report, viewer: Viewer, parallel: &impl Parallel) -> String {
    let inert =
        |id: &str, text: String| format!("<script type=application/octet-stream id={id}>{text}</script>\n");
    let mut core = Box::new(report.clone());
    let windows = std::mem::take(&mut core.windows);
    let mut parts = vec![Part::Report(core)];
    parts.extend((!windows.is_empty()).then_some(Part::Windows(windows)));
    parts.extend((report.columns.len() > WRITTEN_OUT).then_some(Part::Evidence));
    parts.push(Part::Script);
    let parts = parallel.map(parts, |part| match part {
        Part::Report(core) => inert("report-data", packed(json(&core).as_bytes())),
        Part::Windows(mut windows) => {
            shorten(&mut windows);
            inert("windows-data", packed(json(&windows).as_bytes()))
        }
        Part::Evidence => {
            let fragment = |column: &ColumnReport| is_packed(column).then(|| evidence(report, column));
            let fragments = parallel.map(report.columns.iter().collect(), fragment);
            inert("evidence", packed(json(&fragments).as_bytes()))
        }
        Part::Script => inert("viewer-script", packed(viewer.script.as_bytes())),
    });
    let viewer_data = inert("viewer", base64(viewer.program));
    parts.concat() + &viewer_data + "<script>" + viewer.start + "</script>"
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
