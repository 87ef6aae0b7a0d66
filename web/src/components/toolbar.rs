//! The bar above everything: the name, and what is always at hand.

use driftglass_report::Theme;
use yew::prelude::*;

use super::brand::Brand;
use super::save_buttons::SaveButtons;
use crate::message::Output;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The report that is shown, if one is.
    pub(crate) report: Option<Output>,
    pub(crate) theme: Theme,
    pub(crate) on_theme: Callback<()>,
    pub(crate) on_help: Callback<()>,
    /// Opens the settings, where they can be changed.
    pub(crate) on_settings: Option<Callback<()>>,
    pub(crate) on_leave: Callback<()>,
}

/// The bar above everything.
#[component]
pub(crate) fn Toolbar(props: &Props) -> Html {
    html! {
        <header class="toolbar">
            <Brand />
            if let Some(report) = &props.report {
                <nav aria-label="Report">
                    <button type="button" onclick={props.on_leave.reform(|_| ())} aria-keyshortcuts="n">{ "New comparison" }</button>
                    if let Some(on_settings) = &props.on_settings {
                        <button type="button" onclick={on_settings.reform(|_| ())} aria-haspopup="dialog" aria-keyshortcuts="s">{ "Settings" }</button>
                    }
                    <SaveButtons report={report.clone()} />
                </nav>
            }
            <div class="tools">
                <button type="button" onclick={props.on_theme.reform(|_| ())} aria-keyshortcuts="t">{ format!("Theme: {}", props.theme.name()) }</button>
                <button type="button" onclick={props.on_help.reform(|_| ())} aria-haspopup="dialog" aria-keyshortcuts="?">{ "Help" }</button>
            </div>
        </header>
    }
}
