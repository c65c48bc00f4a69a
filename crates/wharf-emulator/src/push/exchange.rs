//! Asks the endpoint of a flow: sealed, signed, posted, and the answer opened (Flows, "Implementing Endpoints").

use bytes::Bytes;
use http::{Method, header};
use http_body_util::Full;
use serde_json::Value;
use wharf_webhook::{
    SIGNATURE_HEADER,
    flows::{FlowFile, FlowPublicKey, FlowRequest, Undecryptable},
};

use super::{PATIENCE, post};
use crate::{
    shell::Shell,
    world::{Answered, Question, Turn},
};

/// The endpoint says that the flow's token is no longer good.
const TOKEN_OVER: u16 = 427;
/// The endpoint says that the signature is not the app's.
const FORGED: u16 = 432;

impl Shell {
    /// Asks what must be asked, until there is something to look at.
    pub(crate) async fn go_on(&self, wa_id: &str, turn: Turn) -> Turn {
        let mut turn = turn;
        while let Turn::Ask(question) = turn {
            let answer = self.exchange(&question).await;
            turn = self.step(|world, now| world.flow_answered(wa_id, &question, answer, now));
        }
        turn
    }

    /// Asks an endpoint once; when it cannot open what it gets, the key is fetched anew and it is asked again.
    pub(crate) async fn exchange(&self, question: &Question) -> Answered {
        let mut outcome = attempt(self, question).await;
        if matches!(&outcome, Ok((status, _)) if *status == Undecryptable::STATUS) {
            outcome = attempt(self, question).await;
        }
        match outcome {
            Ok((_, answered)) => answered,
            Err(what) => Answered::Failed(what),
        }
    }
}

/// The request, with each file in it sealed, and to be fetched from here.
fn with_files(shell: &Shell, request: &FlowRequest) -> Result<FlowRequest, String> {
    let mut request = request.clone();
    let lists = request.data.values_mut().filter_map(Value::as_array_mut);
    for item in lists.flatten() {
        let known = item.as_object().and_then(|item| {
            shell.look(|world, _| world.flow_file(item).map(|(id, file)| (id, file.clone())))
        });
        let Some((id, file)) = known else { continue };
        let url = format!("{}/_flow_media/{id}", shell.base());
        let name = file.name.as_deref().unwrap_or_default();
        let sealed = FlowFile::seal(name, id.as_str(), url, &file.bytes);
        let (told, bytes) = sealed.map_err(|bad| bad.to_string())?;
        *item = serde_json::to_value(told).map_err(|error| error.to_string())?;
        shell.step(|world, _| world.keep_sealed(id, bytes.into()));
    }
    Ok(request)
}

async fn attempt(shell: &Shell, question: &Question) -> Result<(u16, Answered), String> {
    let Some(secret) = shell.keys().secret(&question.app) else {
        return Err(format!("the secret of app {} is not known", question.app));
    };
    let key = FlowPublicKey::from_pem(&question.key).map_err(|bad| bad.to_string())?;
    let request = with_files(shell, &question.request)?;
    let asked = key.ask(&request).map_err(|bad| bad.to_string())?;
    let request = post::request(&question.target, Method::POST)
        .header(header::CONTENT_TYPE, "application/json")
        .header(SIGNATURE_HEADER, secret.sign(asked.body().as_bytes()))
        .body(Full::new(Bytes::from(asked.body().to_owned())))
        .map_err(|error| error.to_string())?;
    let sent = post::once(&question.target, request);
    let answer = tokio::select! {
        answer = tokio::time::timeout(PATIENCE, sent) => answer,
        () = shell.stopping().cancelled() => return Err("the emulator stops".to_owned()),
    };
    let answer = answer.map_err(|_| format!("no answer within {} s", PATIENCE.as_secs()))??;
    let opened = || {
        let body = std::str::from_utf8(&answer.body).unwrap_or_default();
        asked.open(body).map_err(|bad| bad.to_string())
    };
    let answered = match answer.status {
        200 => Answered::Said(opened()?),
        TOKEN_OVER => {
            let told = opened().ok();
            let told = told.as_ref().and_then(|told| told["error_msg"].as_str());
            Answered::TokenOver(told.unwrap_or("This form is no longer available.").to_owned())
        }
        FORGED => Answered::Failed(
            "HTTP 432: the signature is not the app's: is the app secret the same on both sides?"
                .to_owned(),
        ),
        status if status == Undecryptable::STATUS => Answered::Failed(
            "HTTP 421: it cannot open what is sealed with the public key of the number".to_owned(),
        ),
        status => Answered::Failed(format!("HTTP {status}")),
    };
    Ok((answer.status, answered))
}
