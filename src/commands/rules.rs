//! `prongsai rules`: the list of rules, one of them, or the whole handbook.

use super::report;
use crate::cli::RulesArgs;
use crate::diagnostic::{Language, rules};
use crate::handbook;
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

/// Runs the command.
#[must_use]
pub fn rules(args: &RulesArgs, language: Language) -> ExitCode {
    let text = match args.code {
        Some(rule) => handbook::one(rule, language),
        None if args.handbook => handbook::page(language),
        None => Ok(list(language)),
    };
    match text {
        Ok(text) => {
            report::line(text.trim_end());
            ExitCode::SUCCESS
        }
        Err(fault) => {
            report::line(&fault);
            ExitCode::from(2)
        }
    }
}

fn list(language: Language) -> String {
    const WIDEST: usize = 9;
    let mut text = String::new();
    for rule in rules::ALL {
        let word = rule.severity.word(language);
        let space = " ".repeat(WIDEST.saturating_sub(word.width()));
        text += &format!("{}  {word}{space}{}\n", rule.code, rule.title(language));
    }
    text += match language {
        Language::Thai => {
            "\nprongsai rules PS104       อธิบายข้อตรวจข้อเดียว\nprongsai rules --handbook  แสดงคำอธิบายทุกข้อเป็น Markdown"
        }
        Language::English => {
            "\nprongsai rules PS104       explains one\nprongsai rules --handbook  prints all of them as Markdown"
        }
    };
    text
}
