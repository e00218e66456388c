//! Records made to take all memory: far too long, far too deep, far too many. A site of them builds in a bounded part
//! of it.

use crate::support::{Project, said};
use std::process::{Command, Output};

/// How long each of them is, in bytes.
const LONG: usize = 100_000;
/// The most address space that the program may take, in kB; of that it uses far less.
const MOST: usize = 1_500_000;

/// Runs the program where memory ends.
fn run(project: &Project, command: &str) -> Output {
    Command::new("sh")
        .args(["-c", &format!("ulimit -v {MOST} && exec \"$0\" {command} --lang en"), env!("CARGO_BIN_EXE_prongsai")])
        .current_dir(project.path(""))
        .env("RAYON_NUM_THREADS", "2")
        .output()
        .expect("a shell")
}

fn repeated(unit: &str) -> String {
    unit.repeat(LONG / unit.len())
}

/// Bodies that the parser of Markdown, the readers of text and the pages must bear.
fn bodies() -> Vec<String> {
    let units = [
        "> ",
        "- ",
        "1. ",
        "[a](",
        "[a](b) ",
        "![](",
        "*a **b ",
        "`a`` ",
        "&amp;",
        "# ก\n",
        "[^1] ",
        "[",
        "<a ",
        "<!--",
        "ก",
        "ซ่องทาง ",
        "การการ ",
        "ก า ร ",
        "1-1037-02071-81-1 ",
        "081-234-5678 ",
        "นาย ก บ้านเลขที่ 1 หมู่ 1 ",
        "\n",
        "[a]: b\n[a] \n",
        "    a\n",
        "\u{200b}",
        "\u{e33}\u{e4d}",
        "ปีงบประมาณ 2500 ",
        "๑ ม.ค. ๒๕๖๖ ",
        "~~a ",
        "|a|\n|-|\n",
    ];
    let wide = repeated("|a");
    let columns = LONG / 20;
    let table = format!("{}|\n{}|\n{}", "|a".repeat(columns), "|-".repeat(columns), "|\n".repeat(LONG / 4));
    units.iter().map(|unit| repeated(unit)).chain([wide, table]).collect()
}

#[test]
fn a_site_of_hostile_bodies_builds_in_bounded_memory() {
    let bodies = bodies();
    let project = Project::new(&[("site.yaml", &settings())]);
    for (at, body) in bodies.iter().enumerate() {
        project.write(&format!("content/2566/measures/m{at}.md"), format!("---\ntitle: ก\n---\n\n{body}\n").as_bytes());
    }
    let output = run(&project, "build");
    assert!(output.status.success(), "{}", said(&output));
    for at in 0..bodies.len() {
        assert!(project.page(&format!("2566/measures/m{at}.html")).contains("</html>"));
    }
}

/// All that such bodies break, allowed: what is tried here is whether they can be built.
fn settings() -> String {
    let rules: Vec<String> = ["PS104", "PS105", "PS601"]
        .iter()
        .map(|code| format!("  {code}: {{ severity: off, reason: ทดลอง }}\n"))
        .collect();
    format!("{}rules:\n{}", crate::support::SITE, rules.concat())
}

/// Front matter that is long in every way there is.
fn fields() -> Vec<String> {
    let list = |head: &str, item: &str| format!("{head}{}", repeated(item));
    let keys = (0..LONG / 12).map(|at| format!("k{at}: 1\n")).collect::<Vec<_>>().concat();
    vec![
        list("actions:\n", "- text: a\n"),
        list("actions:\n- text: a\n  results:\n", "  - {text: a, date: 2566-01-01}\n"),
        format!("indicators: [{}1]", repeated("1,")),
        format!("oit: [{}o1]", repeated("o1,")),
        list("units:\n", "- clerk\n"),
        list("units:\n", "- nobody\n"),
        list("actions:\n", "- txet: a\n"),
        keys,
        format!("units: {}", repeated("[")),
        format!("parts: {}", repeated("{a: ")),
        format!("period: {}", repeated("ม.ค. 2566 - ")),
        format!("status: {}", repeated("done")),
        format!("slug: {}", repeated("a")),
        format!("number: {}", repeated("9")),
        format!("remark: |\n{}", repeated("  a\n")),
        format!("remark: \"{}\"", repeated("\\u0e01")),
        format!("a: &a [x]\n{}", (0..30).map(|at| format!("b{at}: [*a, *a, *a, *a]\n")).collect::<Vec<_>>().concat()),
    ]
}

#[test]
fn hostile_fields_are_told_or_built_in_bounded_memory() {
    for fields in fields() {
        let record = format!("---\ntitle: ก\n{fields}\n---\n");
        let project = Project::new(&[("2566/measures/a.md", &record)]);
        let output = run(&project, "build");
        let said = said(&output);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{fields:.60}: {said}");
        assert_eq!(output.status.success(), project.path("public/index.html").exists(), "{fields:.60}: {said}");
        assert!(said.len() < 100_000, "{fields:.60}: {} bytes are said", said.len());
    }
}
