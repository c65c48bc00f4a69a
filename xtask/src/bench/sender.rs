//! `cargo xtask bench sender`: messages a second, to a platform that answers at once.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};

use super::{
    figures::{Sent, Spread, thousands},
    page::Section,
    process::{self, CALLER, SERVER, on_core},
    programs::{Bench, sent},
};
use crate::{command::at_root, say, test::python};

/// Messages that are under way at once.
const AT_ONCE: usize = 64;

const ABOUT: &str = "\
Messages a second of one core, 64 at once, to a platform on the other core that answers at once. Bare hyper sends the
same bytes again and again and drops the answers; `wharf` checks limits, writes typed bodies, reads and classifies answers.

| sender | messages/s | µs of a core each | of bare hyper, median (least-most) | `wharf` is |
|---|---|---|---|---|
";

/// Who sends, and how many messages take about a second or two.
const SENDERS: [(&str, &str, usize); 4] = [
    ("hyper", "bare hyper", 120_000),
    ("wharf", "`wharf`", 100_000),
    ("business-rs", "whatsapp-business-rs 0.5", 30_000),
    ("requests", "the guide's `requests`", 1_500),
];

/// Measures all of them, in turns.
pub(super) fn measure(rounds: usize) -> Result<Section> {
    process::check()?;
    let bench = Bench::build()?;
    let python = python::place().context("for the guide's requests")?;
    let server = bench.serve("serve", SERVER)?;
    let mut all: [Vec<Sent>; 4] = [const { Vec::new() }; 4];
    let (busy, since) = server.busy()?;
    for round in 0..rounds {
        for (figures, (how, name, messages)) in all.iter_mut().zip(SENDERS) {
            let sent = if how == "requests" {
                let mut command = on_core(CALLER, &python);
                command.arg("bench/peers/requests_sender.py").arg(&server.url);
                sent(command.args([messages, AT_ONCE].map(|n| n.to_string())))?
            } else {
                bench.send(how, &server.url, messages, AT_ONCE, 1)?
            };
            say::line(format_args!("{round}: {name}: {:.0}/s, {:.2} µs", sent.rate, sent.cost));
            figures.push(sent);
        }
    }
    let (busy_now, now) = server.busy()?;
    let mut text = ABOUT.to_owned();
    let [hyper, wharf, ..] = &all;
    for (figures, (_, name, _)) in all.iter().zip(SENDERS) {
        let ratio = Spread::of(figures.iter().zip(hyper).map(|(own, bare)| own.rate / bare.rate));
        let faster = Spread::of(wharf.iter().zip(figures).map(|(ours, own)| ours.rate / own.rate));
        writeln!(
            text,
            "| {name} | {} | {:.1} | {} | {:.2}x |",
            thousands(Spread::of(figures.iter().map(|sent| sent.rate)).median),
            Spread::of(figures.iter().map(|sent| sent.cost)).median,
            ratio.ratio(),
            faster.median,
        )?;
    }
    let share = 100.0 * (busy_now - busy) / (now - since);
    write!(text, "\nThe platform's core was at work for {share:.0} % of the time. ")?;
    let version = at_root(&python).arg("--version").output().context("python")?;
    write!(text, "{}.", String::from_utf8_lossy(&version.stdout).trim())?;
    Ok(Section { title: "Sending", text })
}
