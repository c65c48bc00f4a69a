//! What the access token is good for, and the app secret with it.

use http::Method;
use serde::Deserialize;
use wharf::{AccessToken, Client, Error};

use super::fetched;
use crate::doctor::facts::{Facts, Fetched, Subscription, Token, Trouble};

#[derive(Deserialize)]
struct Data<T> {
    data: T,
}

/// Asks about the token, then about the app. Says whether the app insists on the proof of its secret.
pub(super) async fn ask(facts: &mut Facts, plain: &Client, proved: Option<&Client>) -> bool {
    let Some(token) = facts.settings.token.clone() else { return false };
    facts.token = fetched(debug(plain, token.trim()).await);
    let insists = facts.token.trouble().is_some_and(Trouble::is_proof);
    let Some(proved) = proved else {
        facts.proof = Fetched::Missing("WHATSAPP_APP_SECRET");
        facts.app = Fetched::Missing("WHATSAPP_APP_SECRET");
        return insists;
    };
    if facts.token.trouble().is_some_and(Trouble::is_token) {
        return insists;
    }
    match debug(proved, token.trim()).await {
        Ok(described) => {
            facts.proof = Fetched::Here(());
            if insists {
                facts.token = Fetched::Here(described);
            }
        }
        Err(error) => facts.proof = fetched(Err(error)),
    }
    facts.app = app(facts, plain).await;
    insists
}

async fn debug(client: &Client, token: &str) -> Result<Token, Error> {
    let call = client.raw(Method::GET, "debug_token").query("input_token", token);
    Ok(call.send::<Data<Token>>().await?.response.data)
}

/// What the app is subscribed to: only its own token may ask.
async fn app(facts: &Facts, plain: &Client) -> Fetched<Vec<Subscription>> {
    let known = facts.token.here().and_then(Token::app);
    let (Some(app), Some(secret)) =
        (facts.settings.app.clone().or(known), &facts.settings.app_secret)
    else {
        return Fetched::Missing("WHATSAPP_APP_ID");
    };
    let Ok(token) = AccessToken::new(format!("{}|{}", app.trim(), secret.trim())) else {
        return Fetched::Moot;
    };
    let client = plain.with_token(token);
    let path = format!("{}/subscriptions", wharf::endpoint::encode(app.trim()));
    let answer = client.raw(Method::GET, path).send::<Data<Vec<Subscription>>>().await;
    fetched(answer.map(|answer| answer.response.data))
}
