//! The crate `whatsapp-business-rs`, as its README uses it.

use anyhow::Result;
use whatsapp_business_rs::{Client, Draft, IdentityRef, client::Auth};

use super::{NUMBER, Next, Plan, TEXT, TOKEN, together};

pub async fn send(plan: &Plan, next: &Next) -> Result<()> {
    let client = Client::builder().auth(Auth::token(TOKEN)).build()?;
    let everybody = plan.everybody();
    together(plan, || {
        let (client, next, everybody) = (client.clone(), next.clone(), everybody.clone());
        async move {
            let manager = client.message(IdentityRef::business(NUMBER));
            while let Some(message) = next.take() {
                let person = &everybody[message % everybody.len()];
                manager.send(IdentityRef::user(person), Draft::text(TEXT)).await?;
            }
            Ok(())
        }
    })
    .await
}
