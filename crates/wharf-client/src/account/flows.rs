//! Flows: made, given their JSON, published, withdrawn.

use bytes::Bytes;
use wharf_model::{
    flow::{
        CreateFlow, DeleteFlow, DeprecateFlow, Flow, FlowAsset, FlowCategory, FlowCreated,
        FlowJsonUploaded, FlowsMigrated, GetFlow, ListFlowAssets, ListFlows, MigrateFlows,
        PublishFlow, UploadFlowJson,
    },
    id::{AccountId, FlowId},
    page::Page,
};

use super::Account;
use crate::{Error, List, Upload, call::done};

/// Bytes of a flow's JSON.
const JSON_BYTES_MAX: usize = 10 * 1024 * 1024;

/// The flows of an account, from [`Account::flows`]. What is not here is an endpoint of `wharf_model::flow`, for
/// [`Client::call`](crate::Client::call).
///
/// ```no_run
/// use wharf_client::Client;
/// use wharf_model::{flow::FlowCategory, id::AccountId};
///
/// # async fn example(client: Client, account: AccountId) -> Result<(), Box<dyn std::error::Error>> {
/// let flows = client.account(account).flows();
/// let made = flows.create("survey", [FlowCategory::Survey]).await?;
/// let flow = made.id.ok_or("no id")?;
///
/// let uploaded = flows.upload_json(&flow, std::fs::read("survey.json")?).await?;
/// for error in uploaded.validation_errors.iter().flatten() {
///     println!("line {:?}: {:?}", error.line_start, error.message);
/// }
/// flows.publish(&flow).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Flows {
    account: Account,
}

impl Flows {
    pub(super) fn new(account: Account) -> Self {
        Self { account }
    }

    fn id(&self) -> AccountId {
        self.account.id.clone()
    }

    /// Creates a flow, as a draft. Its name must be unique in the account. [`CreateFlow`] has more settings.
    pub async fn create(
        &self,
        name: &str,
        categories: impl IntoIterator<Item = FlowCategory>,
    ) -> Result<FlowCreated, Error> {
        self.account.client.call(&CreateFlow::new(self.id(), name, categories)).await
    }

    /// Every flow, over all pages.
    pub fn list(&self) -> List<Page<Flow>> {
        self.account.client.list(&ListFlows::new(self.id()))
    }

    /// One flow, in the platform's default set of fields. [`GetFlow`] asks for others.
    pub async fn get(&self, flow: &FlowId) -> Result<Flow, Error> {
        self.account.client.call(&GetFlow::new(flow.clone())).await
    }

    /// Gives a draft its JSON. What the platform finds wrong with it is in `validation_errors`: the JSON is kept, and the
    /// flow cannot be published.
    ///
    /// That it is JSON, and has at most 10 MiB, is checked first.
    pub async fn upload_json(
        &self,
        flow: &FlowId,
        json: impl Into<Bytes>,
    ) -> Result<FlowJsonUploaded, Error> {
        let json = json.into();
        if self.account.checked {
            check(&json)?;
        }
        let file = Upload::bytes("application/json", "flow.json", json);
        let request = UploadFlowJson::of(flow.clone());
        Ok(self.account.client.call_with_file(&request, file).await?.response)
    }

    /// What belongs to a flow: its JSON, by a URL that [`Client::fetch`](crate::Client::fetch) takes.
    pub fn assets(&self, flow: &FlowId) -> List<Page<FlowAsset>> {
        self.account.client.list(&ListFlowAssets::new(flow.clone()))
    }

    /// Publishes a draft: from then on it can be sent to anybody, and not be changed.
    pub async fn publish(&self, flow: &FlowId) -> Result<(), Error> {
        done(self.account.client.call(&PublishFlow::new(flow.clone())).await?)
    }

    /// Withdraws a published flow: it can neither be sent nor opened any more. Cannot be undone.
    pub async fn deprecate(&self, flow: &FlowId) -> Result<(), Error> {
        done(self.account.client.call(&DeprecateFlow::new(flow.clone())).await?)
    }

    /// Deletes a draft.
    pub async fn delete(&self, flow: &FlowId) -> Result<(), Error> {
        done(self.account.client.call(&DeleteFlow::new(flow.clone())).await?)
    }

    /// Copies all flows of another account of the same portfolio. [`MigrateFlows`] takes names. It says which were
    /// copied, and why others were not.
    pub async fn migrate_from(&self, source: &AccountId) -> Result<FlowsMigrated, Error> {
        self.account.client.call(&MigrateFlows::new(self.id(), source.clone())).await
    }
}

fn check(json: &[u8]) -> Result<(), Error> {
    if json.len() > JSON_BYTES_MAX {
        return Err(Error::argument(format!(
            "flow.json: may have {JSON_BYTES_MAX} bytes, this one has {}",
            json.len()
        )));
    }
    match serde_json::from_slice::<serde::de::IgnoredAny>(json) {
        Ok(_) => Ok(()),
        Err(error) => Err(Error::argument(format!("flow.json: is not JSON: {error}"))),
    }
}
