//! What the browser's document can do, in the words of this crate.

use maud::{Markup, html};
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, HtmlTemplateElement, Node, NodeList};

/// Whether the browser did it. It refuses nothing that is asked of it here; if it did, the console would say so.
pub(crate) type Done = Result<(), JsValue>;

/// The first element below `root` that the selector means.
pub(crate) fn one(root: &Node, selector: &str) -> Result<Element, JsValue> {
    find(root, selector).ok_or_else(|| format!("there is no {selector}").into())
}

/// The same where there may be none.
pub(crate) fn find(root: &Node, selector: &str) -> Option<Element> {
    match root.dyn_ref::<Document>() {
        Some(document) => document.query_selector(selector).ok()?,
        None => root.dyn_ref::<Element>()?.query_selector(selector).ok()?,
    }
}

/// All elements below `root` that the selector means.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).map(|nodes| listed(&nodes)).unwrap_or_default();
    found.into_iter().filter_map(|node| node.dyn_into().ok()).collect()
}

fn listed(nodes: &NodeList) -> Vec<Node> {
    (0..nodes.length()).filter_map(|index| nodes.get(index)).collect()
}

/// The element of markup that this program's own functions have written, every text in it escaped; nothing where they had
/// nothing to write.
pub(crate) fn parsed(page: &Document, markup: &str) -> Result<Option<Element>, JsValue> {
    let template: HtmlTemplateElement = page.create_element("template")?.unchecked_into();
    template.set_inner_html(markup);
    Ok(template.content().first_element_child())
}

/// In markup for [`redraw`]: the child that the selector means stays as it is.
pub(crate) fn slot(selector: &str) -> Markup {
    html! { slot name=(selector) {} }
}

/// Makes an element what the markup says, but for the children that its slots keep. Those do not move, so they keep the focus too.
pub(crate) fn redraw(element: &Element, markup: &str) -> Done {
    let Some(new) = element.owner_document().and_then(|page| parsed(&page, markup).transpose()) else {
        return Ok(());
    };
    let new = new?;
    for attribute in ["class", "id"] {
        if let Some(value) = new.get_attribute(attribute) {
            element.set_attribute(attribute, &value)?;
        }
    }
    let kept = |node: &Node| {
        let selector =
            node.dyn_ref::<Element>().filter(|it| it.tag_name() == "SLOT")?.get_attribute("name")?;
        find(element, &format!(":scope > {selector}"))
    };
    let parts = listed(&new.child_nodes());
    let stays: Vec<Element> = parts.iter().filter_map(kept).collect();
    for child in listed(&element.child_nodes()) {
        if !stays.iter().any(|it| it.is_same_node(Some(&child))) {
            element.remove_child(&child)?;
        }
    }
    let mut next = element.first_child();
    for part in parts {
        if let Some(kept) = kept(&part) {
            next = kept.next_sibling();
        } else if part.node_name() != "SLOT" {
            element.insert_before(&part, next.as_ref())?;
        }
    }
    Ok(())
}

/// What a field holds.
pub(crate) fn value(field: &JsValue) -> String {
    js_sys::Reflect::get(field, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Puts something else into a field.
pub(crate) fn set_value(field: &Element, value: &str) -> Done {
    js_sys::Reflect::set(field, &"value".into(), &value.into()).map(drop)
}

/// Shows an element, or hides it.
pub(crate) fn set_hidden(element: &Element, hidden: bool) -> Done {
    element.toggle_attribute_with_force("hidden", hidden).map(drop)
}

/// Puts the focus on an element of the page.
pub(crate) fn focus(element: &Element) -> Done {
    element.dyn_ref::<HtmlElement>().map_or(Ok(()), HtmlElement::focus)
}
