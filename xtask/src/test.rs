//! Every test, in the order of what fails soonest.

use std::time::Instant;

use clap::ValueEnum;

use crate::error::{Error, Result};
use crate::instructions;
use crate::tools::{self, Tool};
use crate::web;
use crate::workspace::Workspace;

/// One part of the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Step {
    /// rustfmt has nothing to change
    Format,
    /// clippy has nothing to say, natively and for WebAssembly
    Lint,
    /// The tests of all crates
    Native,
    /// The tests that run in a browser, as WebAssembly
    Wasm,
    /// The web app and the binary, as they are released
    Build,
    /// The built binary takes no more instructions than before
    Instructions,
    /// The built web app in a browser, against the built binary
    EndToEnd,
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Whether this machine can run the step.
    fn applies(self) -> bool {
        self != Self::Instructions || instructions::COUNTED_HERE
    }

    fn tools(self) -> Vec<Tool> {
        match self {
            Self::Format | Self::Native => vec![],
            Self::Lint => vec![Tool::WasmTarget],
            Self::Wasm => vec![Tool::WasmTarget, Tool::WasmBindgen, Tool::Browser],
            Self::Build => web::TOOLS.to_vec(),
            Self::Instructions => vec![Tool::Valgrind],
            Self::EndToEnd => vec![Tool::Browser, Tool::NodePackages],
        }
    }

    fn run(self, workspace: &Workspace) -> Result<()> {
        let cargo = |line: &str| workspace.command("cargo").args(line.split(' '));
        match self {
            Self::Format => cargo("fmt --all --check").run(),
            Self::Lint => {
                cargo("clippy --locked --workspace --all-targets -- -D warnings").run()?;
                cargo("clippy --locked --package driftglass-web --package driftglass-viewer --all-targets --target wasm32-unknown-unknown -- -D warnings")
                    .run()
            }
            Self::Native => cargo("test --locked --workspace").run(),
            Self::Wasm => cargo("test --locked --package driftglass-web --target wasm32-unknown-unknown")
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", workspace.root.join("xtask/webdriver.json"))
                .run(),
            Self::Build => {
                web::build(workspace)?;
                cargo("build --locked --release --package driftglass").run()
            }
            Self::Instructions => instructions::check(workspace),
            Self::EndToEnd => {
                workspace.command("npm").arg("test").directory(&workspace.root.join("tests/e2e")).run()
            }
        }
    }
}

/// Installs what the steps need, runs them, and stops at the first that fails.
pub(crate) fn run(workspace: &Workspace, only: Option<Step>) -> Result<()> {
    let asked = only.map_or_else(|| Step::value_variants().to_vec(), |step| vec![step]);
    let (steps, skipped): (Vec<_>, Vec<_>) = asked.into_iter().partition(|step| step.applies());
    tools::ensure(steps.iter().flat_map(|step| step.tools()), workspace)?;
    let mut passed = Vec::new();
    for step in &steps {
        println!("\n== {}", step.name());
        let start = Instant::now();
        step.run(workspace).map_err(|error| failure(*step, error))?;
        passed.push((step.name(), start.elapsed()));
    }
    println!();
    for (name, time) in &passed {
        println!("{name:<12} passed {:>7.1} s", time.as_secs_f64());
    }
    for step in &skipped {
        println!("{:<12} skipped: not for this machine", step.name());
    }
    println!("steps: {} passed, 0 failed, {} skipped", passed.len(), skipped.len());
    Ok(())
}

fn failure(step: Step, error: Error) -> Error {
    let name = step.name();
    error
        .within(&format!("step {name}"))
        .hint(format!("`cargo xtask test --only {name}` runs this step alone"))
}
