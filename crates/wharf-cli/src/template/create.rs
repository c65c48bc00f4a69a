//! `wharf template create`.

use std::path::PathBuf;

use clap::Args;
use wharf_model::{
    template::Definition,
    templates::{CreateTemplate, CreateTemplateBody},
};

use super::{
    account::{Account, Whose, word},
    written::Written,
};
use crate::{exit::Failure, print::Printer};

/// Create a template from a JSON definition
#[derive(Debug, Args)]
#[command(after_help = "The file is what the platform takes, such as:\n  \
    {\"name\": \"order_ready\", \"language\": \"en_US\", \"category\": \"UTILITY\",\n   \"components\": [\n    \
    {\"type\": \"BODY\", \"text\": \"Order {{1}} is ready.\",\n     \"example\": {\"body_text\": [[\"42\"]]}}]}\n\
    One of the platform's library has `library_template_name` in the place of `components`.\n\
    It is checked here first; every limit that it breaks is named, and then nothing is sent.")]
pub(super) struct Create {
    /// File with the definition; `-` is stdin
    file: PathBuf,
    /// Check it, and create nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(create: Create, printer: &mut Printer) -> Result<(), Failure> {
    let written = Written::read(&create.file)?;
    let definition: Definition = written.to()?;
    written.check(&definition, printer)?;
    let body: CreateTemplateBody = written.to()?;
    written.warn_of_strangers(&body, printer);
    if create.dry_run {
        return printer
            .either(&body, || format!("{} {}: nothing to complain of", body.name, body.language));
    }
    let account = Account::new(&create.whose)?;
    let (name, language) = (body.name.clone(), body.language.clone());
    let category = body.category.clone();
    let mut request = CreateTemplate::new(account.id.clone(), &name, &language, category.clone());
    request.body = body;
    let created = account.call(&request).await?;
    if created.category.as_ref().is_some_and(|given| *given != category) {
        let given = word(created.category.as_ref());
        printer.warning(format!("the platform put it into category {given}, not {category}"));
    }
    printer.either(&created, || {
        let status = word(created.status.as_ref());
        format!("created: {name} {language}, {status}, id {}", word(created.id.as_ref()))
    })
}
