//! Putting a text where it can be pasted.

use crate::dom::{self, Done, set_hidden};
use maud::{Markup, html};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, window};

/// A button that copies, and the places where that is said, and where the text is shown if the browser does not let it.
pub(super) fn copy_button(title: &str, press: &str) -> Markup {
    html! {
        span.copy {
            button type="button" data-press=(press) { (title) }
            span role="status" {}
            textarea readonly hidden rows="4" aria-label={ (title) ": the browser does not let it copy, so copy from here" } {}
        }
    }
}

/// Forgets what was copied before, since it would be another text now.
pub(super) fn forget(copy: &Element) -> Done {
    dom::one(copy, "[role=status]")?.set_text_content(None);
    set_hidden(&dom::one(copy, "textarea")?, true)
}

/// Copies, and says so beside the button.
pub(crate) async fn copy(button: &Element, text: &str) -> Done {
    let copy = button.parent_element().ok_or(JsValue::NULL)?;
    forget(&copy)?;
    if write(text).await {
        dom::one(&copy, "[role=status]")?.set_text_content(Some("copied"));
        return Ok(());
    }
    let field = dom::one(&copy, "textarea")?;
    dom::set_value(&field, text)?;
    set_hidden(&field, false)
}

/// Writes to the clipboard. In a sandbox there is only the way of old browsers, which may be closed as well.
async fn write(text: &str) -> bool {
    let Some(window) = window() else { return false };
    let clipboard =
        js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).is_ok_and(|found| found.is_object());
    if clipboard && JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok() {
        return true;
    }
    let Some(document) = window.document() else { return false };
    let Some(field) =
        document.create_element("textarea").ok().and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok())
    else {
        return false;
    };
    let Some(body) = document.body() else { return false };
    let focused = document.active_element();
    field.set_value(text);
    let copied = body.append_child(&field).is_ok() && {
        field.select();
        let command = js_sys::Reflect::get(&document, &"execCommand".into()).ok();
        let command = command.and_then(|command| command.dyn_into::<js_sys::Function>().ok());
        command
            .and_then(|command| command.call1(&document, &"copy".into()).ok())
            .is_some_and(|done| done.is_truthy())
    };
    field.remove();
    if let Some(focused) = focused.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        // The focus goes back to the button; where it cannot, nothing is lost.
        let _ = focused.focus();
    }
    copied
}
