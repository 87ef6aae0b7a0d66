//! The place of the report, which the viewer shows.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, Element};
use yew::prelude::*;

use super::problem_note::ProblemNote;
use crate::message::Problem;
use crate::reason::reason;
use crate::viewer::{self, Shown};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    /// The report as a file.
    pub(crate) html: Blob,
}

/// What is on the page, and whether it is still wanted there.
enum Place {
    Awaited,
    Taken(Shown),
    Left,
}

/// Shows the report, and takes it away when another one comes or the page goes on.
#[component]
pub(crate) fn ReportHost(props: &Props) -> Html {
    let root = use_node_ref();
    let problem = use_state(|| None);
    use_effect_with(props.html.clone(), {
        let (root, problem) = (root.clone(), problem.setter());
        move |html| {
            let place = Rc::new(RefCell::new(Place::Awaited));
            if let Some(root) = root.cast::<Element>() {
                let (html, place) = (html.clone(), place.clone());
                spawn_local(async move {
                    let shown = viewer::show(&root, &html).await;
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
