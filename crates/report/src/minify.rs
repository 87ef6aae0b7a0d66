//! HTML without what every reader of HTML supplies: a report is mostly tables and paths, of which it is a third.

/// End tags that HTML lets a writer leave out wherever this crate's markup has them (HTML 13.1.2.4): what follows ends the element.
const IMPLIED: [&str; 9] =
    ["</td>", "</th>", "</tr>", "</thead>", "</tbody>", "</li>", "</dt>", "</dd>", "</body>"];

/// Elements of SVG that hold nothing here, which may close themselves.
const EMPTY: [&str; 5] = ["path", "rect", "line", "circle", "use"];

/// The markup, shorter; a browser makes the same document of it. Its text must be escaped, as maud's is: then every `<` outside quotes begins a tag.
/// So it may hold no script.
pub(crate) fn minify(html: &str) -> String {
    let mut short = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        short.push_str(&rest[..start]);
        rest = &rest[start..];
        let tag = &rest[..tag_length(rest)];
        rest = &rest[tag.len()..];
        if IMPLIED.contains(&tag) {
            continue;
        }
        let end = EMPTY.iter().find_map(|name| {
            let ours = tag[1..].strip_prefix(name)?.starts_with([' ', '>']);
            rest.strip_prefix("</").filter(|_| ours)?.strip_prefix(name)?.strip_prefix('>')
        });
        match end {
            Some(after) => {
                push_unquoted(&mut short, &tag[..tag.len() - 1]);
                // A slash right behind a value without quotes would belong to it.
                short.push_str(if short.ends_with('"') { "/>" } else { " />" });
                rest = after;
            }
            None => push_unquoted(&mut short, tag),
        }
    }
    short + rest
}

/// The length of the tag at the start; a `>` in quotes does not end it.
fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    let end = html.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.map_or(html.len(), |end| end + 1)
}

/// The tag with quotes only around values that need them.
fn push_unquoted(short: &mut String, tag: &str) {
    let mut parts = tag.split('"');
    short.push_str(parts.next().unwrap_or_default());
    while let (Some(value), Some(after)) = (parts.next(), parts.next()) {
        let plain =
            !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.%#".contains(&b));
        let quote = if plain { "" } else { "\"" };
        short.extend([quote, value, quote, after]);
    }
}

/// What a space beside means nothing, as this crate's style sheets have it.
const APART: [(&str, &str); 6] =
    [(" {", "{"), ("{ ", "{"), (" }", "}"), ("; ", ";"), (": ", ":"), (", ", ",")];

/// A style sheet of this crate without indentation, line breaks and the comments that have lines of their own. Its lines end where a
/// space means nothing.
pub(crate) fn minify_style(css: &str) -> String {
    let lines = css.lines().map(str::trim).filter(|line| !(line.starts_with("/*") && line.ends_with("*/")));
    APART
        .iter()
        .fold(lines.collect(), |css: String, (long, short)| css.replace(long, short))
        .replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::{minify, minify_style};

    #[test]
    fn a_style_sheet_is_one_line() {
        assert_eq!(
            minify_style("a, b {\n  /* why */\n  color: red;\n  & :is(i) { inset: 0 1px; }\n}\n"),
            "a,b{color:red;& :is(i){inset:0 1px}}"
        );
    }

    #[test]
    fn a_table_keeps_its_start_tags_alone() {
        let table =
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><p>b</p>";
        assert_eq!(minify(table), "<table><thead><tr><th>a<tbody><tr><td>1</table><p>b</p>");
    }

    #[test]
    fn shapes_close_themselves_and_plain_values_go_without_quotes() {
        assert_eq!(
            minify(
                "<svg class=\"x\"><path d=\"M0 0\" class=\"y\"></path></svg><a title=\"\" href=\"#c1\"></a>"
            ),
            "<svg class=x><path d=\"M0 0\" class=y /></svg><a title=\"\" href=#c1></a>"
        );
    }

    #[test]
    fn what_was_escaped_is_left_alone() {
        let text = "<b title=\"</td> > a=b\">&lt;/td&gt; class=\"x\"</b>";
        assert_eq!(minify(text), text);
    }
}
