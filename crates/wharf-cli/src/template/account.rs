//! The account whose templates are meant, and finding them by name.

use clap::Args;
use wharf::{
    Client, Error,
    id::{AccountId, TemplateId},
    page::PageQuery,
};
use wharf_model::{
    endpoint::Endpoint,
    templates::{GetTemplate, LibraryTemplate, ListTemplates, SearchLibrary, TemplateNode},
};

use crate::{exit::Failure, send, target};

/// What is asked of a template.
const FIELDS: [&str; 14] = [
    "id",
    "name",
    "language",
    "status",
    "category",
    "parameter_format",
    "components",
    "quality_score",
    "rejected_reason",
    "previous_category",
    "correct_category",
    "sub_category",
    "message_send_ttl_seconds",
    "library_template_name",
];
/// How many of those any version of the platform has.
const SURE: usize = 9;
/// A field that this version of the platform does not have, among other things.
const PARAMETER: u32 = 100;
/// Templates on a page.
const PAGE: u32 = 100;

/// An account, and in whose name it is asked.
pub(super) struct Account {
    client: Client,
    pub(super) id: AccountId,
}

/// Whose templates are meant.
#[derive(Debug, Args)]
pub(super) struct Whose {
    /// The WhatsApp Business Account
    #[arg(long, env = "WHATSAPP_BUSINESS_ACCOUNT_ID", value_name = "ID")]
    account: Option<String>,
}

/// A template of the account.
#[derive(Debug, Args)]
pub(super) struct Which {
    /// Its name, or its id
    template: String,
    /// Its language, where the name is there in several
    #[arg(long, value_name = "LOCALE")]
    language: Option<String>,
}

impl Account {
    pub(super) fn new(whose: &Whose) -> Result<Self, Failure> {
        let id = target::account(whose.account.as_deref())?;
        Ok(Self { client: send::client()?, id })
    }

    pub(super) async fn call<E: Endpoint>(&self, endpoint: &E) -> Result<E::Response, Failure> {
        Ok(self.client.call(endpoint).await?)
    }

    /// All that are listed, over all pages, sorted by name and language.
    pub(super) async fn all(&self, asked: &ListTemplates) -> Result<Vec<TemplateNode>, Failure> {
        let mut all = match self.pages(asked, &FIELDS).await {
            Err(error) if error.code() == Some(PARAMETER) => {
                self.pages(asked, FIELDS.get(..SURE).unwrap_or_default()).await?
            }
            other => other?,
        };
        let place = |node: &TemplateNode| (node.name.clone(), node.language.clone());
        all.sort_by_cached_key(place);
        Ok(all)
    }

    async fn pages(
        &self,
        asked: &ListTemplates,
        fields: &[&str],
    ) -> Result<Vec<TemplateNode>, Error> {
        let page = PageQuery::new().fields(fields.iter().copied()).limit(PAGE);
        let mut list = self.client.list(&asked.clone().page(page));
        let mut all = Vec::new();
        while let Some(node) = list.next().await? {
            all.push(node);
        }
        Ok(all)
    }

    /// Everything in the platform's library that fits.
    pub(super) async fn library(
        &self,
        asked: &SearchLibrary,
    ) -> Result<Vec<LibraryTemplate>, Failure> {
        let mut list = self.client.list(asked);
        let mut all = Vec::new();
        while let Some(item) = list.next().await? {
            all.push(item);
        }
        Ok(all)
    }

    /// The template of this name in each language, or the one of this id; never none.
    pub(super) async fn find(&self, which: &Which) -> Result<Vec<TemplateNode>, Failure> {
        let Which { template, language } = which;
        if let Some(id) = which.id() {
            return Ok(vec![self.get(id).await?]);
        }
        let named = self.all(&ListTemplates::new(self.id.clone()).name(template)).await?;
        let (mut found, mut languages) = (Vec::new(), Vec::new());
        // The platform takes a part of a name, too.
        for node in named.into_iter().filter(|node| node.name.as_ref() == Some(template)) {
            languages.extend(node.language.clone());
            if language.is_none() || node.language == *language {
                found.push(node);
            }
        }
        match (found.is_empty(), languages.is_empty()) {
            (false, _) => Ok(found),
            (true, true) => Err(Failure::failed(format!(
                "there is no template {template} in this account: `wharf template list` says which there are"
            ))),
            (true, false) => Err(Failure::failed(format!(
                "--language: {template} is not there in that language, but in {}",
                languages.join(", ")
            ))),
        }
    }

    /// The one template that is meant.
    pub(super) async fn one(&self, which: &Which) -> Result<TemplateNode, Failure> {
        let mut found = self.find(which).await?;
        if found.len() > 1 {
            let languages: Vec<_> = found.iter().filter_map(|node| node.language.clone()).collect();
            return Err(Failure::usage(format!(
                "{} is there in several languages: say which one with --language ({})",
                which.template,
                languages.join(", ")
            )));
        }
        found.pop().ok_or_else(|| Failure::failed("the platform gave no template"))
    }

    async fn get(&self, id: TemplateId) -> Result<TemplateNode, Failure> {
        let asked = GetTemplate::new(id);
        match self.client.call(&asked.clone().fields(FIELDS)).await {
            Err(error) if error.code() == Some(PARAMETER) => {
                let sure = FIELDS.iter().take(SURE).copied();
                self.call(&asked.fields(sure)).await
            }
            other => Ok(other?),
        }
    }
}

impl Which {
    /// A template by its name.
    pub(super) fn named(template: impl Into<String>, language: Option<String>) -> Self {
        Self { template: template.into(), language }
    }

    /// What was given.
    pub(super) fn given(&self) -> &str {
        &self.template
    }

    /// The id, if that was given: it is nothing but digits.
    pub(super) fn id(&self) -> Option<TemplateId> {
        let digits = self.template.bytes().all(|byte| byte.is_ascii_digit());
        TemplateId::new(self.template.as_str()).ok().filter(|_| digits)
    }
}

/// The id of a template that was listed.
pub(super) fn id(node: &TemplateNode) -> Result<TemplateId, Failure> {
    node.id.clone().ok_or_else(|| Failure::failed("the platform gave a template without its id"))
}

/// A word of the platform, or a dash.
pub(super) fn word(word: Option<impl ToString>) -> String {
    word.map_or_else(|| "-".to_owned(), |word| word.to_string())
}
