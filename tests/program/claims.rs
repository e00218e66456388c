//! What records say of dates, years, results and instruments, held against the rest of what they say.

use crate::support::{Project, said};

/// What `check` says in English of one measure of 2566, whose front matter goes on like this.
fn measure(fields: &str) -> String {
    of(&[("2566/measures/a.md", &format!("---\ntitle: ก\nunits: สำนักปลัด\n{fields}---\n"))])
}

fn of(files: &[(&str, &str)]) -> String {
    said(&Project::new(files).run(&["check", "--all", "--lang", "en"]))
}

#[test]
fn what_is_called_done_reports_something() {
    for claim in ["status: done\nactions: [{ text: ข, status: done }]\n", "status: done\nactions: [{ text: ข }]\n"]
    {
        let told = measure(claim);
        assert_eq!(told.matches("warning[PS210]").count(), 1, "{told}");
    }
    for sound in [
        "actions: [{ text: ข, status: done, remark: รายงานไว้ในมาตรการที่ 1 }]\n",
        "status: done\nremark: รายงานไว้ในมาตรการที่ 1\nactions: [{ text: ข }]\n",
        "status: done\nactions: [{ text: ข, status: done, results: [{ text: ค }] }]\n",
        "actions: [{ text: ข, status: done }]\nreport: { actions: [{ text: ค, results: [{ text: ง }] }] }\n",
    ] {
        let told = measure(sound);
        assert!(!told.contains("PS210"), "{sound}: {told}");
    }
}

#[test]
fn a_period_has_a_day_in_its_year() {
    let told = measure("period: ต.ค. 2564 - ก.ย. 2565\nactions: [{ text: ข, period: ต.ค. 2566 }]\n");
    assert_eq!(told.matches("warning[PS205]").count(), 2, "{told}");
    assert!(told.contains("a.md:4:9") && told.contains("from 1 October 2022 to 30 September 2023"), "{told}");
    let sound = measure("period: ก.ย. 2565 - ต.ค. 2565\nactions: [{ text: ข, period: ก.ย. 2566 - ธ.ค. 2567 }]\n");
    assert!(!sound.contains("PS205"), "{sound}");
}

#[test]
fn the_day_on_which_a_period_was_over_is_its_last() {
    let told = measure("period: ม.ค. 2566 - มี.ค. 2566\n");
    assert!(told.contains("“ม.ค. 2566 - มี.ค. 2566” was over on 31 March 2023"), "{told}");
}

#[test]
fn a_year_of_which_nothing_is_known_is_not_taken_for_another() {
    let told = of(&[("2566/assessment.md", "---\nanalysed_year: 2560\n---\n")]);
    assert!(told.contains("PS109") && !told.contains("PS204"), "{told}");
    let told = of(&[("2566/assessment.md", "---\nanalysed_year: 2566\n---\n")]);
    assert!(told.contains("the analysed year (2566) should come before") && told.contains("site.yaml"), "{told}");
}

#[test]
fn a_plan_of_last_year_is_told_and_a_comparison_with_it_is_not() {
    let titled = |title: &str| {
        let link = format!("links: [{{ title: {title}, url: 'https://www.example.go.th/a.pdf' }}]");
        of(&[("2566/oit/o12.md", &format!("---\n{link}\n---\n"))])
    };
    for wrong in ["แผนปฏิบัติการประจำปีงบประมาณ พ.ศ. 2565", "รายงานผลประจำปีงบประมาณ พ.ศ. 2564"]
    {
        assert!(titled(wrong).contains("PS212"), "{wrong}");
    }
    for right in [
        "รายงานผลการดำเนินการต่อเนื่องจากปีงบประมาณ พ.ศ. 2564",
        "รายงานผลการดำเนินงานประจำปีงบประมาณ พ.ศ. 2565",
        "แผนพัฒนาท้องถิ่น ประจำปี พ.ศ. 2561 - 2565 และปีงบประมาณ พ.ศ. 2566",
    ] {
        let told = titled(right);
        assert!(!told.contains("PS212"), "{right}: {told}");
    }
}

#[test]
fn instrument_indicators_and_questions_agree() {
    for wrong in ["instrument: IIT\nindicators: [9]\n", "indicators: [6]\nquestions: [i29]\n"] {
        let told = measure(wrong);
        assert_eq!(told.matches("warning[PS214]").count(), 1, "{wrong}: {told}");
    }
    // Items of the list are what answers an indicator of any instrument.
    for right in ["instrument: IIT\nindicators: [5]\noit: [o33]\n", "instrument: OIT\nindicators: [9, 10]\n"] {
        let told = measure(right);
        assert!(!told.contains("PS214"), "{right}: {told}");
    }
}
