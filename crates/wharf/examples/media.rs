//! Section 3 of the guide: pictures, documents and other files, by link and by upload.
//!
//! Run it beside `wharf dev --env-file .env`: `cargo run -p wharf --example media`.

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use std::error::Error;

use wharf::prelude::*;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    dotenvy::dotenv().ok();
    let client = Client::from_env()?;
    let number = client.number_from_env()?;
    let to = wharf::recipient_from_env()?;

    let image = Image::link("https://example.com/image.png").caption("Check out this image!");
    println!("by link: {}", number.send(&to, image).await?.id().ok_or("no id")?);

    let notes = Upload::bytes("text/plain", "notes.txt", "Remember the milk.");
    let id = number.upload(notes).await?;
    let document = Document::id(id.clone()).filename("notes.txt").caption("As promised");
    println!("by upload: {}", number.send(&to, document).await?.id().ok_or("no id")?);

    let node = client.media(&id).await?;
    let bytes = client.download(&node).await?;
    println!("downloaded {} bytes of {}", bytes.len(), node.mime_type);
    client.delete_media(&id).await?;
    println!("deleted");
    Ok(())
}
