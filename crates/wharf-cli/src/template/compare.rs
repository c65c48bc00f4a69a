//! `wharf template compare`.

use std::time::Duration;

use clap::Args;
use serde_json::Value;
use wharf::{
    id::TemplateId,
    time::{Clock as _, SystemClock},
};
use wharf_model::templates::{CompareTemplates, Comparison};

use super::account::{self, Account, Which, Whose, word};
use crate::{exit::Failure, print::Printer, table::table};

/// Compare how two templates did
#[derive(Debug, Args)]
#[command(after_help = "Each must have been sent 1,000 times in that time.")]
pub(super) struct Compare {
    /// The name of a template, or its id
    template: String,
    /// The name of another one, or its id
    other: String,
    /// The language of both, where a name is there in several
    #[arg(long, value_name = "LOCALE")]
    language: Option<String>,
    /// The last so many days: 7, 30, 60 or 90
    #[arg(long, default_value = "30", value_parser = ["7", "30", "60", "90"], value_name = "DAYS")]
    days: String,
    #[command(flatten)]
    whose: Whose,
}

pub(super) async fn run(compare: Compare, printer: &mut Printer) -> Result<(), Failure> {
    let account = Account::new(&compare.whose)?;
    let mut ids = Vec::new();
    for name in [&compare.template, &compare.other] {
        let which = Which::named(name, compare.language.clone());
        ids.push(match which.id() {
            Some(id) => id,
            None => account::id(&account.one(&which).await?)?,
        });
    }
    let [template, other] = <[TemplateId; 2]>::try_from(ids)
        .map_err(|_| Failure::failed("two templates are compared"))?;
    let days = compare.days.parse().unwrap_or(30);
    let end = SystemClock.now();
    let start = end.minus(Duration::from_hours(24 * days));
    let others = [other.clone()];
    let asked = CompareTemplates::new(template.clone(), others, start.as_secs(), end.as_secs());
    let page = account.call(&asked).await?;
    printer.either(&page.data, || {
        let head = ["METRIC", &compare.template, &compare.other];
        let rows = page.data.iter().map(|one| row(one, &template, &other));
        table(&head, rows)
    })
}

fn row(one: &Comparison, template: &TemplateId, other: &TemplateId) -> [String; 3] {
    [word(one.metric.as_ref()), value(one, template), value(one, other)]
}

/// What there is of this template: a number, a word, or its place in the order.
fn value(one: &Comparison, id: &TemplateId) -> String {
    let of = |values: &Option<Vec<Value>>| {
        let mut values = values.iter().flatten();
        let found = values.find(|value| value["key"].as_str() == Some(id.as_str()))?;
        Some(found["value"].as_str().map_or_else(|| found["value"].to_string(), str::to_owned))
    };
    let place = || {
        let order = one.order_by_relative_metric.as_ref()?;
        let place = order.iter().position(|one| one == id)?;
        Some(if place == 0 { "first" } else { "second" }.to_owned())
    };
    of(&one.number_values)
        .or_else(|| of(&one.string_values))
        .or_else(place)
        .unwrap_or("-".to_owned())
}
