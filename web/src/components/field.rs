//! Labelled fields of a form.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A field for a line of text.
pub(super) struct Text<'a> {
    pub(super) label: &'a str,
    pub(super) value: &'a str,
    /// What holds where nothing is written.
    pub(super) placeholder: &'a str,
    /// The id of a list of suggestions.
    pub(super) list: Option<&'static str>,
    pub(super) is_number: bool,
}

impl Text<'_> {
    pub(super) fn view(self, on_input: impl Fn(String) + 'static) -> Html {
        let oninput = Callback::from(move |event: InputEvent| {
            on_input(event.target_unchecked_into::<HtmlInputElement>().value());
        });
        html! {
            <label class="field">
                <span>{ self.label.to_owned() }</span>
                <input type="text" value={self.value.to_owned()} placeholder={self.placeholder.to_owned()} {oninput}
                    list={self.list} inputmode={self.is_number.then_some("decimal")} autocomplete="off" spellcheck="false" />
            </label>
        }
    }
}

/// A choice of one value, or of none, which stands first as `none`. Options are a value and its words.
pub(super) fn choice(
    label: &str,
    value: &str,
    none: &str,
    options: impl Iterator<Item = (&'static str, &'static str)>,
    on_choose: impl Fn(String) + 'static,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        on_choose(event.target_unchecked_into::<HtmlSelectElement>().value());
    });
    html! {
        <label class="field">
            <span>{ label.to_owned() }</span>
            <select {onchange} aria-label={label.to_owned()}>
                <option value="" selected={value.is_empty()}>{ none.to_owned() }</option>
                { for options.map(|(id, words)| html! { <option value={id} selected={id == value}>{ words }</option> }) }
            </select>
        </label>
    }
}
