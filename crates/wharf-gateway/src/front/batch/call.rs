//! One call of a batch: whether it may pass.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use url::form_urlencoded;

use super::super::is_version;

/// Edges that send a message.
const SENDING: [&str; 3] = ["messages", "marketing_messages", "messages_encrypted"];
/// Members of a call that are passed on.
const MEMBERS: [&str; 7] =
    ["method", "relative_url", "body", "name", "depends_on", "omit_response_on_success", "headers"];

/// Whether it may pass, and if not: what is wrong with which member. An access token of its own is taken out.
pub(super) fn check(call: &mut Value) -> Result<(), String> {
    let Value::Object(call) = call else {
        return Err("relative_url: is required, a call is an object".to_owned());
    };
    if call.get("attached_files").is_some_and(|files| !files.is_null()) {
        return Err("attached_files: the gateway passes no files on in a batch: upload them alone"
            .to_owned());
    }
    call.retain(|name, _| MEMBERS.contains(&name.as_str()));
    let url = url(call)?;
    call.insert("relative_url".to_owned(), Value::String(url));
    Ok(())
}

/// Where it goes, without an access token.
fn url(call: &Map<String, Value>) -> Result<String, String> {
    let Some(Value::String(url)) = call.get("relative_url") else {
        return Err("relative_url: is required".to_owned());
    };
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let segments: Vec<_> = path
        .split('/')
        .filter(|segment| !segment.is_empty())
        .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
        .collect();
    let segments = match segments.split_first() {
        Some((version, rest)) if is_version(version) => rest,
        _ => &segments,
    };
    let strange = |segment: &String| {
        matches!(segment.as_str(), "." | "..") || segment.contains(['/', '{', '}', '#', '?', '\\'])
    };
    if path.contains("://") || segments.iter().any(strange) {
        return Err("relative_url: must be a plain path behind the version, such as 106540352242922?fields=id; \
                    results of other calls may stand in its query only"
            .to_owned());
    }
    let Some(edge) = segments.last() else {
        return Err(
            "relative_url: names nothing; a batch within a batch is not passed on".to_owned()
        );
    };
    if SENDING.iter().any(|sending| edge.trim().eq_ignore_ascii_case(sending)) {
        return Err(format!(
            "relative_url: {edge} sends a message, which the gateway does one at a time, so that none is lost or \
             doubled: take it out of the batch and POST it to /{{version}}/{{phone-number-id}}/messages. Nothing of \
             this batch was done"
        ));
    }
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let kept: Vec<_> = pairs.filter(|pair| !is_credential(pair)).collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    Ok(format!("{path}{mark}{}", kept.join("&")))
}

fn is_credential(pair: &str) -> bool {
    let name = form_urlencoded::parse(pair.as_bytes()).next().map(|(name, _)| name);
    name.is_some_and(|name| matches!(&*name, "access_token" | "appsecret_proof" | "appsecret_time"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whatever_sends_a_message_is_found_however_it_is_spelt() {
        for url in [
            "1/messages",
            "v25.0/1/messages",
            "/v25.0//1/Messages/?a=b",
            "1/message%73",
            "1/messages%20",
            "1/marketing_messages",
            "1/messages_encrypted",
            "messages",
            "1%2Fmessages",
            "{result=first:$.x}",
            "1/{result=first:$.x}",
            "https://graph.facebook.com/v25.0/1/messages",
            "1/x/../messages#",
            "1/messages#x",
            "",
            "/",
            "v25.0",
            "?batch=%5B%5D",
        ] {
            for method in ["POST", "GET"] {
                let mut call = json!({ "method": method, "relative_url": url });
                check(&mut call).unwrap_err();
            }
        }
        for mut call in [json!(1), json!({}), json!({ "relative_url": 1 })] {
            check(&mut call).unwrap_err();
        }
    }

    #[test]
    fn the_rest_passes_and_leaves_its_token_here() {
        for (url, passed) in [
            ("1?fields=id", "1?fields=id"),
            ("v25.0/1/message_templates", "v25.0/1/message_templates"),
            ("1?access_token=k&fields=id,name&appsecret_proof=p", "1?fields=id,name"),
            ("1?access%5Ftoken=k", "1"),
            ("?ids=1", ""),
            ("x?id={result=first:$.id}", "x?id={result=first:$.id}"),
        ] {
            let mut call = json!({ "method": "GET", "relative_url": url, "access_token": "k" });
            let checked = check(&mut call);
            if passed.is_empty() {
                checked.unwrap_err();
            } else {
                checked.unwrap();
                assert_eq!(call, json!({ "method": "GET", "relative_url": passed }));
            }
        }
    }
}
