//! Names, levels, files and messages that attack the surface which shows them.

mod sample;

use driftglass_report::{TerminalOptions, headline, html, markdown, terminal};

/// Whether the character could steer a terminal or turn text around.
fn steers(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[test]
fn in_html_they_are_text() {
    let page = html(&sample::hostile(), None);
    for markup in ["<script", "<img", "</title></style>", "\"'>", "onerror=\""] {
        assert!(!page.contains(markup), "{markup}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert_eq!(page.matches("</style>").count(), 1);
    assert_eq!(page.matches("</title></head>").count() + page.matches("</title><link").count(), 1);
}

#[test]
fn in_html_nothing_invisible_passes() {
    let page = html(&sample::hostile(), None);
    // Line breaks are those of the style sheet.
    let offender = page.chars().find(|c| steers(*c) && *c != '\n');
    assert_eq!(offender, None);
    let body = &page[page.find("<body>").unwrap()..];
    assert_eq!(body.matches('\n').count(), 1, "the line break that ends the file");
}

#[test]
fn in_html_a_name_is_isolated() {
    let page = html(&sample::hostile(), None);
    assert!(page.contains("<bdi class=name>שלום: 1</bdi>"));
    assert!(
        page.contains(
            "<span class=moved><bdi>שלום: 1</bdi> &quot;<bdi>שלום: 1</bdi>&quot;: 1 % → 2 %</span>"
        )
    );
}

#[test]
fn in_html_a_long_name_is_bounded() {
    let page = html(&sample::hostile(), None);
    // In full once in the details of each of its two columns; elsewhere cut.
    assert_eq!(page.matches(&"n".repeat(10_000)).count(), 2);
    assert!(page.len() < 190_000, "{} bytes", page.len());
}

#[test]
fn in_a_terminal_they_do_not_steer() {
    for width in [None, Some(100)] {
        let text = terminal(&sample::hostile(), &TerminalOptions { width, ..TerminalOptions::default() });
        assert_eq!(text.chars().find(|c| steers(*c) && *c != '\n'), None);
        assert!(text.contains("␛[2J"), "the sequence is shown, not sent");
        assert!(text.lines().all(|line| line.chars().count() < 500));
    }
    assert!(!headline(&sample::hostile()).chars().any(steers));
}

#[test]
fn in_markdown_they_are_text() {
    let text = markdown(&sample::hostile(), &[]);
    assert_eq!(text.chars().find(|c| steers(*c) && *c != '\n'), None);
    // Outside code spans, where everything is literal.
    let prose = text.lines().map(without_code).collect::<Vec<_>>().join("\n");
    for markup in ["<script", "<img", "[a]", "@everyone", "https://"] {
        assert!(!prose.contains(markup), "{markup}");
    }
    // Every row of the table has its seven cells.
    for row in text.lines().filter(|line| line.starts_with('|')) {
        assert_eq!(row.replace("\\|", "").matches('|').count(), 8, "{row}");
    }
}

/// The line without its code spans, whose fences are runs of backticks of the same length (`CommonMark` 6.1).
fn without_code(line: &str) -> String {
    let mut rest = line.replace("\\`", "");
    let mut kept = String::new();
    while let Some(start) = rest.find('`') {
        let length = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        let fence = "`".repeat(length);
        let inside = &rest[start + length..];
        let Some(end) = inside.find(&fence) else { break };
        kept += &rest[..start];
        rest = inside[end + length..].to_owned();
    }
    kept + &rest
}
