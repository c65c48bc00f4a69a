//! Section 7 of the guide: errors that say what to do.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example errors`. What fails after it was accepted, such
//! as a text outside the 24 hours, is in the example `window`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let number = Client::from_env()?.number_from_env()?;
    let to = wharf::recipient_from_env()?;

    match number.send(&to, Text::new("Hello, world!")).await {
        Ok(sent) => println!("accepted: {}", sent.id().ok_or("no id")?),
        // Never decide by the text of an error: ask it.
        Err(error) => match error.advice() {
            Advice::SendTemplate => println!("only a template can be sent now"),
            Advice::RetryAfter(wait) => println!("again in {} s", wait.as_secs()),
            advice if advice.is_retry() => println!("again later: {error}"),
            _ => return Err(error.into()),
        },
    }

    let refused = number.send(&to, Template::new("no_such_template", "en_US")).await.err();
    let refused = refused.ok_or("a template that does not exist was taken")?;
    println!("code:   {}", refused.code().unwrap_or_default());
    println!("class:  {:?}", refused.class());
    println!("advice: {}", refused.advice());
    println!("whole:  {refused}");
    Ok(())
}
