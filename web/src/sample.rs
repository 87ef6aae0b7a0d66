//! The bundled sample, from the server that the page came from.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Response};

use crate::message::Problem;
use crate::reason::reason;

/// The reference and the current file of the sample.
pub(crate) async fn load() -> Result<(File, File), Problem> {
    let problem = |name: &'static str| {
        move |error: JsValue| Problem {
            side: None,
            message: format!("the sample's {name} did not load: {}", reason(&error).unwrap_or_default()),
            hint: Some(
                "check the connection to the server of this page, or choose files of your own".to_owned(),
            ),
        }
    };
    let (reference, current) = ("reference.csv", "current.csv");
    Ok((fetch(reference).await.map_err(problem(reference))?, fetch(current).await.map_err(problem(current))?))
}

async fn fetch(name: &str) -> Result<File, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response = JsFuture::from(window.fetch_with_str(&format!("sample/{name}"))).await?;
    let response: Response = response.unchecked_into();
    if !response.ok() {
        return Err(format!("the server answered {}", response.status()).into());
    }
    let blob = JsFuture::from(response.blob()?).await?;
    File::new_with_blob_sequence(&Array::of1(&blob), name)
}
