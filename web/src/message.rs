//! What the page and its worker say to each other.

use std::fmt::{self, Display, Formatter};

use serde::{Deserialize, Serialize};

use crate::options::Options;

/// What the page asks of the worker.
#[derive(Serialize, Deserialize)]
pub struct Request {
    /// Sent back with every reply, so that the page knows the reply to a question that it has dropped.
    pub generation: u32,
    /// What is to be done.
    pub task: Task,
}

/// What the worker can do.
#[derive(Serialize, Deserialize)]
pub enum Task {
    /// Compare the data of two files. Files that were read for the last comparison are not read again.
    Compare {
        /// The files.
        inputs: Inputs,
        /// The rules of the comparison.
        options: Box<Options>,
    },
    /// Read options.
    Options {
        /// The file's name.
        name: String,
        /// TOML.
        text: String,
    },
    /// Open a report that was saved.
    Open {
        /// A report's JSON, or its page.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        file: web_sys::File,
    },
}

/// The files of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Inputs {
    /// The same number is the same files.
    pub id: u32,
    /// The files. Handles: their bytes stay where they are.
    pub files: Files,
}

/// Where the rows of both sides are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Files {
    /// In a file each.
    Two {
        /// The data that the model is used to.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        reference: web_sys::File,
        /// The data that it meets now.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        current: web_sys::File,
    },
    /// In one file.
    One {
        /// The file.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        file: web_sys::File,
        /// The rule that splits it, as it is written: dates are the worker's to read. Without one it is compared with itself over time.
        split: Option<String>,
    },
}

/// What the worker says to the page.
#[derive(Serialize, Deserialize)]
pub struct Reply {
    /// The generation of the request.
    pub generation: u32,
    /// What happened.
    pub event: Event,
}

/// What happened in the worker. After anything but `Progress` nothing more comes.
#[derive(Serialize, Deserialize)]
pub enum Event {
    /// The work goes on.
    Progress(Progress),
    /// The work is done.
    Done(Output),
    /// The options are read.
    Options(Box<Options>),
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
    /// The page fetches files from its own server.
    Loading,
    /// A file is read and profiled: of a side, or the only one.
    Reading(Option<Side>),
    /// Both files are, at the same time.
    ReadingBoth,
    /// One file is read and split.
    Splitting,
    /// The profiles are compared.
    Comparing {
        /// Columns that are done.
        done: usize,
        /// All columns.
        columns: usize,
    },
    /// Windows are, in several passes over columns and windows, which nobody has counted.
    ComparingWindows,
    /// The report is written.
    Writing,
}

/// The report in every form that the page shows or saves. The texts are handles: their bytes stay in the browser's own
/// memory, and come into the page's only where they are drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Output {
    /// Whether it was saved before, and is opened again: no file of the page can make it anew.
    pub is_opened: bool,
    /// The verdict in one sentence.
    pub headline: String,
    /// The names of all columns.
    pub columns: Vec<String>,
    /// The report as the binary writes it to a `.json` file.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub json: web_sys::Blob,
    /// The same as `.html`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub html: web_sys::Blob,
    /// The same as `.md`.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub markdown: web_sys::Blob,
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
