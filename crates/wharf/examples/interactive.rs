//! Section 3 of the guide: reply buttons and lists.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example interactive`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let number = Client::from_env()?.number_from_env()?;
    let to = wharf::recipient_from_env()?;

    let buttons =
        Buttons::new("Choose an option:").reply("option1", "Option 1").reply("option2", "Option 2");
    println!("buttons: {}", number.send(&to, buttons).await?.id().ok_or("no id")?);

    let drinks = Section::new("Drinks")
        .row(Row::new("tea", "Tea").description("Green or black"))
        .row(Row::new("coffee", "Coffee"));
    let cakes = Section::new("Cakes").row(Row::new("apple", "Apple pie"));
    let menu = List::new("What would you like?", "See the menu").section(drinks).section(cakes);
    println!("list: {}", number.send(&to, menu).await?.id().ok_or("no id")?);

    // A limit that is broken here is found before a byte leaves.
    let long = Buttons::new("Too long").reply("a", "A title of more than twenty characters");
    let invalid = number.send(&to, long).await.err().ok_or("a title that is too long was taken")?;
    println!("found at once: {invalid}");
    Ok(())
}
