//! What workers of the pool say to each other.

use driftglass_core::policy::Settings;
use driftglass_data::{Piece, WholeFile};
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize};
use web_sys::File;

use crate::message::{Problem, Side};

/// What a helper is asked.
#[derive(Serialize, Deserialize)]
pub(super) struct Job {
    /// Whose the file is.
    pub(super) side: Side,
    /// A handle: the bytes stay where they are.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub(super) file: File,
    /// They tell what is read.
    pub(super) settings: Settings,
    /// What is to be done with it.
    pub(super) work: Work,
}

/// What is to be done with a file.
#[derive(Serialize, Deserialize)]
pub(super) enum Work {
    /// Find pieces of about so many bytes.
    Cut { size: u64 },
    /// Profile one of them.
    Piece(Piece),
    /// Profile all of it.
    Whole,
}

/// What a helper says.
#[derive(Serialize, Deserialize)]
pub(super) enum News {
    /// So many bytes of the file are read.
    Progress(u64),
    /// The next piece was found.
    Found(Piece),
    /// The work is done; the helper's memory has so many bytes.
    Done { answer: Answer, memory: u64 },
}

/// What came of the work.
#[derive(Serialize, Deserialize)]
pub(super) enum Answer {
    /// All pieces are found; this is what they do not tell.
    Cut(WholeFile),
    /// The file, or the piece, has to be read as part of the whole.
    Odd,
    /// The profile, as bytes.
    Profile(#[serde(with = "serde_wasm_bindgen::preserve")] Uint8Array),
    /// The file cannot be read.
    Failed(Problem),
}
