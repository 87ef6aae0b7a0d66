//! The page without a network, where the browser can keep it.

use js_sys::Reflect;

/// The script that keeps the page's files. It lies beside the page, because it can only keep what is below it.
const SCRIPT: &str = "service-worker.js";

/// Has the browser keep the page. Where it cannot, the page works as well, with a network.
pub fn keep() {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    // Some browsers and every address without HTTPS lack it.
    if Reflect::get(&navigator, &"serviceWorker".into()).is_ok_and(|container| container.is_object()) {
        let _ = navigator.service_worker().register(SCRIPT);
    }
}
