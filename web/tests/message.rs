//! Messages survive the way between page and worker.
#![cfg(target_family = "wasm")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use driftglass_core::policy::Settings;
use driftglass_web::message::{Event, Files, Inputs, Phase, Problem, Progress, Reply, Request, Side, Task};
use driftglass_web::options::{Options, Windows};
use js_sys::Array;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::File;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn a_request_carries_the_files_themselves() {
    let file = |name| File::new_with_str_sequence(&Array::of1(&"a\n1\n".into()), name).unwrap();
    let files = Files::Two { reference: file("reference.csv"), current: file("current.csv") };
    let inputs = Inputs { id: 3, files };
    let settings = Settings { alpha: Some(0.01), exclude: vec!["id".to_owned()], ..Settings::default() };
    let windows = Windows { every: "7d".to_owned(), ..Windows::default() };
    let options = Options { settings, windows };
    let task = Task::Compare { inputs: inputs.clone(), options: options.clone().into() };
    let sent = serde_wasm_bindgen::to_value(&Request { generation: 7, task }).unwrap();
    let back: Request = serde_wasm_bindgen::from_value(sent).unwrap();
    assert_eq!(back.generation, 7);
    assert!(
        matches!(back.task, Task::Compare { inputs: files, options: set } if files == inputs && *set == options)
    );
}

#[wasm_bindgen_test]
fn a_split_and_its_file_come_along() {
    let file = File::new_with_str_sequence(&Array::of1(&"a\n1\n".into()), "a.csv").unwrap();
    for split in [None, Some("a>=1".to_owned())] {
        let inputs = Inputs { id: 1, files: Files::One { file: file.clone(), split } };
        let sent = serde_wasm_bindgen::to_value(&inputs).unwrap();
        assert_eq!(serde_wasm_bindgen::from_value::<Inputs>(sent).unwrap(), inputs);
    }
}

#[wasm_bindgen_test]
fn what_the_worker_says_comes_back_as_it_was() {
    let there_and_back = |event| {
        let sent = serde_wasm_bindgen::to_value(&Reply { generation: 7, event }).unwrap();
        serde_wasm_bindgen::from_value::<Reply>(sent).unwrap().event
    };
    // More bytes than 32 bits count.
    let progress = Progress { phase: Phase::Reading(Some(Side::Current)), bytes: 1 << 33, total: 1 << 34 };
    assert!(
        matches!(there_and_back(Event::Progress(progress.clone())), Event::Progress(back) if back == progress)
    );
    let windows = Windows { season: "week".to_owned(), zone: "+01:00".to_owned(), ..Windows::default() };
    let options = Options { windows, ..Options::default() };
    assert!(
        matches!(there_and_back(Event::Options(options.clone().into())), Event::Options(back) if *back == options)
    );
    let problem =
        Problem { side: Some(Side::Reference), message: "a, row 2: \"<b>\"".to_owned(), hint: None };
    assert!(matches!(there_and_back(Event::Failed(problem.clone())), Event::Failed(back) if back == problem));
}
