//! Section 5 of the guide: a contact card.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example contacts`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let number = Client::from_env()?.number_from_env()?;
    let to = wharf::recipient_from_env()?;

    let card = Card::new("John Doe").phone("1234567890", "WORK").company("Example Ltd");
    println!("accepted: {}", number.send(&to, card).await?.id().ok_or("no id")?);
    Ok(())
}
