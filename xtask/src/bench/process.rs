//! Programs that run on a core of their own, and what the kernel says of them.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, Result, bail, ensure};

use crate::command::{at_root, output};

/// The core of what is called.
pub(super) const SERVER: usize = 0;
/// The core of what calls.
pub(super) const CALLER: usize = 1;

/// A program on this core alone.
pub(super) fn on_core(core: usize, program: &Path) -> Command {
    let mut command = at_root("taskset");
    command.args(["--cpu-list", &core.to_string()]).arg(program);
    command
}

/// A program that serves until it is dropped.
pub(super) struct Server {
    child: Child,
    /// Where it is, as its first line says.
    pub(super) url: String,
    began: Instant,
}

impl Server {
    /// Starts it, and waits for the line that says where it is.
    pub(super) fn start(command: &mut Command, said: fn(&str) -> Option<&str>) -> Result<Self> {
        let began = Instant::now();
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut server = Self { child: child.context("taskset")?, url: String::new(), began };
        let out = server.child.stdout.take().context("no output")?;
        for line in BufReader::new(out).lines() {
            if let Some(url) = said(&line?) {
                url.trim_end_matches('/').clone_into(&mut server.url);
                return Ok(server);
            }
        }
        bail!("a server ended before it said where it is")
    }

    /// Seconds on a core until now, and seconds since the start.
    pub(super) fn busy(&self) -> Result<(f64, f64)> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        let (_, rest) = stat.rsplit_once(')').context("/proc/…/stat")?;
        let ticks = rest.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<f64>().ok());
        Ok((ticks.sum::<f64>() / 100.0, self.began.elapsed().as_secs_f64()))
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> Result<f64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        Ok(kilobytes.context("/proc/…/status")? * 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// The last line that a program prints, as JSON.
pub(super) fn told(command: &mut Command) -> Result<serde_json::Value> {
    let text = output(command)?;
    let line = text.lines().last().unwrap_or_default();
    serde_json::from_str(line).with_context(|| format!("not JSON: {line}"))
}

/// Both cores are there, and can be told apart.
pub(super) fn check() -> Result<()> {
    let cores = output(&mut at_root("nproc"))?;
    ensure!(cores.trim().parse::<usize>().is_ok_and(|cores| cores >= 2), "two cores are needed");
    ensure!(crate::tool::find("taskset").is_some(), "taskset is missing; it comes with util-linux");
    Ok(())
}
