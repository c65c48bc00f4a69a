//! `wharf`, as an app uses it: typed, limits checked, the answer read and classified.

use anyhow::{Result, ensure};
use wharf::prelude::*;

use super::{NUMBER, Next, Plan, TEXT, TOKEN, together};

pub async fn send(plan: &Plan, next: &Next) -> Result<()> {
    let client = Client::builder(wharf::AccessToken::new(TOKEN)?).base_url(&plan.url).build()?;
    let number = client.number(wharf::id::PhoneNumberId::new(NUMBER)?);
    let everybody = plan.everybody();
    together(plan, || {
        let (number, next, everybody) = (number.clone(), next.clone(), everybody.clone());
        async move {
            while let Some(message) = next.take() {
                let person = &everybody[message % everybody.len()];
                let sent = number.send(person, Text::new(TEXT)).await?;
                ensure!(sent.id().is_some(), "no id");
            }
            Ok(())
        }
    })
    .await
}
