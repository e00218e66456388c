//! What `site.yaml` says about rules.

use crate::diagnostic::{Diagnostics, Message, Rule, Setting, Severity, rules};
use crate::field;
use crate::read::{Source, Step};
use crate::record::{RuleSettingRecord, SeverityRecord, SiteRecord};

/// The settings, those about some files after those about all, so that the nearer one is found last.
pub fn rule_settings(source: &Source, record: &SiteRecord, problems: &mut Diagnostics) -> Vec<Setting> {
    let mut settings = Vec::new();
    for (code, several) in &record.rules.0 {
        let Some(rule) = rule(source, code, problems) else { continue };
        for (at, one) in several.iter().enumerate() {
            let way = field!["rules", code.clone(), at];
            if one.reason.trim().is_empty() {
                problems.push(no_reason(source, &way));
                continue;
            }
            settings.push(setting(source, rule, one, &way));
        }
    }
    settings.sort_by_key(|setting: &Setting| !setting.files.is_empty());
    settings
}

fn setting(source: &Source, rule: &'static Rule, record: &RuleSettingRecord, way: &[Step]) -> Setting {
    let site = source.path.strip_suffix(source.within.as_str()).unwrap_or_default();
    Setting {
        rule,
        severity: match record.severity {
            SeverityRecord::Error => Some(Severity::Error),
            SeverityRecord::Warning => Some(Severity::Warning),
            SeverityRecord::Advice => Some(Severity::Advice),
            SeverityRecord::Off => None,
        },
        files: record.files.iter().map(|file| file.trim_start_matches("./").to_owned()).collect(),
        reason: record.reason.trim().to_owned(),
        site: site.to_owned(),
        place: source.at(way),
    }
}

/// The rule of a code, if a site may say anything about it.
fn rule(source: &Source, code: &str, problems: &mut Diagnostics) -> Option<&'static Rule> {
    let way = field!["rules"].into_iter().chain([Step::Name(code.to_owned().into())]).collect::<Vec<_>>();
    let Some(rule) = rules::ALL.iter().find(|rule| rule.code == code) else {
        let near = rules::ALL.iter().map(|rule| rule.code).min_by_key(|known| strsim::damerau_levenshtein(known, code));
        let near = near.unwrap_or_default();
        problems.push(
            source
                .problem(
                    &rules::WRONG_VALUE,
                    &way,
                    Message::new(format!("ไม่มีข้อตรวจ `{code}`"), format!("there is no rule `{code}`")),
                )
                .help(
                    format!("หมายถึง `{near}` หรือไม่ ดูรายการทั้งหมดด้วย prongsai rules"),
                    format!("did you mean `{near}`? All of them: prongsai rules"),
                ),
        );
        return None;
    };
    if rule.fixed {
        problems.push(
            source
                .problem(
                    &rules::WRONG_VALUE,
                    &way,
                    Message::new(
                        format!("ปรับระดับของ {code} ไม่ได้ เพราะเว็บจะเผยแพร่ไม่ได้หากยังไม่แก้"),
                        format!("{code} cannot be changed: nothing could be published before it is mended"),
                    ),
                )
                .help("ลบรายการนี้ออก", "take this entry out"),
        );
        return None;
    }
    Some(rule)
}

fn no_reason(source: &Source, way: &[Step]) -> crate::diagnostic::Diagnostic {
    let way = [way, &field!["reason"]].concat();
    let message = Message::new("ต้องบอกเหตุผล", "a reason must be given");
    source.problem(&rules::WRONG_VALUE, &way, message).help(
        "เขียนสั้น ๆ ว่าทำไมจึงตั้งไว้เช่นนี้ เพื่อให้ผู้รับช่วงงานเข้าใจ",
        "say briefly why it is so here, for whoever comes after you",
    )
}
