//! `prongsai completions` and `prongsai man`: the command line told to shells and to `man`.

use super::report;
use crate::cli::{Cli, CompletionsArgs, ManArgs};
use crate::diagnostic::Language;
use crate::system::why;
use clap::CommandFactory;
use clap_mangen::Man;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Runs `completions`.
#[must_use]
pub fn completions(args: &CompletionsArgs) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "prongsai", &mut script);
    print(&script)
}

/// Runs `man`.
#[must_use]
pub fn man(args: &ManArgs, language: Language) -> ExitCode {
    let Some(folder) = &args.out else {
        let mut page = Vec::new();
        // A vector takes whatever is written.
        return if Man::new(command()).render(&mut page).is_ok() { print(&page) } else { ExitCode::from(2) };
    };
    match write(folder) {
        Ok(()) => {
            report::line(&match language {
                Language::Thai => format!("เขียนคู่มือไว้ใน {} อ่านด้วย man -l", folder.display()),
                Language::English => format!("the manual is in {}: read it with man -l", folder.display()),
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            report::remark(&match language {
                Language::Thai => format!("เขียนลงใน {} ไม่ได้: {}", folder.display(), why(&error).th),
                Language::English => format!("cannot write into {}: {}", folder.display(), why(&error).en),
            });
            ExitCode::from(2)
        }
    }
}

/// What the pages are about: what one program was built from is not told in a manual.
fn command() -> clap::Command {
    Cli::command().version(env!("CARGO_PKG_VERSION"))
}

fn write(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    clap_mangen::generate_to(command(), folder)
}

/// To where the output goes; whoever reads no further has what they wanted.
fn print(bytes: &[u8]) -> ExitCode {
    match io::stdout().write_all(bytes) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::SUCCESS,
    }
}
