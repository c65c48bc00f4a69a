//! Section 4 of the guide: receiving messages.
//!
//! Run it beside `wharf dev --env-file .env --app http://127.0.0.1:8080/webhook`:
//! `cargo run -p wharf --example webhook`; then write from the phone in the browser.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::{env, error::Error};

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let address = env::var("WEBHOOK_LISTEN").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    println!("listening on http://{address}/webhook");

    Webhook::from_env()?
        .on_message(async |context: Context, message: Inbound| {
            // Every message of every body arrives here, not only the first.
            println!("Message ID: {}", message.id.as_ref().map_or("none", MessageId::as_str));
            // The phone may be absent or change: keep people by `key()`, which is the user id if there is one.
            let person = context.person();
            println!("From: {}", person.number().unwrap_or_else(|| "no phone".to_owned()));
            println!("Key: {}", person.key().unwrap_or("nobody we know"));
            println!("Text: {}", message.text().unwrap_or("none"));
        })
        .on_status(async |_: Context, status: Status| println!("Status: {}", status.status))
        .on_any(async |context: Context, _| println!("Other: {}", context.event.raw.as_str()))
        // An error or a panic of a handler: the body comes again.
        .on_error(|event, error| println!("Failed: {}: {error}", event.name()))
        .serve(&address, "/webhook")
        .await?;
    Ok(())
}
