//! Edits of the page that Trunk wrote: small, and each an error where its place is not found.

use crate::digest::csp_source;
use crate::error::{Error, Result};

const CHARSET: &str = "<meta charset=\"utf-8\">";
/// Gives a folder that the page names its new name, wherever the page names it.
pub(crate) fn with_folder(html: &str, old: &str, new: &str) -> Result<String> {
    let mark = format!("=\"{old}/");
    if !html.contains(&mark) {
        return Err(Error::new(format!("index.html: no attribute names the folder `{old}`"))
            .hint("write its files' addresses as `folder/file`"));
    }
    Ok(html.replace(&mark, &format!("=\"{new}/")))
}

/// Gives the page its content security policy, which lets exactly its own scripts run.
///
/// `connect-src 'self'` is what holds the promise that nothing is uploaded. A worker does not inherit
/// the page's policy unless it starts from a `blob:` address, so the page starts its own from one; `'self'` is for the
/// service worker, which may not come from there.
pub(crate) fn with_policy(html: &str) -> Result<String> {
    let scripts: Vec<String> = inline_scripts(html)?.into_iter().map(csp_source).collect();
    let policy = [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval' {}", scripts.join(" ")),
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self' blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ");
    // Nothing that the policy governs may come before it; the charset has to be among the first bytes.
    let (before, after) = split_after(html, CHARSET)?;
    Ok(format!("{before}<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// The text of each script that the page holds itself.
fn inline_scripts(html: &str) -> Result<Vec<&str>> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("<script") {
        let element =
            after.split_once('>').and_then(|(tag, body)| Some((tag, body.split_once("</script>")?)));
        let Some((tag, (script, following))) = element else {
            return Err(Error::new("index.html: a script without an end"));
        };
        if !tag.contains(" src=") {
            scripts.push(script);
        }
        rest = following;
    }
    if scripts.is_empty() {
        return Err(Error::new("index.html: no script that starts the app")
            .hint("Trunk injects it, unless inject_scripts is off"));
    }
    Ok(scripts)
}

fn split_after<'a>(html: &'a str, mark: &str) -> Result<(&'a str, &'a str)> {
    match html.find(mark) {
        Some(start) => Ok(html.split_at(start + mark.len())),
        None => {
            Err(Error::new(format!("index.html: no `{mark}`")).hint("keep this tag in index.html, spelt so"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{with_folder, with_policy};
    use crate::digest::csp_source;

    #[test]
    fn every_inline_script_is_allowed_and_no_other() {
        let html = "<head><meta charset=\"utf-8\"><script src=\"a.js\"></script></head>\
                    <script type=\"module\">\nstart();\n</script><script>more()</script>";
        let page = with_policy(html).unwrap();
        assert!(page.contains(&csp_source("\nstart();\n")));
        assert!(page.contains(&csp_source("more()")));
        assert_eq!(page.matches("'sha256-").count(), 2);
        assert!(
            page.starts_with("<head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"")
        );
    }

    #[test]
    fn a_page_that_lacks_a_place_is_an_error() {
        assert!(with_policy("<script>start()</script>").is_err());
        assert!(with_policy("<meta charset=\"utf-8\">").is_err());
        assert!(with_policy("<meta charset=\"utf-8\"><script>start()").is_err());
        assert!(with_folder("<head></head>", "worker", "worker-1").is_err());
    }
}
