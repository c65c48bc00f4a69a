//! The Rust of README.md and docs/guide.md: it stands here too, where it is compiled.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the documents show what an app would print"
)]

use std::{error::Error, fs, path::Path};

use wharf::prelude::*;

type Outcome = Result<(), Box<dyn Error>>;

async fn readme() -> Outcome {
    let number = Client::from_env()?.number_from_env()?;
    let to = "+15550001111";

    number.set_pin("482913").await?;
    number.send(to, Text::new("hello")).await?;
    number.send(to, Image::link("https://example.com/a.png").caption("Look!")).await?;
    number.send(to, Buttons::new("Pick one").reply("y", "Yes").reply("n", "No")).await?;
    number.send(to, Template::new("hello_world", "en_US")).await?;
    number.send(to, Card::new("John Doe").phone("1234567890", "WORK")).await?;

    match number.send(to, Text::new("still there?")).await {
        Ok(sent) => println!("accepted: {:?}", sent.id()), // not yet delivered: statuses follow
        Err(error) => println!("{error}"), // what happened, and what to do; a program asks error.advice()
    }

    Webhook::from_env()?
        .on_text(async |context: Context, text: String| {
            context.reply(format!("You said: {text}")).await
        })
        .on_tap(async |context: Context, id: String| {
            let late = Template::new("hello_world", "en_US"); // goes out instead when the 24 hours are over
            context.reply(format!("You chose {id}")).or_template(late).await
        })
        .on_status(async |_: Context, status: Status| match status.errors.first() {
            Some(error) if error.is_window_closed() => println!("only a template can be sent now"),
            Some(error) => println!("{error}: {}", error.advice()),
            None => println!("{}", status.status),
        })
        .serve("127.0.0.1:8080", "/webhook")
        .await?;
    Ok(())
}

async fn guide() -> Outcome {
    let client = Client::from_env()?;
    let to = wharf::recipient_from_env()?;

    let number = client.number_from_env()?;
    number.send(&to, Text::new("Hello, this is a test message!")).await?;
    number
        .send(&to, Image::link("https://example.com/image.png").caption("Check out this image!"))
        .await?;
    number
        .send(
            &to,
            Buttons::new("Choose an option:")
                .reply("option1", "Option 1")
                .reply("option2", "Option 2"),
        )
        .await?;
    number.send(&to, Template::new("hello_world", "en_US")).await?;

    // Hi {{1}}, your order {{2}} is on its way.    [Thanks]
    let order =
        Template::new("order_update", "en_US").body(["Ada", "42"]).quick_reply(0, "thanks:42");
    number.send(&to, order).await?;
    // Hi {{name}}, your table for {{guests}} is ready.
    let ready =
        Template::new("table_ready", "en_US").body_named([("name", "Ada"), ("guests", "2")]);
    number.send(&to, ready).await?;

    Webhook::from_env()?
        .on_message(async |context: Context, message: Inbound| {
            println!("Message ID: {:?}", message.id);
            println!("From: {:?}", context.person().number()); // the phone, with +
            println!("Text: {:?}", message.text());
        })
        .on_error(|event, error| eprintln!("{} failed: {error}", event.name()))
        .serve("127.0.0.1:8080", "/webhook")
        .await?;

    number.send(&to, Card::new("John Doe").phone("1234567890", "WORK")).await?;

    number.set_pin("123456").await?;

    match number.send(&to, Text::new("Hello, world!")).await {
        Ok(sent) => println!("accepted: {:?}", sent.id()),
        Err(error) if error.advice().is_retry() => println!("again later: {error}"),
        Err(error) => println!("{error}"), // what happened, and what to do
    }

    Webhook::from_env()?
        .on_text(async |context: Context, text: String| {
            let instead = Template::new("hello_world", "en_US");
            context.reply(format!("You said: {text}")).or_template(instead).await
        })
        .on_status(async |_: Context, status: Status| match status.errors.first() {
            Some(error) if error.is_window_closed() => println!("only a template can be sent now"),
            Some(error) => println!("{error}: {}", error.advice()),
            None => println!("{}", status.status),
        })
        .serve("127.0.0.1:8080", "/webhook")
        .await?;
    Ok(())
}

/// Code without what a formatter may change: space, braces around one expression, a last comma.
fn plain(code: &str) -> String {
    let bare: String =
        code.chars().filter(|char| !char.is_whitespace() && !"{}".contains(*char)).collect();
    bare.replace(",)", ")")
}

#[test]
fn the_code_of_the_readme_and_the_guide_compiles() {
    // That they are called is enough: nothing of them runs.
    drop((readme(), guide()));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let here = plain(include_str!("snippets.rs"));
    let mut blocks = 0;
    for file in ["README.md", "docs/guide.md"] {
        let text = fs::read_to_string(root.join(file)).unwrap();
        for block in text.split("```rust\n").skip(1) {
            let code = block.split("```").next().unwrap();
            let code = code.strip_prefix("use wharf::prelude::*;\n").unwrap_or(code);
            assert!(here.contains(&plain(code)), "{file}: not compiled here:\n{code}");
            blocks += 1;
        }
    }
    assert_eq!(blocks, 9);
}
