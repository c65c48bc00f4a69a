//! `wharf send …`: sends a message.

mod buttons;
mod kind;
mod media;

use clap::{Args, Subcommand};
use wharf::{
    Client,
    id::{MessageId, PhoneNumberId},
    message::Message,
    phone,
};

use crate::{exit::Failure, print::Printer, stop::Stop};

/// Send a message
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  wharf send text \"hello\"\n  \
    wharf send image photo.jpg --caption \"Look\"\n  \
    wharf send template hello_world\n  \
    wharf send template order_update --body Ada --body 42\n  \
    wharf send buttons \"Pick one\" --button yes=Yes --button no=No")]
pub(crate) struct Send {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    kind: Kind,
}

/// What a gateway's own ids begin with; the platform's begin with `wamid.`.
const KEPT: &str = "wharf.";

#[derive(Debug, Args)]
struct Common {
    /// Who receives: a phone number with country code
    #[arg(long, global = true, env = "RECIPIENT_NUMBER", value_name = "NUMBER")]
    to: Option<String>,
    /// The business phone number id that sends
    #[arg(long, global = true, env = "WHATSAPP_PHONE_NUMBER_ID", value_name = "ID")]
    from: Option<String>,
    /// Quote this message
    #[arg(long, global = true, value_name = "WAMID")]
    reply_to: Option<String>,
    /// Text of yours that comes back in the statuses, at most 512 characters
    #[arg(long, global = true, value_name = "TEXT")]
    callback_data: Option<String>,
    /// Send it without checking it here first: for what is newer than this program, or to see what the platform
    /// itself says about it
    #[arg(long, global = true)]
    unchecked: bool,
    /// Print the body of the request and send nothing
    #[arg(long, global = true)]
    dry_run: bool,
}

#[derive(Debug, Subcommand)]
enum Kind {
    /// Plain text
    Text(kind::TextArgs),
    /// A picture: a file, a URL, or the id of an upload
    Image(media::ImageArgs),
    /// A video: a file, a URL, or the id of an upload
    Video(media::VideoArgs),
    /// Sound: a file, a URL, or the id of an upload
    Audio(media::AudioArgs),
    /// A document: a file, a URL, or the id of an upload
    Document(media::DocumentArgs),
    /// A WebP sticker: a file, a URL, or the id of an upload
    Sticker(media::StickerArgs),
    /// An approved template
    Template(kind::TemplateArgs),
    /// A text with one to three reply buttons
    Buttons(buttons::ButtonsArgs),
    /// A text with a list of up to ten rows
    List(buttons::ListArgs),
    /// A contact card
    Contact(kind::ContactArgs),
    /// A place
    Location(kind::LocationArgs),
    /// An emoji on a message; without an emoji, takes it back
    Reaction(kind::ReactionArgs),
    /// A message as JSON, from a file or stdin (`-`)
    Json(kind::JsonArgs),
}

pub(crate) async fn run(send: Send, printer: &mut Printer) -> Result<(), Failure> {
    let Send { common, kind } = send;
    let from = required(common.from.as_deref(), "WHATSAPP_PHONE_NUMBER_ID", "--from")?;
    let from =
        PhoneNumberId::new(from).map_err(|error| Failure::usage(format!("--from: {error}")))?;
    let uploads = media::Uploads { from: &from, dry_run: common.dry_run, json: printer.is_json() };
    let mut stop = Stop::listen()?;
    let message = tokio::select! {
        message = message(&common, kind, &uploads) => message?,
        () = stop.asked() => return Err(Failure::failed("stopped: no message was sent")),
    };
    if common.dry_run {
        return printer.json(&message);
    }
    let client = client()?;
    let mut number = client.number(from);
    if common.unchecked {
        number = number.unchecked();
    }
    let accepted = tokio::select! {
        accepted = number.send_message(message) => accepted.map_err(refused)?,
        () = stop.asked() => return Err(Failure::unknown(
            "stopped: nobody knows whether it was sent; wait for its status before sending it again",
        )),
    };
    let id = accepted.id().map(ToString::to_string).unwrap_or_default();
    printer.either(&accepted, || {
        if id.starts_with(KEPT) {
            return format!(
                "kept by the gateway as {id}: the platform has not answered yet. Its private API tells what \
                 becomes of it: /api/sends/{id}"
            );
        }
        format!("accepted: {id}")
    })
}

/// What the limits say no to can be tried all the same.
fn refused(error: wharf::Error) -> Failure {
    let invalid = matches!(error.kind(), wharf::Kind::Invalid(_));
    let mut failure = Failure::from(error);
    if invalid {
        failure.what.push_str(", or send it with --unchecked");
    }
    failure
}

async fn message(
    common: &Common,
    kind: Kind,
    uploads: &media::Uploads<'_>,
) -> Result<Message, Failure> {
    if let Kind::Json(json) = kind {
        return written(common, json.message()?);
    }
    let to = common.recipient(required(common.to.as_deref(), "RECIPIENT_NUMBER", "--to")?)?;
    let content = match kind {
        Kind::Text(args) => args.content(),
        Kind::Image(args) => args.content(uploads).await?,
        Kind::Video(args) => args.content(uploads).await?,
        Kind::Audio(args) => args.content(uploads).await?,
        Kind::Document(args) => args.content(uploads).await?,
        Kind::Sticker(args) => args.content(uploads).await?,
        Kind::Template(args) => args.content(),
        Kind::Buttons(args) => args.content()?,
        Kind::List(args) => args.content()?,
        Kind::Contact(args) => args.content(),
        Kind::Location(args) => args.content(),
        Kind::Reaction(args) => args.content()?,
        Kind::Json(_) => return Err(Failure::failed("a JSON message was read before")),
    };
    dressed(common, Message::new(to, content))
}

/// A message from a file: the flags that were given win, the variables do not.
fn written(common: &Common, mut message: Message) -> Result<Message, Failure> {
    let variable = std::env::var("RECIPIENT_NUMBER").ok();
    let flag = common.to.as_deref().filter(|to| variable.as_deref() != Some(*to));
    let nobody = message.to.is_none() && message.recipient.is_none();
    if let Some(to) = flag.or(common.to.as_deref().filter(|_| nobody)) {
        message.to = Some(common.recipient(to)?);
    }
    dressed(common, message)
}

/// The message with what the flags add.
fn dressed(common: &Common, mut message: Message) -> Result<Message, Failure> {
    if let Some(quoted) = &common.reply_to {
        message = message.quoting(wamid("--reply-to", quoted)?);
    }
    if let Some(data) = &common.callback_data {
        message = message.callback_data(data);
    }
    Ok(message)
}

impl Common {
    /// Who receives, as the platform wants it; as it was given when nothing is checked.
    fn recipient(&self, text: &str) -> Result<String, Failure> {
        if self.unchecked {
            return Ok(text.to_owned());
        }
        phone::normalise(text).ok_or_else(|| {
            Failure::usage(format!(
                "--to: `{text}` is not a phone number; write it with country code, such as +15550001111"
            ))
        })
    }
}

/// A client from the environment; a missing variable is a wrong usage.
pub(crate) fn client() -> Result<Client, Failure> {
    Client::from_env().map_err(|error| Failure::usage(error.to_string()))
}

/// A value that a flag or a variable must give.
pub(crate) fn required<'v>(
    value: Option<&'v str>,
    variable: &str,
    flag: &str,
) -> Result<&'v str, Failure> {
    value.filter(|value| !value.is_empty()).ok_or_else(|| {
        Failure::usage(format!("{variable} is not set: give {flag}, or put {variable}=… into .env; `wharf dev --env-file .env` writes all there are"))
    })
}

fn wamid(flag: &str, text: &str) -> Result<MessageId, Failure> {
    MessageId::new(text).map_err(|error| Failure::usage(format!("{flag}: {error}")))
}
