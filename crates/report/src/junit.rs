//! The report as `JUnit` XML, so that a build server lists columns as it lists tests.

use crate::format::text::visible;
use crate::headline::headline;
use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Finding, FindingCode, Status};
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io;

/// One test suite with a test case a column: drifted columns fail, untested ones are skipped. Before them a failed test case for
/// each expectation that the current data break.
///
/// # Panics
/// Never: the only writer is memory.
pub fn junit(report: &Report) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write_suite(&mut writer, report).expect("writing to memory does not fail");
    let body = String::from_utf8(writer.into_inner()).expect("only text was written");
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}\n")
}

fn write_suite(writer: &mut Writer<Vec<u8>>, report: &Report) -> io::Result<()> {
    let count = |count: u64| count.to_string();
    let broken: Vec<&Finding> =
        report.findings.iter().filter(|finding| finding.code == FindingCode::ExpectationBroken).collect();
    let name = format!("driftglass: {} against {}", report.current.name, report.reference.name);
    writer
        .create_element("testsuite")
        .with_attribute(("name", visible(&name).as_str()))
        .with_attribute(("tests", count(report.columns.len() as u64 + broken.len() as u64).as_str()))
        .with_attribute(("failures", count(report.summary.drifted + broken.len() as u64).as_str()))
        .with_attribute(("skipped", count(report.summary.by_status.untested).as_str()))
        .write_inner_content(|writer| {
            writer
                .create_element("system-out")
                .write_text_content(BytesText::new(&visible(&headline(report))))?;
            broken.iter().try_for_each(|finding| write_broken(writer, finding))?;
            report.columns.iter().try_for_each(|column| write_case(writer, column))
        })?;
    Ok(())
}

fn write_broken(writer: &mut Writer<Vec<u8>>, finding: &Finding) -> io::Result<()> {
    let name = finding.column.as_deref().map_or_else(|| "data set".to_owned(), visible);
    let case = writer
        .create_element("testcase")
        .with_attribute(("classname", "schema"))
        .with_attribute(("name", name.as_str()));
    case.write_inner_content(|writer| {
        let failure = writer.create_element("failure").with_attribute(("type", "expectation"));
        failure.with_attribute(("message", visible(&finding.message).as_str())).write_empty().map(|_| ())
    })?;
    Ok(())
}

fn write_case(writer: &mut Writer<Vec<u8>>, column: &ColumnReport) -> io::Result<()> {
    let name = visible(&column.name);
    let case = writer
        .create_element("testcase")
        .with_attribute(("classname", column.kind.name()))
        .with_attribute(("name", name.as_str()));
    if column.drifted {
        let message = column.moved.as_deref().map_or_else(|| column.status.name().to_owned(), visible);
        case.write_inner_content(|writer| {
            let failure = writer.create_element("failure").with_attribute(("type", column.status.name()));
            failure.with_attribute(("message", message.as_str())).write_empty().map(|_| ())
        })?;
    } else if column.status == Status::Untested {
        let reason = column.reason.as_deref().map(visible).unwrap_or_default();
        case.write_inner_content(|writer| {
            writer
                .create_element("skipped")
                .with_attribute(("message", reason.as_str()))
                .write_empty()
                .map(|_| ())
        })?;
    } else {
        case.write_empty()?;
    }
    Ok(())
}
