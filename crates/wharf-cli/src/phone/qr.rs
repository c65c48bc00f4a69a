//! `wharf phone qr`: QR codes and short links that begin a chat.

use clap::{Args, Subcommand};
use serde_json::json;
use wharf::{
    PhoneNumber,
    number::{CreateQrCode, DeleteQrCode, ListQrCodes, QrCode, QrImage, UpdateQrCode},
    page::PageQuery,
};

use super::done;
use crate::{exit::Failure, print::Printer, table};

/// Show, make, change and delete QR codes and short links
#[derive(Debug, Args)]
pub(super) struct Qr {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List them
    List,
    /// Make one
    Create {
        /// What the person finds typed, at most 140 characters
        text: String,
        /// Make the picture as SVG instead of PNG
        #[arg(long)]
        svg: bool,
    },
    /// Change what is typed; code, picture and link stay
    Update {
        /// The code
        code: String,
        /// What the person finds typed, at most 140 characters
        text: String,
    },
    /// Delete one; its link leads nowhere then
    Delete {
        /// The code
        code: String,
    },
}

/// The platform's own limit.
const MOST: usize = 2_000;

pub(super) async fn run(
    qr: Qr,
    number: &PhoneNumber,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let (client, id) = (number.client(), number.id().clone());
    match qr.command {
        Command::List => {
            let call = ListQrCodes::new(id).page(PageQuery::new().limit(100));
            let codes = client.list(&call).take(MOST).await?;
            printer.either(&codes, || {
                if codes.is_empty() {
                    return "there is no QR code".to_owned();
                }
                let list = table::table(&["CODE", "TEXT"], codes.iter().map(row));
                format!("{list}\nThe link of a code is https://wa.me/message/CODE.")
            })
        }
        Command::Create { text, svg } => {
            let image = if svg { QrImage::Svg } else { QrImage::Png };
            let code = client.call(&CreateQrCode::new(id, text).generate_qr_image(image)).await?;
            printer.either(&code, || table::members(&code))
        }
        Command::Update { code, text } => {
            let code = client.call(&UpdateQrCode::new(id, code, text)).await?;
            printer.either(&code, || table::members(&code))
        }
        Command::Delete { code } => {
            done(client.call(&DeleteQrCode::new(id, code)).await?.success)?;
            printer.either(&json!({"success": true}), || "deleted".to_owned())
        }
    }
}

fn row(code: &QrCode) -> [String; 2] {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    [text(&code.code), text(&code.prefilled_message)]
}
