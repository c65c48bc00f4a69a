//! Section 2 of the guide: who calls, and how that is checked.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example authentication`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    // WHATSAPP_ACCESS_TOKEN goes into the Authorization header of every call; nothing prints it.
    let client = Client::from_env()?;
    println!("{client:?}");

    let number = client.number_from_env()?;
    let info = number.info().await?;
    println!("calling as {}", info.verified_name.as_deref().unwrap_or("a number without a name"));

    let stranger = client.with_token(AccessToken::new("not-a-token")?);
    let refused =
        stranger.number_from_env()?.info().await.err().ok_or("a wrong token was taken")?;
    println!("a wrong token: {refused}");
    println!("what to do: {}", refused.advice());
    Ok(())
}
