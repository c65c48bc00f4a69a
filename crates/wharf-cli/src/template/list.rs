//! `wharf template list`.

use clap::Args;
use wharf_model::templates::{ListTemplates, TemplateNode};

use super::account::{Account, Whose, word};
use crate::{exit::Failure, print::Printer, table::table};

/// List the templates of the account
#[derive(Debug, Args)]
#[command(after_help = "With --json each line is a template as the platform gave it.")]
pub(super) struct List {
    /// Only those with this in their name
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// Only in this language, such as `en_US`
    #[arg(long, value_name = "LOCALE")]
    language: Option<String>,
    /// Only of this category: authentication, marketing or utility
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,
    /// Only those that stand so: approved, pending, rejected, paused, disabled …
    #[arg(long, value_name = "STATUS")]
    status: Option<String>,
    /// Only of this quality: green, yellow, red or unknown
    #[arg(long, value_name = "QUALITY")]
    quality: Option<String>,
    #[command(flatten)]
    whose: Whose,
}

impl List {
    fn asked(self, account: &Account) -> ListTemplates {
        let mut asked = ListTemplates::new(account.id.clone());
        let upper = |word: String| word.to_ascii_uppercase();
        asked.name = self.name;
        asked.language = self.language;
        asked.category = self.category.map(|word| upper(word).as_str().into());
        asked.status = self.status.map(|word| upper(word).as_str().into());
        asked.quality_score = self.quality.map(|word| upper(word).as_str().into());
        asked
    }
}

pub(super) async fn run(list: List, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&list.whose)?;
    let all = account.all(&list.asked(&account)).await?;
    if printer.is_json() {
        return all.iter().try_for_each(|node| printer.json(node));
    }
    if all.is_empty() {
        return printer.line("no templates");
    }
    let head = ["NAME", "LANGUAGE", "CATEGORY", "STATUS", "QUALITY"];
    printer.line(table(&head, all.iter().map(row)))?;
    let plural = if all.len() == 1 { "" } else { "s" };
    printer.line(format!("\n{} template{plural}", all.len()))
}

fn row(node: &TemplateNode) -> [String; 5] {
    let quality = node.quality_score.as_ref().and_then(|quality| quality.score.as_ref());
    [
        word(node.name.as_ref()),
        word(node.language.as_ref()),
        word(node.category.as_ref()),
        word(node.status.as_ref()),
        word(quality),
    ]
}
