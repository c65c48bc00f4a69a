//! The crate `whatsapp-business-rs`, as its README uses it.

use anyhow::Result;
use whatsapp_business_rs::{Client, Draft, IdentityRef, client::Auth};

use super::{NUMBER, Next, Plan, TEXT, TOKEN, together};

pub async fn send(plan: &Plan, next: &Next) -> Result<()> {
    let client = Client::builder().auth(Auth::token(TOKEN)).build()?;
    together(plan, || {
        let (client, next, plan) = (client.clone(), next.clone(), plan.clone());
        async move {
            let manager = client.message(IdentityRef::business(NUMBER));
            while let Some(message) = next.take() {
                manager.send(IdentityRef::user(plan.person(message)), Draft::text(TEXT)).await?;
            }
            Ok(())
        }
    })
    .await
}
