//! Calls that carry a file.

use http::{HeaderValue, header};
use wharf_model::endpoint::{Encoding, Endpoint};

use super::{Form, Upload, source::Pieces};
use crate::{
    Answer, Client, Error,
    body::members,
    call::{name_of, named},
    transport::stream,
};

impl Client {
    /// Calls an endpoint whose body is, or has, a file: a flow's JSON, the picture of a group. The file is streamed and
    /// nothing of it is checked; one request, never made again.
    ///
    /// ```no_run
    /// use wharf_client::{Client, Upload};
    /// use wharf_model::{flow::UploadFlowJson, id::FlowId};
    ///
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let json = Upload::path("flow.json").await?.mime("application/json");
    /// let flow = UploadFlowJson::of(FlowId::new("1122334455")?);
    /// let answer = client.call_with_file(&flow, json).await?;
    /// println!("{:?}", answer.response.validation_errors);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn call_with_file<E: Endpoint>(
        &self,
        endpoint: &E,
        file: Upload,
    ) -> Result<Answer<E::Response>, Error> {
        let (content_type, length, payload) = match E::ENCODING {
            Encoding::Multipart { file: Some(part) } => {
                let fields = endpoint.body().map(members).transpose()?.unwrap_or_default();
                let form = Form::new(&fields, part, file);
                (form.content_type(), form.len(), form.into_payload())
            }
            Encoding::Bytes => {
                let Upload { mime, source, watch, .. } = file;
                let size = source.size();
                (mime, size, stream(Pieces::new(source, 0, size, watch)))
            }
            _ => {
                return Err(Error::argument(
                    "this call carries no file: make it with Client::call",
                ));
            }
        };
        let content_type = HeaderValue::try_from(content_type)
            .map_err(|error| Error::argument("the mime type cannot be used").because(error))?;
        let path = endpoint.path();
        let mut request = self.request_to(E::HOST, E::METHOD, self.version(), &path, payload)?;
        request.headers_mut().insert(header::CONTENT_TYPE, content_type);
        if let Some((name, value)) = named(endpoint)? {
            request.headers_mut().insert(name, value);
        }
        self.answer(name_of::<E>(), request, self.patience(length), E::IDEMPOTENT).await
    }
}
