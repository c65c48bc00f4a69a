//! Section 3 of the guide: an approved template, the only kind that may begin a conversation.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example template`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::{
    prelude::*,
    template::{Body, Category, Definition},
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let client = Client::from_env()?;
    let number = client.number_from_env()?;
    let to = wharf::recipient_from_env()?;

    let sent = number.send(&to, Template::new("hello_world", "en_US")).await?;
    println!("accepted: {}", sent.id().ok_or("no id")?);

    // Texts for {{1}} and {{2}} of the body, and what `on_tap` hears when the first button is tapped.
    let order =
        Template::new("order_update", "en_US").body(["Ada", "42"]).quick_reply(0, "thanks:42");
    println!("with texts: {}", number.send(&to, order).await?.id().ok_or("no id")?);

    // Variables may have names. This template has to be made first, and approved.
    let templates = wharf::account_from_env(&client)?.templates();
    if templates.find("table_ready", "en_US").await?.is_none() {
        let body = Body::new("Hi {{name}}, your table for {{guests}} is ready.");
        let body = body.named_example([("name", "Ada"), ("guests", "2")]);
        let ready = Definition::new("table_ready", "en_US", Category::Utility).named().part(body);
        templates.create(&ready).await?;
    }
    let ready =
        Template::new("table_ready", "en_US").body_named([("name", "Ada"), ("guests", "2")]);
    match number.send(&to, ready).await {
        Ok(sent) => println!("with names: {}", sent.id().ok_or("no id")?),
        Err(error) if error.code() == Some(132_001) => {
            println!("with names: not approved yet; run this again in a moment");
        }
        Err(error) => return Err(error.into()),
    }

    let missing = number.send(&to, Template::new("no_such_template", "en_US")).await;
    let refused = missing.err().ok_or("a template that does not exist was taken")?;
    println!("refused with code {}: {}", refused.code().unwrap_or_default(), refused.advice());
    Ok(())
}
