//! The place of the report, which a program of its own draws.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, Element};
use yew::prelude::*;

use super::problem_note::ProblemNote;
use crate::message::Problem;
use crate::reason::reason;
use crate::report_module::{self, Shown};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The report's JSON.
    pub(crate) json: Blob,
}

/// What is on the page, and whether it is still wanted there.
enum Place {
    Awaited,
    Taken(Shown),
    Left,
}

/// Draws the report, and takes it away when another one comes or the page goes on.
#[component]
pub(crate) fn ReportHost(props: &Props) -> Html {
    let root = use_node_ref();
    let problem = use_state(|| None);
    use_effect_with(props.json.clone(), {
        let (root, problem) = (root.clone(), problem.setter());
        move |json| {
            let place = Rc::new(RefCell::new(Place::Awaited));
            if let Some(root) = root.cast::<Element>() {
                let (json, place) = (json.clone(), place.clone());
                spawn_local(async move {
                    let shown = report_module::show(&root, &json).await;
                    let is_left = matches!(*place.borrow(), Place::Left);
                    match shown {
                        Ok(shown) if is_left => shown.remove(),
                        Ok(shown) => {
                            problem.set(None);
                            place.replace(Place::Taken(shown));
                        }
                        Err(error) => problem.set(Some(Problem {
                            side: None,
                            message: format!("the report cannot be shown: {}", reason(&error).unwrap_or_default()),
                            hint: Some("check the connection to the server of this page, or save the report and open it".to_owned()),
                        })),
                    }
                });
            }
            move || {
                if let Place::Taken(shown) = place.replace(Place::Left) {
                    shown.remove();
                }
            }
        }
    });
    html! {
        <main>
            if let Some(problem) = &*problem {
                <ProblemNote problem={problem.clone()} />
            }
            <div ref={root} />
        </main>
    }
}
