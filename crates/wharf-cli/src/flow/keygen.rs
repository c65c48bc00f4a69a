//! `wharf flow keygen`: the key pair of a number's data endpoint.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use clap::Args;
use serde_json::json;
use wharf::flows::FlowKey;

use crate::{exit::Failure, print::Printer};

/// Make the key pair of a number's data endpoint; asks nobody
#[derive(Debug, Args)]
#[command(
    after_help = "Writes flow_private.pem (PKCS#8; only you can read it) and flow_public.pem (SPKI): RSA, 2048 bits.\n\
    Keep the first where the access token is kept: your endpoint opens requests with it.\n\
    The second is for the platform: wharf flow key set flow_public.pem\n\
    Files that are there are never written over."
)]
pub(super) struct Keygen {
    /// The folder; made if it is not there
    #[arg(long, value_name = "DIR", default_value = ".")]
    out: PathBuf,
}

/// Files of secrets are for their owner alone; others as usual.
const SECRET: u32 = 0o600;
const OPEN: u32 = 0o666;

pub(super) fn run(command: &Keygen, printer: &mut Printer) -> Result<(), Failure> {
    let (private, public) =
        (command.out.join("flow_private.pem"), command.out.join("flow_public.pem"));
    for path in [&private, &public] {
        if path.symlink_metadata().is_ok() {
            return Err(Failure::usage(format!(
                "{} is there already, and is not written over: name another folder with --out",
                path.display()
            )));
        }
    }
    let failed = |error: wharf::flows::BadKey| Failure::failed(error.to_string());
    let key = FlowKey::generate().map_err(failed)?;
    fs::create_dir_all(&command.out).map_err(|error| unwritten(&command.out, &error))?;
    write(&private, &key.to_pem().map_err(failed)?, SECRET)?;
    if let Err(failure) = write(&public, key.public_pem(), OPEN) {
        // Half a pair helps nobody.
        let _left = fs::remove_file(&private);
        return Err(failure);
    }
    let said = json!({"private_key": private, "public_key": public});
    printer.either(&said, || {
        format!(
            "{}: secret, for your endpoint\n{}: wharf flow key set sets it",
            private.display(),
            public.display()
        )
    })
}

fn write(path: &Path, text: &str, mode: u32) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).mode(mode).open(path);
    let mut file = file.map_err(|error| unwritten(path, &error))?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| {
        // What cannot be used is not left behind.
        let _left = fs::remove_file(path);
        unwritten(path, &error)
    })
}

fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    Failure::failed(format!("{}: cannot be written: {error}", path.display()))
}
