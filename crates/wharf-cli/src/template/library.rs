//! `wharf template library`.

use clap::Args;
use wharf_model::templates::{LibraryTemplate, SearchLibrary};

use super::account::{Account, Whose, word};
use crate::{exit::Failure, print::Printer, table::table};

/// Look into the platform's library of templates
#[derive(Debug, Args)]
#[command(
    after_help = "A definition with `\"library_template_name\": \"NAME\"` in the place of `components` makes one of \
    yours of it: `wharf template create`. With --json each line is a template of the library as the platform gave it."
)]
pub(super) struct Library {
    /// Words in name or text
    search: Option<String>,
    /// Only of this topic, such as `order_management` or `payments`
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    /// Only for this use, such as `delivery_update`
    #[arg(long, value_name = "USE")]
    usecase: Option<String>,
    /// Only for this industry: `e_commerce` or `financial_services`
    #[arg(long, value_name = "INDUSTRY")]
    industry: Option<String>,
    /// Only in this language, such as `en_US`
    #[arg(long, value_name = "LOCALE")]
    language: Option<String>,
    /// Only of this category: authentication, marketing or utility
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(library: Library, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&library.whose)?;
    let upper = |word: String| word.to_ascii_uppercase();
    let mut asked = SearchLibrary::new();
    asked.search = library.search;
    asked.topic = library.topic.map(upper);
    asked.usecase = library.usecase.map(upper);
    asked.industry = library.industry.map(upper);
    asked.language = library.language;
    asked.category = library.category.map(|word| upper(word).as_str().into());
    let all = account.library(&asked).await?;
    if printer.is_json() {
        return all.iter().try_for_each(|template| printer.json(template));
    }
    if all.is_empty() {
        return printer.line("nothing in the library fits");
    }
    printer.line(table(&["NAME", "LANGUAGE", "CATEGORY", "TEXT"], all.iter().map(row)))
}

fn row(template: &LibraryTemplate) -> [String; 4] {
    [
        word(template.name.as_ref()),
        word(template.language.as_ref()),
        word(template.category.as_ref()),
        word(template.body.as_ref()),
    ]
}
