//! How the body of a request is written.

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;
use serde_json::Value;
use url::form_urlencoded;
use wharf_model::endpoint::{Encoding, Endpoint};

use crate::Error;

/// Most messages are shorter.
const JSON_BYTES: usize = 512;

/// A body in memory, and how it is written.
#[derive(Clone)]
pub(crate) struct Written {
    pub(crate) content_type: HeaderValue,
    pub(crate) bytes: Bytes,
}

impl Written {
    /// The body of an endpoint, as that wants it; none when it has none.
    pub(crate) fn of<E: Endpoint>(endpoint: &E) -> Result<Option<Self>, Error> {
        let Some(body) = endpoint.body() else {
            return match E::ENCODING {
                Encoding::Bytes => Err(Error::argument(
                    "this call carries a file: make it with Client::call_with_file",
                )),
                _ => Ok(None),
            };
        };
        Ok(Some(match E::ENCODING {
            Encoding::Json => Self::json(body)?,
            Encoding::Form => Self::form(body)?,
            Encoding::Multipart { .. } => Self::multipart(body)?,
            _ => {
                return Err(Error::argument(
                    "this version cannot write the body of this call: make it with Client::raw",
                ));
            }
        }))
    }

    /// JSON.
    pub(crate) fn json(value: &(impl Serialize + ?Sized)) -> Result<Self, Error> {
        let mut bytes = Vec::with_capacity(JSON_BYTES);
        serde_json::to_writer(&mut bytes, value).map_err(unwritable)?;
        let content_type = HeaderValue::from_static("application/json");
        Ok(Self { content_type, bytes: bytes.into() })
    }

    /// A form; each member of an object is a field of its own.
    pub(crate) fn form(value: &impl Serialize) -> Result<Self, Error> {
        let content_type = HeaderValue::from_static("application/x-www-form-urlencoded");
        Ok(Self { content_type, bytes: form(value)?.into() })
    }

    /// A multipart form without a file.
    fn multipart(value: &impl Serialize) -> Result<Self, Error> {
        let boundary = boundary();
        let mut text = String::new();
        for (name, value) in members(value)? {
            text.push_str(&part(&boundary, &name, &value));
        }
        text = text + "--" + &boundary + "--\r\n";
        let content_type = HeaderValue::try_from(multipart_type(&boundary)).map_err(unwritable)?;
        Ok(Self { content_type, bytes: text.into() })
    }
}

/// A body as a form.
pub(crate) fn form(body: &impl Serialize) -> Result<String, Error> {
    let members = members(body)?;
    Ok(form_urlencoded::Serializer::new(String::new()).extend_pairs(members).finish())
}

/// The members of an object as fields: strings as they are, everything else as its JSON.
pub(crate) fn members(body: &impl Serialize) -> Result<Vec<(String, String)>, Error> {
    let Value::Object(members) = serde_json::to_value(body).map_err(unwritable)? else {
        return Err(Error::argument("only an object can be written as a form"));
    };
    let field = |(name, value): (String, Value)| match value {
        Value::Null => None,
        Value::String(text) => Some((name, text)),
        other => Some((name, other.to_string())),
    };
    Ok(members.into_iter().filter_map(field).collect())
}

/// The content type of a multipart form.
pub(crate) fn multipart_type(boundary: &str) -> String {
    format!("multipart/form-data; boundary={boundary}")
}

/// A field of a multipart form (RFC 7578).
pub(crate) fn part(boundary: &str, name: &str, value: &str) -> String {
    let name = header_safe(name);
    format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

/// A line that does not occur in a file: 128 bits that nobody can foresee.
pub(crate) fn boundary() -> String {
    let bits = || RandomState::new().build_hasher().finish();
    format!("wharf-{:016x}{:016x}", bits(), bits())
}

/// Text that cannot leave its line or its quotes.
pub(crate) fn header_safe(text: &str) -> String {
    text.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

fn unwritable(error: impl Into<crate::BoxError>) -> Error {
    Error::argument("the request cannot be written").because(error)
}
