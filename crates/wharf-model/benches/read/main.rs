//! `webhook::read` against `serde_json::Value` on the same bytes, in turns in one run: what counts is
//! the ratio, for the machine's own speed is in both. An argument `once` reads each body a few
//! times and measures nothing, for a program that counts instructions.

use std::{
    hint::black_box,
    io::{self, Write as _},
    time::{Duration, Instant},
};

use serde_json::Value;
use wharf_model::webhook;

mod bodies;

/// How often the two take turns.
const TURNS: usize = 31;
/// How long one turn is, about.
const TURN: Duration = Duration::from_millis(15);

fn main() -> io::Result<()> {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    match words.next().as_deref() {
        Some("once") => once(words.next().as_deref()),
        _ => compare(),
    }
}

fn compare() -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "| body | bytes | `webhook::read` | `serde_json::Value` | ratio, median (least-most) |"
    )?;
    writeln!(out, "|---|---|---|---|---|")?;
    for body in bodies::all() {
        let bytes = &body.bytes[..];
        assert_eq!(webhook::read(bytes).len(), body.events, "{}", body.name);
        let read = || drop(black_box(webhook::read(black_box(bytes))));
        let value = || drop(black_box(serde_json::from_slice::<Value>(black_box(bytes))));
        let (times_read, times_value) = (times_for(read), times_for(value));
        let (mut reads, mut values, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..TURNS {
            let (read, value) = (nanos(times_read, read), nanos(times_value, value));
            reads.push(read);
            values.push(value);
            ratios.push(read / value);
        }
        writeln!(
            out,
            "| {} | {} | {:.2} µs | {:.2} µs | {:.2} ({:.2}-{:.2}) |",
            body.name,
            bytes.len(),
            middle(&mut reads) / 1e3,
            middle(&mut values) / 1e3,
            middle(&mut ratios),
            ratios[0],
            ratios[ratios.len() - 1],
        )?;
    }
    Ok(())
}

/// Reads without a clock: `which` is `read`, `value`, or anything else for neither.
fn once(which: Option<&str>) -> io::Result<()> {
    for body in bodies::all().iter().take(2) {
        for _ in 0..100 {
            match which {
                Some("value") => {
                    black_box(serde_json::from_slice::<Value>(black_box(&body.bytes)))?;
                }
                Some("read") => drop(black_box(webhook::read(black_box(&body.bytes)))),
                _ => {}
            }
        }
    }
    Ok(())
}

/// How many times fill a turn.
fn times_for(mut what: impl FnMut()) -> u32 {
    let begun = Instant::now();
    let mut times = 0;
    while begun.elapsed() < TURN {
        what();
        times += 1;
    }
    times
}

/// Nanoseconds each, on average over a turn.
fn nanos(times: u32, mut what: impl FnMut()) -> f64 {
    let begun = Instant::now();
    for _ in 0..times {
        what();
    }
    begun.elapsed().as_secs_f64() * 1e9 / f64::from(times)
}

/// Sorts, and gives the one in the middle.
fn middle(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}
