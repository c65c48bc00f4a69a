//! The question before a webhook is registered: are you the one?

use super::{PATIENCE, post};
use crate::{Error, ErrorKind, world::Target};

/// Asks; the answer must be status 200 with the challenge as its whole body.
pub(super) async fn ask(target: &Target, verify_token: &str, challenge: &str) -> Result<(), Error> {
    let asked = target.with(&[
        ("hub.mode", "subscribe"),
        ("hub.challenge", challenge),
        ("hub.verify_token", verify_token),
    ]);
    let failed = |what: String| Err(Error::new(ErrorKind::Handshake(what)));
    let answer = match tokio::time::timeout(PATIENCE, post::get(&asked)).await {
        Err(_) => return failed(format!("no answer within {} s", PATIENCE.as_secs())),
        Ok(Err(why)) => return failed(why),
        Ok(Ok(answer)) => answer,
    };
    match answer.status {
        200 if answer.body == challenge => Ok(()),
        200 => failed("the answer's body is not the challenge, byte for byte".to_owned()),
        403 => failed("HTTP 403: is the verify token the same on both sides?".to_owned()),
        status => failed(format!("HTTP {status} instead of 200")),
    }
}
