//! What components are given.

use driftglass_core::Report;
use driftglass_core::report::ColumnReport;
use std::rc::Rc;
use yew::prelude::*;

/// The report, shared. Two are equal when they are the same report in memory, so comparing costs nothing and
/// a new report is always drawn.
#[derive(Debug, Clone, Properties)]
pub struct ReportProps {
    /// The report.
    pub report: Rc<Report>,
}

impl PartialEq for ReportProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.report, &other.report)
    }
}

/// One column of the shared report.
#[derive(Debug, Clone, Properties)]
pub struct ColumnProps {
    /// The report.
    pub report: Rc<Report>,
    /// The column's place in it.
    pub index: usize,
    /// Whether the row opens to its details.
    pub has_detail: bool,
}

impl PartialEq for ColumnProps {
    fn eq(&self, other: &Self) -> bool {
        (self.index, self.has_detail) == (other.index, other.has_detail)
            && Rc::ptr_eq(&self.report, &other.report)
    }
}

impl ColumnProps {
    /// The column, unless the report has fewer.
    pub fn column(&self) -> Option<&ColumnReport> {
        self.report.columns.get(self.index)
    }
}
