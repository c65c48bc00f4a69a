//! `cargo xtask bench emulator`: what the emulator takes, tells and keeps.

use std::{
    fmt::Write as _,
    io::{Read as _, Write as _},
    net::TcpStream,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};

use super::{
    figures::{Spread, thousands},
    page::Section,
    process::{self, CALLER, SERVER, Server},
    programs::{self, Bench},
};
use crate::say;

const MESSAGES: u32 = 100_000;
const AT_ONCE: usize = 64;
/// To how many people in turn.
const PEOPLE: usize = 100;
const MEGABYTE: f64 = 1024.0 * 1024.0;

/// What the npm package `@whatsapp-cloudapi/emulator` did, measured on another day (it is no longer
/// in the registry): sends a second without and with a webhook, and its memory after 100,000.
const NPM: [(f64, f64); 2] = [(7_100.0, 98.0), (1_740.0, 338.0)];

/// Measures it without a webhook and with one, in turns.
pub(super) fn measure(rounds: usize) -> Result<Section> {
    process::check()?;
    let (bench, wharf) = (Bench::build()?, programs::wharf()?);
    let mut rows: [Vec<Run>; 2] = [Vec::new(), Vec::new()];
    let (mut starts, mut bare) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        starts.push(start(&wharf)?);
        let server = bench.serve("serve", SERVER)?;
        bare.push(bench.send("hyper", &server.url, MESSAGES as usize, AT_ONCE, PEOPLE)?.rate);
        drop(server);
        for (runs, told) in rows.iter_mut().zip([false, true]) {
            let run = one(&bench, &wharf, told)?;
            say::line(format_args!("{round}: webhook {told}: {run:?}"));
            runs.push(run);
        }
    }
    let mut text = format!(
        "{MESSAGES} texts to {PEOPLE} people, {AT_ONCE} at once, each checked, stored and shown on a phone; the emulator on one \
         core, what calls it and its webhook on the other. With a webhook, `sent` is told of each \
         message, as the npm package does; the time until the last was taken counts. When more than 50 wait, up to \
         1,000 of them go in one body, as `wharf emulator` does it (`rules.backlog`).\n\n\
         | | sends/s | µs of a core each | of a bare hyper server | npm package's figure | memory after, MB | npm's |\n\
         |---|---|---|---|---|---|---|\n"
    );
    for ((runs, name), (rate, memory)) in rows.iter().zip(["no webhook", "a webhook"]).zip(NPM) {
        let middle = |of: fn(&Run) -> f64| Spread::of(runs.iter().map(of)).median;
        let ratio = Spread::of(runs.iter().zip(&bare).map(|(run, bare)| run.rate / bare));
        writeln!(
            text,
            "| {name} | {} | {:.1} | {} | {}, so {:.1}x | {:.0} | {memory:.0}, so {:.2}x |",
            thousands(middle(|run| run.rate)),
            middle(|run| run.cost),
            ratio.ratio(),
            thousands(rate),
            middle(|run| run.rate) / rate,
            middle(|run| run.memory) / MEGABYTE,
            middle(|run| run.memory) / MEGABYTE / memory,
        )?;
    }
    write!(
        text,
        "\nA bare hyper server took {}/s. From the start of the program to the line that says where it is: {:.1} ms \
         (median of {rounds}). The npm package's figures are from another day and machine: the \
         registry has it no more.",
        thousands(Spread::of(bare).median),
        Spread::of(starts).median,
    )?;
    Ok(Section { title: "The emulator", text })
}

#[derive(Clone, Copy, Debug)]
struct Run {
    rate: f64,
    /// Microseconds of the emulator's core for one message.
    cost: f64,
    memory: f64,
}

/// Milliseconds from nothing to listening.
fn start(wharf: &Path) -> Result<f64> {
    let began = Instant::now();
    let server = programs::emulator(wharf)?;
    let took = began.elapsed().as_secs_f64() * 1e3;
    drop(server);
    Ok(took)
}

fn one(bench: &Bench, wharf: &Path, told: bool) -> Result<Run> {
    let emulator = programs::emulator(wharf)?;
    let off = r#"{"throughput": null, "pair_seconds": null}"#;
    put(&emulator, "/_control/rules", off)?;
    for person in 0..PEOPLE {
        // Out of reach: a message stays at `sent`.
        let path = format!("/_control/users/1555{:07}", 1_111 + person);
        put(&emulator, &path, r#"{"name": "Ada", "reachable": false}"#)?;
        put(&emulator, &format!("{path}/script"), r#"{"steps": [{"type": "hello"}]}"#)?;
    }
    let hook = bench.serve("hook", CALLER)?;
    if told {
        let registers = format!(r#"{{"url": "{}/", "verify_token": "v"}}"#, hook.url);
        put(&emulator, "/_control/webhook", &registers)?;
        settled(&emulator)?;
    }
    let (busy, _) = emulator.busy()?;
    let began = Instant::now();
    let sent = bench.send("hyper", &emulator.url, MESSAGES as usize, AT_ONCE, PEOPLE)?;
    let rate = if told {
        settled(&emulator)?;
        f64::from(MESSAGES) / began.elapsed().as_secs_f64()
    } else {
        sent.rate
    };
    let (busy_now, _) = emulator.busy()?;
    Ok(Run {
        rate,
        cost: (busy_now - busy) * 1e6 / f64::from(MESSAGES),
        memory: emulator.memory()?,
    })
}

/// Waits until every webhook was taken.
fn settled(emulator: &Server) -> Result<()> {
    loop {
        let waiting = call(emulator, "GET", "/_control/webhook", "")?;
        if waiting.contains(r#""waiting":0"#) {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn put(emulator: &Server, path: &str, body: &str) -> Result<()> {
    call(emulator, "PUT", path, body).map(drop)
}

/// One HTTP call of the control API.
fn call(emulator: &Server, method: &str, path: &str, body: &str) -> Result<String> {
    let place = emulator.url.strip_prefix("http://").context("not an http:// URL")?;
    let mut stream = TcpStream::connect(place).context("the emulator")?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nhost: {place}\r\ncontent-type: application/json\r\n\
         content-length: {}\r\nconnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    ensure!(answer.starts_with("HTTP/1.1 2"), "{method} {path}: {answer}");
    Ok(answer)
}
