//! What the page and its worker say to each other.

use std::fmt::{self, Display, Formatter};

use driftglass_core::policy::Settings;
use serde::{Deserialize, Serialize};

/// What the page asks of the worker: to compare two files.
#[derive(Serialize, Deserialize)]
pub struct Request {
    /// Sent back with every reply, so that the page knows the reply to a question that it has dropped.
    pub generation: u32,
    /// The data that the model is used to. A handle: its bytes stay where they are.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub reference: web_sys::File,
    /// The data that it meets now.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub current: web_sys::File,
    /// The rules of the comparison.
    pub settings: Settings,
}

/// What the worker says to the page.
#[derive(Serialize, Deserialize)]
pub struct Reply {
    /// The generation of the request.
    pub generation: u32,
    /// What happened.
    pub event: Event,
}

/// What happened in the worker. After `Done` and `Failed` nothing more comes.
#[derive(Serialize, Deserialize)]
pub enum Event {
    /// The work goes on.
    Progress(Progress),
    /// The work is done.
    Done(Output),
    /// The work cannot be done.
    Failed(Problem),
}

/// How far the work is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done.
    pub phase: Phase,
    /// Bytes read of both files.
    pub bytes: u64,
    /// Bytes of both files.
    pub total: u64,
}

/// What is being done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phase {
    /// The page fetches the sample.
    Loading,
    /// A file is read and profiled.
    Reading(Side),
    /// The profiles are compared.
    Comparing,
    /// The report is written.
    Writing,
}

/// The report in every form that the page shows or saves.
#[derive(Serialize, Deserialize)]
pub struct Output {
    /// The report as the binary writes it to a `.json` file.
    pub json: String,
    /// The same as `.html`.
    pub html: String,
    /// The same as `.md`.
    pub markdown: String,
}

/// What is wrong, and what to do about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// The file that it is about, where it is about one.
    pub side: Option<Side>,
    /// What is wrong: with the file's name, the row and the column where there are.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}

/// One of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The data that the model is used to.
    Reference,
    /// The data that it meets now.
    Current,
}

impl Display for Side {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Reference => "Reference",
            Self::Current => "Current",
        })
    }
}
