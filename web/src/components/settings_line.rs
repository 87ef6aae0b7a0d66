//! The settings in one line.

use driftglass_core::policy::Settings;
use yew::prelude::*;

use crate::options::Options;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) options: Options,
    pub(crate) on_open: Callback<()>,
}

/// What differs from the defaults, and the way to change it.
#[component]
pub(crate) fn SettingsLine(props: &Props) -> Html {
    let changes = changes(&props.options);
    let words = match changes {
        0 => "Default settings".to_owned(),
        1 => "One setting is changed".to_owned(),
        more => format!("{more} settings are changed"),
    };
    html! {
        <p class="settings-line">
            <span>{ words }</span>
            <button type="button" onclick={props.on_open.reform(|_| ())} aria-haspopup="dialog">{ "Settings" }</button>
        </p>
    }
}

fn changes(Options { settings, windows }: &Options) -> usize {
    let Settings {
        preset,
        alpha,
        correction,
        drift_share,
        moderate,
        severe,
        seed,
        missing,
        columns,
        exclude,
        rules,
    } = settings;
    let single = [
        preset.is_some(),
        alpha.is_some(),
        correction.is_some(),
        drift_share.is_some(),
        moderate.is_some(),
        severe.is_some(),
        seed.is_some(),
        missing.is_some(),
        !columns.is_empty(),
        !exclude.is_empty(),
    ];
    let windows = windows.clone().fields().map(|(_, text)| !text.trim().is_empty());
    single.into_iter().chain(windows).filter(|is_set| *is_set).count() + rules.len()
}
