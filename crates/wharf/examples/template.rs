//! Section 3 of the guide: an approved template, the only kind that may begin a conversation.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example template`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let number = Client::from_env()?.number_from_env()?;
    let to = wharf::recipient_from_env()?;

    let sent = number.send(&to, Template::new("hello_world", "en_US")).await?;
    println!("accepted: {}", sent.id().ok_or("no id")?);

    let missing = number.send(&to, Template::new("no_such_template", "en_US")).await;
    let refused = missing.err().ok_or("a template that does not exist was taken")?;
    println!("refused with code {}: {}", refused.code().unwrap_or_default(), refused.advice());
    Ok(())
}
