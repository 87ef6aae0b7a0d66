//! Several workers at once, each with its own instance of the program: threads that share memory would need headers that
//! static hosts do not send.
//!
//! A file of CSV is read twice: by one helper, which finds where records end and takes the digest, and by all in the pieces that it
//! has found. Any other file is read by one helper. Profiles come back as bytes, and are merged here.

pub(crate) mod helper;
mod job;
mod link;
mod meter;

use std::cell::Cell;

use driftglass_core::Profile;
use driftglass_core::policy::Settings;
use driftglass_data::Piece;
use futures::StreamExt as _;
use futures::channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures::future::try_join;
use futures::lock::Mutex;
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use web_sys::File;

use crate::message::{Problem, Side};
use crate::reading::{MEMORY, size};
use crate::reason::reason;
use crate::scope::scope;
use job::{Answer, Job, Work};
use link::Link;
pub(crate) use meter::Meter;

/// Files of fewer bytes are read before helpers would have started.
const LEAST: u64 = 8 << 20;

/// The most bytes of a piece, so that a helper takes little memory.
const PIECE: u64 = 32 << 20;

/// The most helpers, since each takes memory for itself.
const MOST: u32 = 4;

/// Workers that help this one, and end with it.
pub(crate) struct Pool {
    free: Mutex<UnboundedReceiver<Link>>,
    freed: UnboundedSender<Link>,
    helpers: u64,
    memory: Cell<u64>,
}

/// A file, whose it is, and how it is read.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) side: Side,
    pub(crate) file: &'a File,
    pub(crate) settings: &'a Settings,
}

/// A profile or what is wrong with the file; around it, why a helper ended.
type Outcome = Result<Result<Profile, Problem>, JsValue>;

impl Pool {
    /// As many helpers as there are cores; none where there is little to read, one core, or no worker to be had.
    pub(crate) fn start(bytes: u64) -> Option<Self> {
        let cores = scope().navigator().hardware_concurrency() as u32;
        if bytes < LEAST || cores < 2 {
            return None;
        }
        let (freed, free) = unbounded();
        let helpers = cores.min(MOST);
        for _ in 0..helpers {
            freed.unbounded_send(Link::start().ok()?).ok()?;
        }
        Some(Self { free: Mutex::new(free), freed, helpers: helpers.into(), memory: Cell::default() })
    }

    /// Bytes of the helpers' memories, all together.
    pub(crate) fn memory(&self) -> u64 {
        self.memory.get()
    }

    /// The profiles of two files, or what is wrong with the first of which something is.
    pub(crate) async fn profiles(
        &self,
        reference: Source<'_>,
        current: Source<'_>,
        meter: &Meter,
    ) -> Result<(Profile, Profile), Problem> {
        let both = try_join(self.profile(reference, meter), self.profile(current, meter));
        let (reference, current) = both.await.map_err(|error| stopped(&error))?;
        Ok((reference?, current?))
    }

    async fn profile(&self, source: Source<'_>, meter: &Meter) -> Outcome {
        let size = size(source.file).div_ceil(self.helpers).min(PIECE);
        let (find, found) = unbounded();
        let is_in_pieces = Cell::new(true);
        let cut = async {
            // Nobody takes pieces any more only where a helper has ended.
            let on_piece = |piece| drop(find.unbounded_send(piece));
            let answer = self.ask(source, Work::Cut { size }, meter, on_piece).await;
            find.close_channel();
            if !matches!(answer, Ok(Answer::Cut(_))) {
                is_in_pieces.set(false);
            }
            answer
        };
        match try_join(cut, self.merged(source, found, &is_in_pieces, meter)).await? {
            (Answer::Failed(problem), _) => Ok(Err(problem)),
            (Answer::Cut(whole), (Some(merged), pieces)) if pieces == whole.pieces => {
                Ok(Ok(whole.profile(&source.file.name(), merged)))
            }
            // Only the whole file tells what is odd, and where.
            _ => self.whole(source, meter).await,
        }
    }

    /// The profile of pieces, and of how many, until one turns out odd.
    async fn merged(
        &self,
        source: Source<'_>,
        found: UnboundedReceiver<Piece>,
        is_in_pieces: &Cell<bool>,
        meter: &Meter,
    ) -> Result<(Option<Profile>, usize), JsValue> {
        let parts = found.map(|piece| async {
            if !is_in_pieces.get() {
                return Ok(Answer::Odd);
            }
            self.ask(source, Work::Piece(piece), meter, |_| {}).await
        });
        let mut answers = parts.buffered(self.helpers as usize);
        let (mut merged, mut pieces): (Option<Profile>, usize) = (None, 0);
        while let Some(answer) = answers.next().await {
            match answer? {
                Answer::Profile(bytes) => {
                    let part = decode(&bytes)?;
                    merged = Some(match merged {
                        Some(merged) => merged.merge(part),
                        None => part,
                    });
                    pieces += 1;
                }
                _ => is_in_pieces.set(false),
            }
        }
        Ok((merged, pieces))
    }

    /// The profile of a file that one helper reads.
    async fn whole(&self, source: Source<'_>, meter: &Meter) -> Outcome {
        match self.ask(source, Work::Whole, meter, |_| {}).await? {
            Answer::Profile(bytes) => Ok(Ok(decode(&bytes)?)),
            Answer::Failed(problem) => Ok(Err(problem)),
            _ => Err("it did not say what it read".into()),
        }
    }

    /// Gives work to the next helper that is free.
    async fn ask(
        &self,
        source: Source<'_>,
        work: Work,
        meter: &Meter,
        on_piece: impl Fn(Piece),
    ) -> Result<Answer, JsValue> {
        let Source { side, file, settings } = source;
        let job = Job { side, file: file.clone(), settings: settings.clone(), work };
        let mut link = self.free.lock().await.next().await.ok_or("there are no helpers")?;
        let before = link.memory();
        let answer = link.ask(&job, meter.of(&job), on_piece).await?;
        self.memory.set(self.memory.get() + link.memory() - before);
        self.freed.unbounded_send(link).map_err(|error| error.to_string())?;
        Ok(answer)
    }
}

/// A profile that a helper sent.
fn decode(bytes: &Uint8Array) -> Result<Profile, JsValue> {
    let profile = driftglass_data::decode(&bytes.to_vec()).ok_or("it did not send a profile")?;
    Ok(profile.within(MEMORY))
}

fn stopped(error: &JsValue) -> Problem {
    let reason = reason(error).unwrap_or_else(|| "its script did not load".to_owned());
    Problem {
        side: None,
        message: format!("a worker stopped: {reason}"),
        hint: Some("try again; if it happens again, reload the page, or compare smaller files".to_owned()),
    }
}
