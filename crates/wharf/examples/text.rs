//! Section 3 of the guide: a text message.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example text`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let number = Client::from_env()?.number_from_env()?;
    let to = wharf::recipient_from_env()?;

    let sent = number.send(&to, Text::new("Hello, this is a test message!")).await?;
    println!("accepted: {}", sent.id().ok_or("no id")?);

    let link = Text::new("Have a look: https://example.com").preview_url(true);
    let quoting = sent.id().ok_or("no id")?;
    let answer = number.reply(&to, quoting, link).await?;
    println!("accepted: {}", answer.id().ok_or("no id")?);
    Ok(())
}
