//! What templates can use: filters, tests and functions of Tera, and the components of the built-in theme.

use crate::diagnostic::Language;
use crate::theme::component_signatures;

/// Filters, `{{ value | name }}`.
const FILTERS: &[(&str, &str)] = &[
    ("abs", "a number without its sign"),
    ("capitalize", "the first letter large, the others small"),
    ("default(value)", "the value where there is none"),
    ("escape_html", "with `<`, `>`, `&` and quotes spelt out; what is shown is anyway"),
    ("escape_xml", "the same for XML"),
    ("first", "the first of a list"),
    ("float", "as a number with a fraction"),
    ("get(key)", "the value of a key, whose name is worked out"),
    ("group_by(attribute)", "a list as lists by the value of a field"),
    ("indent(width)", "every line with spaces before it"),
    ("int", "as a whole number"),
    ("join(sep)", "a list as one text"),
    ("keys", "the keys of a map"),
    ("last", "the last of a list"),
    ("length", "how many there are in a list, or characters in a text"),
    ("lower", "in small letters"),
    ("newlines_to_br", "line breaks as `<br>`"),
    ("nth(n)", "one of a list, from 0"),
    ("pairs", "a map as a list of keys and values"),
    ("pluralize", "the ending of a plural"),
    ("replace(from, to)", "with one text in the place of another"),
    ("reverse", "the other way round"),
    ("round(precision)", "a number with so many decimals"),
    ("safe", "as it is, not spelt out: only for `body`, which is HTML already"),
    ("sort(attribute)", "in order"),
    ("split(pat)", "a text as a list"),
    ("str", "as a text"),
    ("title", "every word with a large letter"),
    ("trim", "without white space around it; `trim_start` and `trim_end` for one end"),
    ("truncate(length)", "cut to so many characters"),
    ("unique", "each value once"),
    ("upper", "in large letters"),
    ("values", "the values of a map"),
    ("wordcount", "how many words; not for Thai, which writes none apart"),
];

/// Tests, `{% if value is name %}`.
const TESTS: &[&str] = &[
    "array",
    "bool",
    "containing",
    "defined",
    "divisible_by",
    "ending_with",
    "even",
    "float",
    "integer",
    "iterable",
    "map",
    "none",
    "number",
    "odd",
    "starting_with",
    "string",
    "undefined",
];

/// Functions, `name(…)`.
const FUNCTIONS: &[(&str, &str)] = &[
    ("range(end, start, step)", "the numbers up to `end`, without it"),
    ("super()", "in a block: what the template that is extended has there"),
    ("throw(message)", "stops with a message"),
];

/// All of them, in Markdown.
pub fn tools(language: Language) -> String {
    let [filters, tests, functions, components] = match language {
        Language::Thai => ["ตัวกรอง", "การทดสอบ", "ฟังก์ชัน", "ส่วนประกอบ"],
        Language::English => ["Filters", "Tests", "Functions", "Components"],
    };
    let row = |(name, what): &(&str, &str)| format!("- `{name}`: {what}");
    let rows = |of: &[(&str, &str)]| of.iter().map(row).collect::<Vec<_>>().join("\n");
    let tested: Vec<_> = TESTS.iter().map(|name| format!("`{name}`")).collect();
    let mut text = format!(
        "### {filters}\n\n{}\n\n### {tests}\n\n{}\n\n### {functions}\n\n{}\n\n### {components}\n\n",
        rows(FILTERS),
        tested.join(", "),
        rows(FUNCTIONS)
    );
    for (name, arguments) in component_signatures() {
        let written = [vec![name], arguments].concat().join(" ");
        text += &format!("- `<{written} />`\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use tera::Tera;

    #[test]
    fn what_is_told_is_there() {
        let bare = |name: &'static str| name.split('(').next().unwrap_or(name);
        let asks = FILTERS.iter().map(|(name, _)| format!("{{{{ x | {} }}}}", bare(name)));
        let asks = asks.chain(TESTS.iter().map(|name| format!("{{% if x is {name} %}}{{% endif %}}")));
        let functions = FUNCTIONS.iter().map(|(name, _)| bare(name)).filter(|name| *name != "super");
        for text in asks.chain(functions.map(|name| format!("{{{{ {name}() }}}}"))) {
            let told = Tera::default().add_raw_template("a.html", &text).map_err(|error| error.to_string());
            assert!(told.as_ref().err().is_none_or(|told| !told.contains("Unknown")), "{text}: {told:?}");
        }
    }
}
