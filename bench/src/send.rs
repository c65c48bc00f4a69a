//! Sending so many messages, so many at once.

mod business_rs;
mod hyper;
mod wharf;

use std::{cell::Cell, rc::Rc, time::Instant};

use anyhow::{Result, bail};

use crate::cpu;

/// The number that sends, and the token: those of `wharf dev`.
pub const NUMBER: &str = "100000000000001";
pub const TOKEN: &str = "wharf-dev";
/// What is sent.
pub const TEXT: &str = "Your order 4711 has left our house and will be with you tomorrow.";

/// What is asked for.
#[derive(Clone)]
pub struct Plan {
    pub url: String,
    pub messages: usize,
    pub at_once: usize,
    /// To how many people in turn.
    pub people: usize,
}

impl Plan {
    /// The people that are written to, in turn.
    pub fn everybody(&self) -> Rc<[String]> {
        (0..self.people).map(|person| format!("1555{:07}", 1_111 + person)).collect()
    }
}

/// Which message is next, for all that send.
#[derive(Clone)]
pub struct Next(Rc<Cell<usize>>);

impl Next {
    /// The number of a message; none when all are under way.
    pub fn take(&self) -> Option<usize> {
        let left = self.0.get().checked_sub(1)?;
        self.0.set(left);
        Some(left)
    }
}

/// Sends, and says how long it took.
pub async fn run(how: &str, plan: Plan) -> Result<()> {
    let warm = Plan { messages: plan.at_once * 4, ..plan.clone() };
    send(how, warm).await?;
    let (began, busy) = (Instant::now(), cpu::seconds());
    send(how, plan.clone()).await?;
    let (seconds, busy) = (began.elapsed().as_secs_f64(), cpu::seconds() - busy);
    println!(r#"{{"messages":{},"seconds":{seconds},"cpu_seconds":{busy}}}"#, plan.messages);
    Ok(())
}

async fn send(how: &str, plan: Plan) -> Result<()> {
    let next = Next(Rc::new(Cell::new(plan.messages)));
    match how {
        "hyper" => hyper::send(&plan, &next).await,
        "wharf" => wharf::send(&plan, &next).await,
        "business-rs" => business_rs::send(&plan, &next).await,
        _ => bail!("no such sender: {how}"),
    }
}

/// Runs as many at once as the plan says, to the end of all.
pub async fn together<F>(plan: &Plan, one: impl Fn() -> F) -> Result<()>
where
    F: Future<Output = Result<()>> + 'static,
{
    let tasks: Vec<_> = (0..plan.at_once).map(|_| tokio::task::spawn_local(one())).collect();
    for task in tasks {
        task.await??;
    }
    Ok(())
}
