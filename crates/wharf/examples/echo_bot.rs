//! A bot that says what it hears: text, buttons, read receipts, typing.
//!
//! Run it beside `wharf dev --env-file .env --app http://127.0.0.1:8080/webhook`:
//! `cargo run -p wharf --example echo_bot`; then write from the phone in the browser.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::{env, error::Error, io};

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    // What is logged, the failures of handlers included.
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let address = env::var("WEBHOOK_LISTEN").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    println!("listening on http://{address}/webhook");

    Webhook::from_env()?
        .on_text(async |context: Context, text: String| {
            context.typing().await?;
            let asks_for_menu = text.eq_ignore_ascii_case("menu");
            let menu =
                || Buttons::new("What shall I do?").reply("wave", "Wave").reply("sing", "Sing");
            if asks_for_menu {
                context.reply(menu()).await
            } else {
                context.quote(format!("You said: {text}")).await
            }
        })
        .on_tap(async |context: Context, id: String| {
            context.reply(format!("You tapped {id}.")).await
        })
        .on_message(async |context: Context, _| context.react("👍").await)
        .serve(&address, "/webhook")
        .await?;
    Ok(())
}
