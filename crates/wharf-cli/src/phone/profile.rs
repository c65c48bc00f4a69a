//! `wharf phone profile`: what people see of the business.

use std::path::Path;

use clap::{Args, Subcommand};
use serde_json::json;
use wharf::{
    PhoneNumber, Upload,
    number::{GetProfile, SetProfile, Vertical},
};

use super::done;
use crate::{exit::Failure, print::Printer, progress::Progress, send, table, target};

/// Show or change the business profile that people see
#[derive(Debug, Args)]
pub(super) struct Profile {
    /// The app that uploads a picture
    #[arg(long, global = true, env = "WHATSAPP_APP_ID", value_name = "ID")]
    app: Option<String>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show it (so does `wharf phone profile` alone)
    Get,
    /// Change what is given, and leave the rest
    Set(Set),
}

#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
struct Set {
    /// The line under the name, at most 139 characters
    #[arg(long, value_name = "TEXT")]
    about: Option<String>,
    /// Address, at most 256 characters
    #[arg(long, value_name = "TEXT")]
    address: Option<String>,
    /// What the business does, at most 512 characters
    #[arg(long, value_name = "TEXT")]
    description: Option<String>,
    /// E-mail address, at most 128 characters
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// A website with its https://; twice for two, which is the most
    #[arg(long = "website", value_name = "URL")]
    websites: Vec<String>,
    /// What it deals in, such as RETAIL or RESTAURANT
    #[arg(long, value_name = "WORD")]
    vertical: Option<String>,
    /// A picture, JPEG or PNG, square is best: a file, or the handle of a resumable upload
    #[arg(long, value_name = "FILE")]
    picture: Option<String>,
}

const FIELDS: [&str; 7] =
    ["about", "address", "description", "email", "profile_picture_url", "websites", "vertical"];

pub(super) async fn run(
    profile: Profile,
    number: &PhoneNumber,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let Profile { app, command } = profile;
    let Some(Command::Set(set)) = command else {
        return show(number, printer).await;
    };
    let mut call = changed(&set, SetProfile::new(number.id().clone()))?;
    if let Some(picture) = &set.picture {
        call = call.profile_picture_handle(handle(picture, app.as_deref(), number, printer).await?);
    }
    done(number.client().call(&call).await?.success)?;
    printer.either(&json!({"success": true}), || "changed".to_owned())
}

async fn show(number: &PhoneNumber, printer: &mut Printer) -> Result<(), Failure> {
    let call = GetProfile::new(number.id().clone()).fields(FIELDS);
    let page = number.client().call(&call).await?;
    let profile = page.data.first().map(|profile| profile.flat().clone()).unwrap_or_default();
    // That says nothing of the profile, and would be all there is of an empty one.
    let shown = |profile| {
        let members = table::members(profile);
        let said = members.lines().filter(|line| !line.starts_with("messaging_product"));
        said.collect::<Vec<_>>().join("\n")
    };
    printer.either(&profile, || match shown(&profile) {
        empty if empty.is_empty() => "the profile is empty".to_owned(),
        members => members,
    })
}

/// The handle of a picture: of a file, the one that its upload gives.
async fn handle(
    picture: &str,
    app: Option<&str>,
    number: &PhoneNumber,
    printer: &Printer,
) -> Result<String, Failure> {
    if !Path::new(picture).is_file() {
        // Handles look like `4::aW1h…`.
        return if picture.contains("::") {
            Ok(picture.to_owned())
        } else {
            Err(Failure::usage(format!("--picture: {picture}: is no file here, and no handle")))
        };
    }
    let app = target::id("--app", send::required(app, "WHATSAPP_APP_ID", "--app")?)?;
    let upload = Upload::path(picture).await?;
    let progress = Progress::new(printer.is_json(), "uploading", upload.size());
    let upload = upload.on_progress(progress.watch());
    Ok(number.client().upload_handle(&app, upload).await?.into())
}

fn changed(set: &Set, call: SetProfile) -> Result<SetProfile, Failure> {
    if set.websites.len() > 2 {
        return Err(Failure::usage("--website: a profile has at most two"));
    }
    let bare = |url: &&String| !url.starts_with("https://") && !url.starts_with("http://");
    if let Some(url) = set.websites.iter().find(bare) {
        return Err(Failure::usage(format!("--website: `{url}` wants its https:// before it")));
    }
    let mut call = call;
    if let Some(about) = &set.about {
        call = call.about(about);
    }
    if let Some(address) = &set.address {
        call = call.address(address);
    }
    if let Some(description) = &set.description {
        call = call.description(description);
    }
    if let Some(email) = &set.email {
        call = call.email(email);
    }
    if !set.websites.is_empty() {
        call = call.websites(&set.websites);
    }
    if let Some(word) = &set.vertical {
        call = call.vertical(Vertical::from(word.to_uppercase().as_str()));
    }
    Ok(call)
}
