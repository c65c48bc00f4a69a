//! `wharf template upsert`.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};
use wharf::message::Violation;
use wharf_model::{
    template::Definition,
    templates::{TemplateUpserted, UpsertTemplates, UpsertTemplatesBody},
};

use super::{
    account::{Account, Whose, word},
    written::Written,
};
use crate::{exit::Failure, print::Printer, table::table};

/// Create or change an authentication template in many languages
#[derive(Debug, Args)]
#[command(after_help = "The file is what the platform takes, such as:\n  \
    {\"name\": \"sign_in\", \"languages\": [\"en_US\", \"de\"],\n   \"category\": \"AUTHENTICATION\", \"components\": [\n    \
    {\"type\": \"BODY\", \"add_security_recommendation\": true},\n    \
    {\"type\": \"BUTTONS\", \"buttons\": [{\"type\": \"OTP\", \"otp_type\": \"COPY_CODE\"}]}]}\n\
    It is checked here first, for each language.")]
pub(super) struct Upsert {
    /// File with the definition; `-` is stdin
    file: PathBuf,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(upsert: Upsert, printer: &mut Printer) -> Result<(), Failure> {
    let written = Written::read(&upsert.file)?;
    let body: UpsertTemplatesBody = written.to()?;
    written.warn_of_strangers(&body, printer);
    if body.languages.is_empty() {
        return Err(Failure::usage("languages: at least one is needed, such as en_US"));
    }
    if body.category.as_str() != "AUTHENTICATION" {
        return Err(Failure::usage(
            "category: must be AUTHENTICATION; `wharf template create` makes the others",
        ));
    }
    let mut found: Vec<Violation> = Vec::new();
    for (index, language) in body.languages.iter().enumerate() {
        let mut one = written.value.clone();
        if let Some(one) = one.as_object_mut() {
            one.remove("languages");
            one.insert("language".to_owned(), language.as_str().into());
        }
        let definition: Definition = written.to_of(one)?;
        for mut violation in definition.check() {
            if violation.path == "language" {
                violation.path = format!("languages[{index}]");
            }
            if !found.contains(&violation) {
                found.push(violation);
            }
        }
    }
    written.tell(found, printer)?;
    let account = Account::new(&upsert.whose)?;
    let (name, category) = (body.name.clone(), body.category.clone());
    let mut request =
        UpsertTemplates::new(account.id.clone(), &name, [""; 0], category, [] as [Value; 0]);
    request.body = body;
    let done = account.call(&request).await?;
    printer.either(&json!({"name": name, "templates": done.data}), || {
        format!("{name}:\n{}", table(&["LANGUAGE", "STATUS", "ID"], done.data.iter().map(row)))
    })
}

fn row(one: &TemplateUpserted) -> [String; 3] {
    [word(one.language.as_ref()), word(one.status.as_ref()), word(one.id.as_ref())]
}
