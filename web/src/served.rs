//! Files from the server that the page came from: the sample, and those that the page's address names.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Response, UrlSearchParams};

use crate::address;
use crate::message::Problem;
use crate::reason::reason;

/// What the page's address asks for.
pub(crate) enum Asked {
    /// `?ref=a.csv&cur=b.csv`: a comparison of files beside the page.
    Comparison(String, String),
    /// `?ref=a.csv&split=70%25`: a comparison within a file beside the page; without a split over time.
    One(String, Option<String>),
    /// `?report=report.json`: a report beside the page.
    Report(String),
}

/// What the page's address asks for, if anything. Whether its settings ask for windows decides what one file alone is for.
pub(crate) fn asked(is_cut: bool) -> Option<Result<Asked, Problem>> {
    let search = web_sys::window()?.location().search().ok()?;
    let parameters = UrlSearchParams::new_with_str(&search).ok()?;
    let [report, reference, current, split] =
        ["report", "ref", "cur", "split"].map(|name| parameters.get(name));
    match (report, reference, current, split) {
        (Some(report), None, None, None) => Some(Ok(Asked::Report(report))),
        (None, Some(reference), Some(current), None) => Some(Ok(Asked::Comparison(reference, current))),
        (None, Some(file), None, split) if is_cut || split.is_some() => Some(Ok(Asked::One(file, split))),
        (None, None, None, None) => None,
        _ => Some(Err(Problem {
            side: None,
            message: "the address names files in a way that makes no sense".to_owned(),
            hint: Some(
                "use ?ref=FILE&cur=FILE, ?ref=FILE&split=RULE, ?ref=FILE#every=1000rows, or ?report=FILE"
                    .to_owned(),
            ),
        })),
    }
}

/// The reference and the current file of the sample.
pub(crate) async fn sample() -> Result<(File, File), Problem> {
    let file = async |name: &str| {
        let address = address::named("driftglass-sample").map(|folder| folder + name);
        let loaded = match address {
            Ok(address) => fetch(&address, name).await,
            Err(error) => Err(error),
        };
        loaded.map_err(|error| missing(&format!("the sample's {name}"), &error))
    };
    Ok((file("reference.csv").await?, file("current.csv").await?))
}

/// A file beside the page, or below its folder.
pub(crate) async fn beside(path: &str) -> Result<File, Problem> {
    if !is_beside(path) {
        return Err(Problem {
            side: None,
            message: format!("\"{path}\" in the address is not a file beside this page"),
            hint: Some("name a file by its path below this page, such as data/today.csv".to_owned()),
        });
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let loaded = match address::absolute(path) {
        Ok(address) => fetch(&address, name).await,
        Err(error) => Err(error),
    };
    loaded.map_err(|error| missing(path, &error))
}

/// Whether a path leads from the page's folder down, and nowhere else.
fn is_beside(path: &str) -> bool {
    !path.is_empty()
        && !path.contains([':', '\\', '?', '#', '%'])
        && path.split('/').all(|part| !part.is_empty() && part != "..")
}

fn missing(what: &str, error: &JsValue) -> Problem {
    Problem {
        side: None,
        message: format!("{what} did not load: {}", reason(error).unwrap_or_default()),
        hint: Some("check the connection to the server of this page, or choose files of your own".to_owned()),
    }
}

async fn fetch(address: &str, name: &str) -> Result<File, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response = JsFuture::from(window.fetch_with_str(address)).await?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("the server answered {}", response.status()).into());
    }
    let blob = JsFuture::from(response.blob()?).await?;
    File::new_with_blob_sequence(&Array::of1(&blob), name)
}
