//! A helper: does one job after another.

use std::io::Read as _;

use driftglass_core::{Profile, Sequential};
use driftglass_data::{Piece, encode};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::MessageEvent;

use super::job::{Answer, Job, News, Work};
use crate::file;
use crate::message::Problem;
use crate::reading::{self, unopened, unreadable};
use crate::scope::{memory, scope};

/// How a worker knows that it is one.
pub(crate) const NAME: &str = "helper";

/// Does jobs for as long as the worker lives.
pub(crate) fn serve() {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(|message: MessageEvent| {
        let answered =
            serde_wasm_bindgen::from_value::<Job>(message.data()).map_err(JsValue::from).and_then(|job| {
                let answer = answer(&job).unwrap_or_else(Answer::Failed);
                let bytes = match &answer {
                    Answer::Profile(bytes) => Array::of1(&bytes.buffer()),
                    _ => Array::new(),
                };
                send(&News::Done { answer, memory: memory() }, &bytes)
            });
        if let Err(error) = answered {
            // It comes to the asker as an error of the worker.
            wasm_bindgen::throw_val(error);
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn answer(job: &Job) -> Result<Answer, Problem> {
    let Job { side, file, settings, work } = job;
    let (options, missing) = reading::options(settings)?;
    let name = file.name();
    let failed = |error| unreadable(Some(*side), &error);
    let unopened = |error| unopened(Some(*side), file, &error);
    Ok(match work {
        Work::Cut { size } => {
            let input = file::open(file, tell).map_err(unopened)?;
            let found = |piece| say(&News::Found(piece));
            Piece::cut(&name, input, &options, *size, found).map_err(failed)?.map_or(Answer::Odd, Answer::Cut)
        }
        Work::Piece(piece) => {
            let [header, rows] = [&piece.header, &piece.rows].map(|bytes| file::part(file, bytes));
            let header = header.and_then(|header| file::open(&header, |_| {})).map_err(unopened)?;
            let input = header.chain(rows.and_then(|rows| file::open(&rows, tell)).map_err(unopened)?);
            piece.profile(&name, input, &options, missing).map_or(Answer::Odd, |profile| packed(&profile))
        }
        Work::Whole => {
            let input = reading::open(file, tell).map_err(unopened)?;
            packed(&driftglass_data::profile(&name, input, &options, missing, &Sequential).map_err(failed)?)
        }
    })
}

fn packed(profile: &Profile) -> Answer {
    Answer::Profile(Uint8Array::from(encode(profile).as_slice()))
}

fn tell(bytes: u64) {
    say(&News::Progress(bytes));
}

/// What is lost shows all the same: progress in the answer, and a piece in their number.
fn say(news: &News) {
    let _ = send(news, &Array::new());
}

fn send(news: &News, transfer: &Array) -> Result<(), JsValue> {
    scope().post_message_with_transfer(&serde_wasm_bindgen::to_value(news)?, transfer)
}
