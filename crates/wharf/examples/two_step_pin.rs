//! Section 6 of the guide: the two-step verification PIN.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example two_step_pin`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let number = Client::from_env()?.number_from_env()?;

    number.set_pin("123456").await?;
    println!("the PIN is set");

    let invalid = number.set_pin("12345").await.err().ok_or("five digits were taken")?;
    println!("five digits: {invalid}");
    Ok(())
}
