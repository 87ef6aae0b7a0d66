//! The promise, and how to check it.

use yew::prelude::*;

/// Nothing is uploaded, and how to verify it.
#[component]
pub(crate) fn Privacy() -> Html {
    html! {
        <section class="privacy" aria-labelledby="privacy">
            <h2 id="privacy">{ "Nothing is uploaded" }</h2>
            <p>{ "Your files are read and compared by this page, on your own machine. You need not take our word for it:" }</p>
            <ul>
                <li>
                    { "The page's content security policy, " }<code>{ "connect-src 'self'" }</code>
                    { ", has the browser refuse connections to any server but the one that the page came from. It is in the page's source." }
                </li>
                <li>{ "Switch the network off now, then compare two files. It works." }</li>
            </ul>
        </section>
    }
}
