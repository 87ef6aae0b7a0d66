//! The page as a whole: choosing files, or the report of two.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::components::{
    DropBanner, HelpDialog, ReportScreen, SettingsDialog, StartScreen, Toolbar, progress,
};
use crate::hooks::{
    Comparison, Dropped, Work, use_session, use_shortcuts, use_theme, use_title, use_window_drop,
    use_window_paste,
};

/// What lies over the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialog {
    Help,
    Settings,
}

/// The page.
#[component]
pub fn App() -> Html {
    let session = use_session();
    let theme = use_theme();
    let dialog = use_state(|| None);
    let comparison = session.comparison.get();

    let over = use_window_drop({
        let session = session.clone();
        Callback::from(move |Dropped { files, side }: Dropped| session.take(files, side))
    });
    use_window_paste({
        let session = session.clone();
        Callback::from(move |files| session.take(files, None))
    });
    use_title(comparison.report.as_ref().map_or_else(
        || "driftglass".to_owned(),
        |report| format!("{} – driftglass", report.headline.trim_end_matches('.')),
    ));
    let show = {
        let dialog = dialog.setter();
        Callback::from(move |which| dialog.set(which))
    };
    use_shortcuts({
        let (session, theme, show) = (session.clone(), theme.clone(), show.clone());
        Callback::from(move |key: String| match key.as_str() {
            "?" => show.emit(Some(Dialog::Help)),
            "s" => show.emit(Some(Dialog::Settings)),
            "t" => theme.turn(),
            "r" => press("#reference"),
            "c" => press("#current"),
            "n" => session.comparison.reset(),
            "Escape" if matches!(session.comparison.get().work, Work::Running(_)) => {
                session.comparison.cancel();
            }
            _ => {}
        })
    });

    let on_settings = show.reform(|()| Some(Dialog::Settings));
    let on_apply = {
        let (session, show) = (session.clone(), show.clone());
        Callback::from(move |options| {
            show.emit(None);
            session.apply(options);
        })
    };
    html! {
        <>
            <Toolbar report={comparison.report.clone()} theme={theme.get()}
                on_theme={Callback::from(move |()| theme.turn())} on_help={show.reform(|()| Some(Dialog::Help))}
                on_settings={session.takes_settings().then(|| on_settings.clone())}
                on_leave={{ let comparison = session.comparison.clone(); Callback::from(move |()| comparison.reset()) }} />
            if let Some(report) = &comparison.report {
                <ReportScreen report={report.clone()} work={comparison.work.clone()}
                    on_cancel={{ let comparison = session.comparison.clone(); Callback::from(move |()| comparison.cancel()) }} />
            } else {
                <StartScreen session={session.clone()} {on_settings} />
            }
            <SettingsDialog open={*dialog == Some(Dialog::Settings)} options={session.options.get().clone()}
                columns={comparison.report.as_ref().map(|report| report.columns.clone()).unwrap_or_default()}
                {on_apply} on_close={show.reform(|()| None)} />
            <HelpDialog open={*dialog == Some(Dialog::Help)} on_close={show.reform(|()| None)} />
            if over { <DropBanner /> }
            // It stays in place, because what a screen reader announces is a change of text.
            <p class="visually-hidden" role="status">{ announcement(comparison) }</p>
        </>
    }
}

/// Presses an element of the page, where it is there.
fn press(selector: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element: Option<Element> =
        document.and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// What a screen reader says of the state. A problem is an alert of its own.
fn announcement(comparison: &Comparison) -> String {
    match (&comparison.work, &comparison.report) {
        (Work::Running(at), _) => progress::words(at.phase).to_owned(),
        (Work::Cancelled, _) => "The comparison was cancelled".to_owned(),
        (Work::None, Some(report)) => report.headline.clone(),
        (Work::None | Work::Failed(_) | Work::Read(_), _) => String::new(),
    }
}
