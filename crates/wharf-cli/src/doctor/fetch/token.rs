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
    let token = token.trim();
    facts.token = fetched(debug(plain, token).await);
    let insists = facts.token.trouble().is_some_and(Trouble::is_proof);
    let Some(proved) = proved else {
        facts.proof = Fetched::Missing("WHATSAPP_APP_SECRET");
        facts.app = Fetched::Missing("WHATSAPP_APP_SECRET");
        return insists;
    };
    if facts.token.trouble().is_some_and(Trouble::is_token) {
        return insists;
    }
    let described = fetched(debug(proved, token).await);
    let others = described.trouble().filter(|why| why.is_proof() || why.code.is_none());
    // Whatever else is refused, the proof was looked at before.
    facts.proof = others.cloned().map_or(Fetched::Here(()), Fetched::Failed);
    if insists && described.here().is_some() {
        facts.token = described;
    }
    if facts.token.here().is_none()
        && let Some(app) = own(facts, plain)
        && let Ok(described) = debug(&app, token).await
    {
        facts.token = Fetched::Here(described);
    }
    facts.app = app(facts, plain).await;
    insists
}

async fn debug(client: &Client, token: &str) -> Result<Token, Error> {
    let call = client.raw(Method::GET, "debug_token").query("input_token", token);
    Ok(call.send::<Data<Token>>().await?.response.data)
}

/// A client in the name of the app itself, once its id is known.
fn own(facts: &Facts, plain: &Client) -> Option<Client> {
    let known = facts.token.here().and_then(Token::app);
    let app = facts.settings.app.clone().or(known)?;
    let secret = facts.settings.app_secret.as_deref()?;
    let token = AccessToken::new(format!("{}|{}", app.trim(), secret.trim())).ok()?;
    Some(plain.with_token(token))
}

/// What the app is subscribed to: only its own token may ask.
async fn app(facts: &Facts, plain: &Client) -> Fetched<Vec<Subscription>> {
    let known = facts.token.here().and_then(Token::app);
    let (Some(app), Some(client)) = (facts.settings.app.clone().or(known), own(facts, plain))
    else {
        return Fetched::Missing("WHATSAPP_APP_ID");
    };
    let path = format!("{}/subscriptions", wharf::endpoint::encode(app.trim()));
    let answer = client.raw(Method::GET, path).send::<Data<Vec<Subscription>>>().await;
    fetched(answer.map(|answer| answer.response.data))
}
