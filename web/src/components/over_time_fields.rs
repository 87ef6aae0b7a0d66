//! How the data are cut into windows.

use yew::prelude::*;

use super::field::{Text, choice};
use crate::options::Windows;

/// The list of what windows can be compared with.
const REFERENCES: &str = "references";

const SEASONS: [(&str, &str); 2] =
    [("day", "day: an hour with the same hours"), ("week", "week: a Sunday with Sundays")];

/// What sets one of the options.
fn setter(
    windows: &Windows,
    on_change: &Callback<Windows>,
    apply: fn(&mut Windows, String),
) -> impl Fn(String) + use<> {
    let (windows, on_change) = (windows.clone(), on_change.clone());
    move |value| {
        let mut windows = windows.clone();
        apply(&mut windows, value);
        on_change.emit(windows);
    }
}

fn text<'a>(label: &'a str, value: &'a str, placeholder: &'a str) -> Text<'a> {
    Text { label, value, placeholder, list: None, is_number: false }
}

/// What is enough: the step, and the column of times. `columns` is the list of those that are known.
pub(super) fn step_fields(
    windows: &Windows,
    columns: Option<&'static str>,
    on_change: &Callback<Windows>,
) -> Html {
    let set = |apply| setter(windows, on_change, apply);
    html! { <>
        { text("A window every", &windows.every, "1h, 1d, 7d or 1000rows").view(set(|windows, value| windows.every = value)) }
        { Text { list: columns, ..text("Timestamp column", &windows.timestamp, "none, for windows of rows") }
            .view(set(|windows, value| windows.timestamp = value)) }
    </> }
}

/// The others.
pub(super) fn other_fields(windows: &Windows, on_change: &Callback<Windows>) -> Html {
    let set = |apply| setter(windows, on_change, apply);
    html! { <>
        { text("Window length", &windows.window, "the step").view(set(|windows, value| windows.window = value)) }
        { Text { list: Some(REFERENCES), ..text("Compared with", &windows.reference, "fixed, or expanding") }
            .view(set(|windows, value| windows.reference = value)) }
        { choice("Season", &windows.season, "none", SEASONS.into_iter(), set(|windows, value| windows.season = value)) }
        { text("Learned limits", &windows.learn, "none; mean+3sd or q0.99").view(set(|windows, value| windows.learn = value)) }
        { text("Time zone", &windows.zone, "UTC; Europe/Berlin").view(set(|windows, value| windows.zone = value)) }
        <datalist id={REFERENCES}>
            { for ["fixed", "first:30", "previous", "rolling:30d", "expanding"].map(|rule| html! { <option value={rule} /> }) }
        </datalist>
    </> }
}

/// What is compared with what, in words.
pub(super) fn meaning(windows: &Windows, has_reference: bool) -> String {
    let window = match (windows.every.trim(), has_reference) {
        ("", true) => "The last window of the current file",
        ("", false) => "The last window",
        (_, true) => "Each window of the current file",
        (_, false) => "Each window",
    };
    let with = match (windows.reference.trim(), has_reference) {
        ("", true) => "the reference file",
        ("", false) => "everything before it",
        (rule, _) => rule,
    };
    format!("{window} is compared with {with}. The settings have other references, seasons and time zones.")
}
