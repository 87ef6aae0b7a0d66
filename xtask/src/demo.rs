//! driftglass at work: the page, and a report of the bundled sample.

use std::fs;
use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::serve::Server;
use crate::tools;
use crate::web;
use crate::workspace::Workspace;

const REPORT: &str = "report.html";

/// What `build` made.
pub(crate) struct Demo {
    page: PathBuf,
    report: PathBuf,
}

/// Builds the page and the binary, and writes the report of the sample.
pub(crate) fn build(workspace: &Workspace) -> Result<Demo> {
    tools::ensure(web::TOOLS, workspace)?;
    let page = web::build(workspace)?;
    let folder = workspace.target.join("demo");
    fs::create_dir_all(&folder).map_err(|error| Error::at(&folder, &error))?;
    let report = folder.join(REPORT);
    workspace
        .command("cargo")
        .args(["run", "--release", "--locked", "--package", "driftglass", "--", "demo", "-o"])
        .arg(&report)
        .run()?;
    println!("the page is in {}", page.display());
    println!("the report is {}", report.display());
    Ok(Demo { page, report })
}

/// Serves the page and the report until the process is ended.
pub(crate) fn build_and_serve(workspace: &Workspace, port: Option<u16>) -> Result<()> {
    // Before the long build: a port that is taken shows at once.
    let server = Server::bind(port.unwrap_or(0))?;
    let demo = build(workspace)?;
    println!();
    println!("page    http://{}/", server.address());
    println!("report  http://{}/{REPORT}", server.address());
    println!("Ctrl+C ends the server");
    server.run(&demo.page, &[(REPORT, demo.report)])
}
