//! Parts of the article that are drawn as a whole.

use crate::dom::{self, Done, parsed, redraw};
use maud::Markup;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// An element and the markup that it was last made of; it keeps what the markup has slots for.
pub(crate) struct Drawn {
    pub(crate) element: Element,
    markup: String,
}

impl Drawn {
    /// An element that stands already.
    pub(crate) fn standing(element: Element) -> Self {
        Self { element, markup: String::new() }
    }

    /// Draws it anew where the markup is another one.
    pub(crate) fn draw(&mut self, markup: Markup) -> Done {
        if self.markup != markup.0 {
            redraw(&self.element, &markup.0)?;
            self.markup = markup.0;
        }
        Ok(())
    }
}

/// A part that may be there or not. It is left alone until its markup is another one than at first, so that what a reader has
/// opened in it stays open.
pub(crate) struct Region {
    element: Option<Element>,
    markup: String,
}

impl Region {
    /// The part as it stands, which this markup has made.
    pub(crate) fn standing(article: &Element, selector: &str, markup: Markup) -> Self {
        Self { element: dom::find(article, &format!(":scope > {selector}")), markup: markup.0 }
    }

    /// Draws it anew where the markup is another one: at its place, or before `next`. Returns what the part before it has next.
    pub(crate) fn draw(
        &mut self,
        article: &Element,
        next: Option<Element>,
        markup: Markup,
    ) -> Result<Option<Element>, JsValue> {
        if self.markup != markup.0 {
            let page = article.owner_document().ok_or(JsValue::NULL)?;
            let new = parsed(&page, &markup.0)?;
            if let Some(new) = &new {
                article.insert_before(new, self.element.as_ref().or(next.as_ref()).map(AsRef::as_ref))?;
            }
            if let Some(old) = self.element.take() {
                old.remove();
            }
            (self.element, self.markup) = (new, markup.0);
        }
        Ok(self.element.clone().or(next))
    }
}
