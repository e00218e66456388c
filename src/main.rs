//! The program: reads the command line, does the one thing asked for, and gives the exit code.

use clap::Parser;
use prongsai::cli::{Cli, Command};
use prongsai::commands;
use std::process::ExitCode;

/// Pages are made of very many short texts, on all cores at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let language = cli.language();
    match &cli.command {
        Command::Init(args) => commands::init(args, language),
        Command::New(args) => commands::new(args, language),
        Command::Build(args) => commands::build(args, language),
        Command::Check(args) => commands::check(args, language),
        Command::Serve(args) => commands::serve(args, language),
        Command::Rules(args) => commands::rules(args, language),
        Command::Schema(args) => commands::schema(args, language),
        Command::Theme(args) => commands::theme(args, language),
        Command::Completions(args) => commands::completions(args),
        Command::Man(args) => commands::man(args, language),
    }
}
