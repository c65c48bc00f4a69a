//! Any call at all, for what is newer than this version.

use std::fmt;

use http::Method;
use serde::{Serialize, de::DeserializeOwned};
use wharf_model::endpoint::encode;

use crate::{Answer, Client, Error, body::Written, call::Ask};

/// A call that is put together by hand: from [`Client::raw`].
#[must_use = "nothing is sent before `send`"]
pub struct Raw<'c> {
    client: &'c Client,
    method: Method,
    path: String,
    body: Option<Result<Written, Error>>,
    idempotent: bool,
}

impl Client {
    /// A call of any path under the version, for what is newer than the endpoints of the model. It is authorised,
    /// classified and tried again like every other.
    ///
    /// ```no_run
    /// use serde_json::{Value, json};
    /// use wharf_client::{Client, Error, http::Method};
    ///
    /// # async fn example(client: Client) -> Result<(), Error> {
    /// let query = client.raw(Method::GET, "106540352242922").query("fields", "id,throughput");
    /// println!("{}", query.send::<Value>().await?.response["throughput"]["level"]);
    ///
    /// let body = json!({ "messaging_product": "whatsapp", "new_setting": true });
    /// client.raw(Method::POST, "106540352242922/settings").json(&body).send::<Value>().await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn raw(&self, method: Method, path: impl Into<String>) -> Raw<'_> {
        let idempotent =
            matches!(method, Method::GET | Method::HEAD | Method::PUT | Method::DELETE);
        Raw { client: self, method, path: path.into(), body: None, idempotent }
    }
}

impl Raw<'_> {
    /// Adds a parameter to the query; it is encoded here.
    pub fn query(mut self, name: &str, value: impl AsRef<str>) -> Self {
        self.path.push(if self.path.contains('?') { '&' } else { '?' });
        self.path.push_str(&encode(name));
        self.path.push('=');
        self.path.push_str(&encode(value.as_ref()));
        self
    }

    /// A JSON body.
    pub fn json(mut self, body: &(impl Serialize + ?Sized)) -> Self {
        self.body = Some(Written::json(body));
        self
    }

    /// A form as the body: each member of the object a field, strings as they are, everything else as its JSON.
    pub fn form(mut self, body: &impl Serialize) -> Self {
        self.body = Some(Written::form(body));
        self
    }

    /// Says that doing it twice does no harm. So it is for GET, PUT and DELETE without a word.
    pub fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Sends it and reads the answer.
    pub async fn send<T: DeserializeOwned>(self) -> Result<Answer<T>, Error> {
        let Self { client, method, path, body, idempotent } = self;
        let bare = path.split('?').next().unwrap_or_default();
        if bare.starts_with('/') || bare.split('/').any(|part| matches!(part, "." | "..")) {
            return Err(Error::argument(
                "the path begins after the version: write 106540352242922/messages",
            ));
        }
        client.ask(&Ask::new("raw", method, path, idempotent).carrying(body.transpose()?)).await
    }
}

impl fmt::Debug for Raw<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Raw").field("method", &self.method).finish_non_exhaustive()
    }
}
