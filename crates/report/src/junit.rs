//! The report as `JUnit` XML, so that a build server lists columns as it lists tests.

use crate::format::text::visible;
use crate::headline::headline;
use crate::stop::Stop;
use driftglass_core::Report;
use driftglass_core::report::{ColumnReport, Finding, FindingCode, Status};
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io;

/// One test suite with a test case a column: drifted columns fail, untested ones are skipped. Before them a failed test case for
/// each expectation that the current data break, and first of all one for each thing that stopped the check beside its report.
///
/// # Panics
/// Never: the only writer is memory.
pub fn junit(report: &Report, stops: &[Stop]) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    write_suite(&mut writer, report, stops).expect("writing to memory does not fail");
    let body = String::from_utf8(writer.into_inner()).expect("only text was written");
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}\n")
}

fn write_suite(writer: &mut Writer<Vec<u8>>, report: &Report, stops: &[Stop]) -> io::Result<()> {
    let count = |count: u64| count.to_string();
    let broken: Vec<&Finding> =
        report.findings.iter().filter(|finding| finding.code == FindingCode::ExpectationBroken).collect();
    let beside = (broken.len() + stops.len()) as u64;
    let name = format!("driftglass: {} against {}", report.current.name, report.reference.name);
    writer
        .create_element("testsuite")
        .with_attribute(("name", visible(&name).as_str()))
        .with_attribute(("tests", count(report.columns.len() as u64 + beside).as_str()))
        .with_attribute(("failures", count(report.summary.drifted + beside).as_str()))
        .with_attribute(("skipped", count(report.summary.by_status.untested).as_str()))
        .write_inner_content(|writer| {
            writer
                .create_element("system-out")
                .write_text_content(BytesText::new(&visible(&headline(report))))?;
            stops.iter().try_for_each(|stop| write_stop(writer, stop))?;
            broken.iter().try_for_each(|finding| write_broken(writer, finding))?;
            report.columns.iter().try_for_each(|column| write_case(writer, column))
        })?;
    Ok(())
}

fn write_stop(writer: &mut Writer<Vec<u8>>, stop: &Stop) -> io::Result<()> {
    write_failed(writer, "check", &visible(&stop.name()), stop.kind(), &stop.reason())
}

fn write_broken(writer: &mut Writer<Vec<u8>>, finding: &Finding) -> io::Result<()> {
    let name = finding.column.as_deref().map_or_else(|| "data set".to_owned(), visible);
    write_failed(writer, "schema", &name, "expectation", &finding.message)
}

fn write_failed(
    writer: &mut Writer<Vec<u8>>,
    class: &str,
    name: &str,
    kind: &str,
    message: &str,
) -> io::Result<()> {
    let case =
        writer.create_element("testcase").with_attribute(("classname", class)).with_attribute(("name", name));
    case.write_inner_content(|writer| {
        let failure = writer.create_element("failure").with_attribute(("type", kind));
        failure.with_attribute(("message", visible(message).as_str())).write_empty().map(|_| ())
    })?;
    Ok(())
}

fn write_case(writer: &mut Writer<Vec<u8>>, column: &ColumnReport) -> io::Result<()> {
    let (class, name) = (column.kind.name(), visible(&column.name));
    if column.drifted {
        let status = column.status.name();
        return write_failed(writer, class, &name, status, column.moved.as_deref().unwrap_or(status));
    }
    let case = writer
        .create_element("testcase")
        .with_attribute(("classname", class))
        .with_attribute(("name", name.as_str()));
    if column.status == Status::Untested {
        let reason = column.reason.as_deref().map(visible).unwrap_or_default();
        case.write_inner_content(|writer| {
            let skipped = writer.create_element("skipped").with_attribute(("message", reason.as_str()));
            skipped.write_empty().map(|_| ())
        })?;
    } else {
        case.write_empty()?;
    }
    Ok(())
}
