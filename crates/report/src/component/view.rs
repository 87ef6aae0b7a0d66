//! The whole report.

use super::{ColumnRow, Columns, DriftMap, Findings, Head, Provenance, Relations, ToldApart};
use driftglass_core::Report;
use driftglass_core::report::ColumnReport;
use std::rc::Rc;
use yew::prelude::*;

/// The report, and what a page with scripts does otherwise.
#[derive(Clone, Properties)]
pub struct ViewProps {
    /// The report.
    pub report: Rc<Report>,
    /// What stands above the columns.
    #[prop_or_default]
    pub tools: Html,
    /// Whether a column's details are left to scripts.
    #[prop_or(|_| false)]
    pub is_packed: fn(&ColumnReport) -> bool,
}

impl PartialEq for ViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
    }
}

/// The report as an article: the verdict, findings, a map of wide data, a row per column, what columns say together, and where it all came from.
#[component]
pub fn ReportView(props: &ViewProps) -> Html {
    let report = &props.report;
    let row = |(index, column)| {
        html! { <ColumnRow key={index} report={Rc::clone(report)} {index} has_detail={!(props.is_packed)(column)} /> }
    };
    html! {
        <article class="report">
            <Head report={Rc::clone(report)} />
            <Findings report={Rc::clone(report)} />
            <DriftMap report={Rc::clone(report)} />
            { props.tools.clone() }
            <Columns policy={report.policy.clone()} count={report.columns.len()}>{ for report.columns.iter().enumerate().map(row) }</Columns>
            <Relations report={Rc::clone(report)} />
            <ToldApart report={Rc::clone(report)} />
            <Provenance report={Rc::clone(report)} />
        </article>
    }
}
