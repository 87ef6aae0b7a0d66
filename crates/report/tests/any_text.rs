//! Any text, in any field that comes from the data, stays text on every surface.

mod sample;

use driftglass_core::Report;
use driftglass_report::{Stop, TerminalOptions, github_stops, html, junit, markdown, terminal};
use html5gum::{Token, Tokenizer};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::collections::BTreeSet;

/// What attacks are made of.
const PIECES: [&str; 36] = [
    "<",
    ">",
    "</",
    "/>",
    "\"",
    "'",
    "`",
    "&",
    "&lt;",
    "&#60;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "</style>",
    "</title>",
    "</td>",
    "</svg>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    " onload=alert(1) ",
    "javascript:alert(1)",
    "[a](b)",
    "![a](b)",
    "<https://evil.example>",
    "www.evil.example",
    "@everyone",
    "|",
    "\\",
    "\n# ",
    "\r",
    "\u{1b}[2J",
    "\u{9b}31m",
    "\u{202e}",
    "\u{0}",
    "é👩‍👧",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES.as_slice()).prop_map(str::to_owned),
        1 => ".{0,3}",
        1 => Just("n".repeat(700)),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Whether a field of this name holds free text in its parent. Other texts are names that the report's types know.
fn is_free(parent: &str, field: &str) -> bool {
    match field {
        "name" => !matches!(parent, "effect" | "aspects"),
        "reason" | "moved" | "change" | "label" | "labels" | "message" | "title" | "column" | "left"
        | "right" | "version" | "created_at" | "sha256" | "every" | "window" | "zone" => true,
        // What windows are compared with; elsewhere a data set.
        "reference" => parent == "timeline",
        // The method of an aspect is any name; those of the policy's rules are not.
        "method" => parent == "aspects",
        _ => false,
    }
}

/// Puts the next of the texts into every free field.
fn fill(value: &mut serde_json::Value, parent: &str, field: &str, texts: &mut impl Iterator<Item = String>) {
    match value {
        serde_json::Value::String(text) if is_free(parent, field) => *text = texts.next().unwrap_or_default(),
        serde_json::Value::Array(values) => {
            for value in values {
                fill(value, parent, field, texts);
            }
        }
        serde_json::Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                fill(value, field, name, texts);
            }
        }
        _ => {}
    }
}

fn sample_over_time() -> Report {
    sample::over_time(sample::report(), 9)
}

/// The sample with these texts, over and over.
fn report(texts: &[String]) -> Report {
    let mut json: serde_json::Value =
        serde_json::from_str(&sample_over_time().to_json()).expect("a report is JSON");
    fill(&mut json, "", "", &mut texts.iter().cycle().cloned());
    Report::from_json(&json.to_string()).expect("any text is allowed in a free field")
}

/// The elements of a page with their attributes, and what the page links to.
fn markup(page: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut shapes, mut links) = (BTreeSet::new(), BTreeSet::new());
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => {
                let element = String::from_utf8_lossy(&tag.name).into_owned();
                for (name, value) in &tag.attributes {
                    let name = String::from_utf8_lossy(name);
                    // A long name has a title, wherever a short one has none.
                    if name != "title" {
                        shapes.insert(format!("{element} {name}"));
                    }
                    if matches!(&*name, "href" | "src" | "action") {
                        links.insert(String::from_utf8_lossy(value).into_owned());
                    }
                }
                shapes.insert(element);
            }
            Token::Comment(comment) => {
                shapes.insert(format!("a comment: {}", String::from_utf8_lossy(&comment)));
            }
            Token::Error(error) => {
                shapes.insert(format!("an error: {error:?}"));
            }
            _ => {}
        }
    }
    (shapes, links)
}

/// Whether the character could steer a terminal or turn text around.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn every_free_field_is_filled() {
    let payload = "<script>alert(1)</script>";
    let page = html(&report(&[payload.to_owned()]), None);
    assert!(page.matches("&lt;script&gt;alert(1)&lt;/script&gt;").count() > 100);
    for name in ["capital_gain", "adult_reference.csv", "Prof-specialty"] {
        assert!(!page.contains(name), "{name}");
    }
    assert!(markup(payload).0.contains("script"), "and what is markup is found");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_text_makes_markup(texts in prop::collection::vec(text(), 1..6)) {
        let report = report(&texts);

        let (known, links) = markup(&html(&sample_over_time(), None));
        let page = html(&report, None);
        let (mut found, found_links) = markup(&page);
        // A name that cannot be read from left to right is isolated; a long one is written out.
        for allowed in ["bdi", "p class"] {
            found.remove(allowed);
        }
        prop_assert!(found.is_subset(&known), "{:?}", found.difference(&known).collect::<Vec<_>>());
        prop_assert_eq!(found_links, links);
        prop_assert!(!page.chars().any(|c| steers(c) && c != '\n'));

        let text = terminal(&report, &TerminalOptions { width: Some(100), color: false, top: None });
        prop_assert!(!text.chars().any(|c| steers(c) && c != '\n'), "{}", text);
        let stop = |text: &String| Stop::Hook { name: text.clone(), result: text.clone() };
        let stops: Vec<Stop> = texts.iter().map(stop).collect();
        prop_assert_eq!(github_stops(&stops).lines().count(), stops.len());
        prop_assert!(!github_stops(&stops).chars().any(|c| steers(c) && c != '\n'));
        prop_assert!(!junit(&report, &stops).chars().any(|c| steers(c) && c != '\n'));

        let source = markdown(&report, &stops);
        prop_assert!(!source.chars().any(|c| steers(c) && c != '\n'));
        for event in Parser::new_ext(&source, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Html(html) | Event::InlineHtml(html) => prop_assert_eq!(html.trim(), "<!-- -->", "{}", source),
                Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => prop_assert!(false, "{:?} in {}", tag, source),
                _ => {}
            }
        }
    }
}
