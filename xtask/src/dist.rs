//! The page as files for a static host.

use crate::error::Result;
use crate::tools;
use crate::web;
use crate::workspace::Workspace;

/// Builds the page into `dist/`.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    tools::ensure(web::TOOLS, workspace)?;
    let dist = web::build(workspace)?;
    println!("the page is in {}", dist.display());
    println!("docs/hosting.md says how to serve it");
    Ok(())
}
