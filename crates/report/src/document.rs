//! An HTML file that needs nothing beside itself, fetches nothing and runs no script but its own.

use crate::minify::{minify, minify_style};
use crate::packed::csp_source;
use maud::{Markup, PreEscaped, html};
use std::fmt::Write;

/// The version of this program.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// An icon without a file: a half-filled disc.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='6.5' fill='%23fff' stroke='%23006d77' stroke-width='2'/%3E%3Cpath d='M8 2a6 6 0 0 1 0 12z' fill='%23006d77'/%3E%3C/svg%3E";

/// What a file is made of.
pub(crate) struct Document<'a> {
    /// Its title, to which the program's name is added.
    pub(crate) title: &'a str,
    /// Its style, in parts.
    pub(crate) style: &'a [&'a str],
    /// The scripts that may run.
    pub(crate) scripts: &'a [&'a str],
    /// Whether they may start WebAssembly.
    pub(crate) allows_wasm: bool,
    /// What is in it.
    pub(crate) body: &'a Markup,
    /// What follows as it is: scripts, whose text is not markup.
    pub(crate) behind: &'a str,
}

impl Document<'_> {
    /// The file.
    pub(crate) fn write(&self) -> String {
        let page = html! {
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(self.content_security_policy());
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (self.title.trim_end_matches('.')) " – driftglass" }
                    link rel="icon" href=(ICON);
                    style { (PreEscaped(minify_style(&self.style.concat()))) }
                }
                body { (self.body) }
            }
        };
        let page = minify(&page.into_string());
        format!("<!doctype html>\n{}{}\n", page.trim_end_matches("</html>"), self.behind)
    }

    /// Nothing may be fetched or sent, and no script may run but these: the page holds all that it shows.
    fn content_security_policy(&self) -> String {
        let mut scripts = String::new();
        for script in self.scripts {
            // Writing to a string cannot fail.
            let _ = write!(scripts, " {}", csp_source(script));
        }
        if self.allows_wasm {
            scripts += " 'wasm-unsafe-eval'";
        }
        if !scripts.is_empty() {
            scripts = format!("script-src{scripts}; ");
        }
        format!(
            "default-src 'none'; {scripts}style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        )
    }
}
