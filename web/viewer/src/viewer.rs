//! The report, what the reader has chosen, and the verbs of the controls.

use crate::article::Article;
use crate::controls::{Panel, Toolbar, banner, help};
use crate::dom::{self, Done, focus};
use crate::evidence::Packed;
use crate::state::{ColumnDraft, Draft, Selection};
use crate::windows;
use driftglass_core::judge;
use driftglass_core::policy::PolicyError;
use driftglass_core::report::Report;
use gloo_events::EventListener;
use js_sys::Array;
use maud::html;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlDialogElement};

/// A report with everything that scripts add.
pub(crate) struct Viewer {
    /// The report as it was made.
    own: Report,
    /// The report under the policy of the moment.
    report: Report,
    article: Article,
    /// The markup of each column that was packed.
    packed: Packed<Vec<Option<String>>>,
    windows: Packed<Array>,
    toolbar: Toolbar,
    panel: Panel,
    selection: Selection,
    draft: Draft,
    is_guest: bool,
    listeners: Vec<EventListener>,
}

impl Viewer {
    /// Puts the tools into the article of the file's report.
    pub(crate) fn new(
        file: &Document,
        article: Element,
        own: Report,
        is_guest: bool,
    ) -> Result<Self, JsValue> {
        let article = Article::of(article, &own)?;
        let draft = Draft::of(&own.policy);
        let tools =
            html! { (Toolbar::markup(&own, is_guest)) (Panel::markup(&draft)) @if !is_guest { (help()) } };
        article.tools.set_inner_html(&tools.0);
        let mut viewer = Self {
            toolbar: Toolbar::standing(&article.tools)?,
            panel: Panel::standing(&article.tools)?,
            packed: Packed::of(file, "evidence"),
            windows: Packed::of(file, "windows-data"),
            report: own.clone(),
            selection: Selection::default(),
            own,
            article,
            draft,
            is_guest,
            listeners: Vec::new(),
        };
        viewer.panel.say(&viewer.own, viewer.can_copy())?;
        viewer.show_choice()?;
        for place in 0..viewer.own.columns.len() {
            if viewer.article.rows()[place].is_open() {
                viewer.opened(place)?;
            }
        }
        Ok(viewer)
    }

    /// Keeps what hears, until the article is taken away.
    pub(crate) fn keep(&mut self, listeners: Vec<EventListener>) {
        self.listeners = listeners;
    }

    /// Takes the article from the page, and gives back what hears.
    pub(crate) fn take_away(&mut self) -> Vec<EventListener> {
        self.article.element.remove();
        std::mem::take(&mut self.listeners)
    }

    /// Changes what is seen, and in which order.
    pub(crate) fn select(&mut self, change: impl FnOnce(&mut Selection)) -> Done {
        change(&mut self.selection);
        self.show_choice()
    }

    /// Changes the policy of all columns, as far as it was typed.
    pub(crate) fn try_policy(&mut self, change: impl FnOnce(&mut Draft)) -> Done {
        change(&mut self.draft);
        self.judge()
    }

    /// Changes the policy of the column at this place.
    pub(crate) fn try_rules(&mut self, place: usize, change: impl FnOnce(&mut ColumnDraft)) -> Done {
        change(self.draft.column(&self.own.columns[place].name));
        self.judge()
    }

    /// Goes back to the report's own policy.
    pub(crate) fn reset(&mut self) -> Done {
        self.draft = Draft::of(&self.own.policy);
        self.panel.fill(&self.draft)?;
        for (row, column) in self.article.rows().iter().zip(&self.own.columns) {
            row.remove_rules();
            if row.is_open() {
                row.add_rules(&self.own, column)?;
            }
        }
        self.judge()?;
        // The button that had the focus is gone.
        self.toolbar.focus_policy()
    }

    /// Judges the report by what is typed. What is no policy yet changes nothing but the panel, which says why.
    fn judge(&mut self) -> Done {
        match self.judged() {
            Ok(report) => self.report = report,
            Err(problem) => return self.panel.complain(&problem),
        }
        let banner = if self.draft.is_of(&self.own.policy) {
            html! {}
        } else {
            banner(&self.own)
        };
        self.article.draw(&self.report, banner)?;
        self.panel.say(&self.report, self.can_copy())?;
        self.show_choice()
    }

    fn judged(&self) -> Result<Report, String> {
        let in_words = |error: PolicyError| match error.hint() {
            Some(hint) => format!("{error}: {hint}"),
            None => error.to_string(),
        };
        if self.draft.is_of(&self.own.policy) {
            return Ok(self.own.clone());
        }
        let policy = self.draft.settings(&self.own.policy)?.policy().map_err(in_words)?;
        judge(&self.own, &policy).map_err(in_words)
    }

    fn show_choice(&mut self) -> Done {
        let order = self.selection.of(&self.report);
        let columns = &self.report.columns;
        self.article.arrange(order.into_iter().map(|(place, is_seen)| (&columns[place], is_seen)))?;
        self.toolbar.show(&self.report, &self.selection, self.article.seen())
    }

    /// Opens all rows that are seen, or closes all.
    pub(crate) fn open_all(&mut self, open: bool) -> Done {
        self.article.rows().iter().filter(|row| row.is_seen() || !open).try_for_each(|row| row.set_open(open))
    }

    /// Draws what a row has opened to.
    pub(crate) fn opened(&mut self, place: usize) -> Done {
        let row = &mut self.article.rows()[place];
        let position = row.position;
        if let (true, Packed::Unpacked(evidence)) = (row.is_packed(), &self.packed) {
            row.unpack(evidence[place].as_deref().unwrap_or_default())?;
        }
        if let Some(column) = self.report.columns.iter().find(|column| column.position == position) {
            row.draw_detail(&self.report, column)?;
        }
        if !row.is_packed() {
            row.add_rules(&self.own, &self.own.columns[place])?;
        }
        Ok(())
    }

    /// The file, where a row is open whose evidence it has packed and nobody has asked for.
    pub(crate) fn wants_evidence(&mut self) -> Option<Document> {
        let is_wanted = self.article.rows().iter().any(|row| row.is_open() && row.is_packed());
        if is_wanted { self.packed.ask() } else { None }
    }

    /// Takes the evidence that was packed. Where it could not be had, the rows stay without.
    pub(crate) fn take_evidence(&mut self, mut evidence: Vec<Option<String>>) -> Done {
        evidence.resize(self.own.columns.len(), None);
        self.packed = Packed::Unpacked(evidence);
        for place in 0..self.own.columns.len() {
            if self.article.rows()[place].is_open() {
                self.opened(place)?;
            }
        }
        Ok(())
    }

    /// The file, where a window is open that does not list all of its columns, and nobody has asked for them.
    pub(crate) fn wants_windows(&mut self) -> Option<Document> {
        if windows::short(&self.article.element).is_empty() { None } else { self.windows.ask() }
    }

    /// Takes the windows that were packed.
    pub(crate) fn take_windows(&mut self, windows: Array) -> Done {
        self.windows = Packed::Unpacked(windows);
        self.fill_windows()
    }

    /// Lists all columns of the windows that are open.
    pub(crate) fn fill_windows(&self) -> Done {
        let Packed::Unpacked(packed) = &self.windows else { return Ok(()) };
        windows::fill(&self.article.element, &self.own, packed)
    }

    /// Goes to what a link leads to: the details of a column, or a window.
    pub(crate) fn follow(&mut self, address: &str) -> Done {
        if address.starts_with("#w") {
            windows::reveal(&self.article.element, address)
        } else {
            self.reveal(address)
        }
    }

    /// Goes to the row whose details have this id, wherever a filter has it.
    fn reveal(&mut self, id: &str) -> Done {
        let position = id.strip_prefix("#c").and_then(|position| position.parse::<u64>().ok());
        let Some(place) = self.own.columns.iter().position(|it| Some(it.position) == position) else {
            return Ok(());
        };
        if !self.article.rows()[place].is_seen() {
            self.clear()?;
        }
        self.article.rows()[place].reveal()
    }

    /// Shows all columns.
    pub(crate) fn clear(&mut self) -> Done {
        self.select(|selection| *selection = Selection { sort: selection.sort, ..Selection::default() })
    }

    /// Opens the panel of the policy, or closes it.
    pub(crate) fn toggle_panel(&self) -> Done {
        self.toolbar.set_expanded(self.panel.toggle()?)
    }

    /// Opens the help, where there is one.
    pub(crate) fn open_help(&self) -> Done {
        let Some(dialog) = dom::find(&self.article.tools, "dialog") else { return Ok(()) };
        let dialog: HtmlDialogElement = dialog.unchecked_into();
        if dialog.open() { Ok(()) } else { dialog.show_modal() }
    }

    /// Does what a key is for; false where it is for nothing here.
    pub(crate) fn press(&mut self, key: &str) -> Result<bool, JsValue> {
        match key {
            "/" => self.toolbar.focus_search()?,
            "j" => return self.step(true),
            "k" => return self.step(false),
            "p" => self.toggle_panel()?,
            "?" if !self.is_guest => self.open_help()?,
            "Escape" => return self.leave(),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Puts the focus on the next row that is seen, or the previous one.
    fn step(&mut self, forward: bool) -> Result<bool, JsValue> {
        let rows = dom::all(&self.article.element, ".columns > ol > li:not([hidden]) > details > summary");
        let focused = self.focused();
        let is_in = |row: &Element| row.parent_element().is_some_and(|row| row.contains(focused.as_deref()));
        let next = match rows.iter().position(is_in) {
            None => Some(0),
            Some(current) if forward => Some(current + 1),
            Some(current) => current.checked_sub(1),
        };
        next.and_then(|next| rows.get(next)).map_or(Ok(false), |row| focus(row).map(|()| true))
    }

    /// Leaves the column that the focus is in, or clears what was typed to find one.
    fn leave(&mut self) -> Result<bool, JsValue> {
        let Some(focused) = self.focused() else { return Ok(false) };
        if self.toolbar.is_search(&focused) {
            self.select(|selection| selection.name.clear())?;
            return Ok(true);
        }
        let Some(place) = self.article.place_of(&focused) else { return Ok(false) };
        let row = &self.article.rows()[place];
        if !row.is_open() {
            return Ok(false);
        }
        row.set_open(false)?;
        row.focus()?;
        Ok(true)
    }

    fn focused(&self) -> Option<Element> {
        self.article.element.owner_document()?.active_element()
    }

    /// The row that an element is in.
    pub(crate) fn place_of(&self, element: &Element) -> Option<usize> {
        self.article.place_of(element)
    }

    /// Which of both forms the policy has.
    fn can_copy(&self) -> [bool; 2] {
        [self.as_toml().is_some(), self.as_command().is_some()]
    }

    /// What a button of the panel copies; nothing where it cannot be said.
    pub(crate) fn as_toml(&self) -> Option<String> {
        Some(self.draft.settings(&self.own.policy).ok()?.to_toml())
    }

    /// The same as a command line, where the report is of two files, whole.
    pub(crate) fn as_command(&self) -> Option<String> {
        let [reference, current] = [&self.own.reference, &self.own.current];
        // Both parts of one file have its digest, and names that are none of a file.
        let is_split = reference.sha256.is_some()
            && reference.sha256 == current.sha256
            && reference.name != current.name;
        if is_split || self.own.timeline.is_some() {
            return None;
        }
        let files = [reference, current].map(|source| source.name.as_str());
        self.draft.settings(&self.own.policy).ok()?.to_command("check", files)
    }
}
