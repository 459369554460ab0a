//! The program: arguments in, exit code out. All else is in the library.

use std::io;
use std::process::ExitCode;

use impactkaart::cli::env::Env;
use impactkaart::cli::run::run;

fn main() -> ExitCode {
    let mut out = io::BufWriter::with_capacity(64 * 1024, io::stdout().lock());
    let code = run(std::env::args_os(), &Env::of_process(), &mut out, &mut io::stderr().lock());
    ExitCode::from(code)
}
