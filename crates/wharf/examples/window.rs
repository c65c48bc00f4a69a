//! Section 7 of the guide: the 24 hours are over, which the platform says later, in a status.
//!
//! Run it beside `wharf dev --env-file .env --app http://127.0.0.1:8080/webhook`:
//! `cargo run -p wharf --example window`; then write to Grace, who has not written yet:
//! `cargo run -- send text "hello" --to +15550002222`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::{env, error::Error};

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let address = env::var("WEBHOOK_LISTEN").unwrap_or_else(|_| "127.0.0.1:8080".to_owned());
    println!("listening on http://{address}/webhook");

    Webhook::from_env()?
        .on_text(async |context: Context, text: String| {
            // The template goes out if this answer comes too late for the window.
            let instead = Template::new("hello_world", "en_US");
            context.reply(format!("You said: {text}")).or_template(instead).await
        })
        .on_status(async |_: Context, status: Status| match status.errors.first() {
            Some(error) if error.is_window_closed() => {
                println!("only a template can be sent now");
            }
            Some(error) => println!("{error}: {}", error.advice()),
            None => println!("{}", status.status),
        })
        .serve(&address, "/webhook")
        .await?;
    Ok(())
}
