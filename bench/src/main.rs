//! Senders, a platform that answers at once, and a webhook that takes all: what is measured against
//! each other. Each runs on one thread.

use anyhow::{Context as _, Result, bail};

mod cpu;
mod send;
mod server;

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let local = tokio::task::LocalSet::new();
    match &words[..] {
        ["serve"] => local.block_on(&runtime, server::run(server::platform)),
        ["hook"] => local.block_on(&runtime, server::run(server::webhook)),
        ["send", how, url, messages, at_once, people @ ..] => {
            let number = |text: &str| text.parse().with_context(|| format!("not a number: {text}"));
            let plan = send::Plan {
                url: (*url).to_owned(),
                messages: number(messages)?,
                at_once: number(at_once)?,
                people: people.first().map_or(Ok(1), |people| number(people))?,
            };
            local.block_on(&runtime, send::run(how, plan))
        }
        _ => bail!("serve | hook | send hyper|wharf|business-rs URL MESSAGES AT-ONCE [PEOPLE]"),
    }
}
