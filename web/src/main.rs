//! The page.

fn main() {
    console_error_panic_hook::set_once();
    yew::Renderer::<driftglass_web::App>::new().render();
    driftglass_web::offline::keep();
}
