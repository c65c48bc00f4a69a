//! Message templates: made, looked at, changed, compared, copied, deleted.

use serde_json::Value;
use wharf_model::{
    id::{AccountId, TemplateId},
    page::Page,
    template::Definition,
    templates::{
        CompareTemplates, Comparison, CreateTemplate, DeleteTemplate, GetTemplate, LibraryTemplate,
        ListTemplates, MigrateTemplates, SearchLibrary, TemplateCategory, TemplateCreated,
        TemplateNode, TemplateUpserted, TemplatesMigrated, UnpauseTemplate, UpdateTemplate,
        UpsertTemplates,
    },
    time::Timestamp,
};

use super::Account;
use crate::{Error, Kind, List, call::done};

/// The templates of an account, from [`Account::templates`]. What is not here is an endpoint of
/// `wharf_model::templates`, for [`Client::call`](crate::Client::call).
///
/// ```no_run
/// use wharf_client::{Client, Error};
/// use wharf_model::{id::AccountId, template::{Body, Category, Definition}};
///
/// # async fn example(client: Client, account: AccountId) -> Result<(), Error> {
/// let templates = client.account(account).templates();
/// let order = Definition::new("order_update", "en_US", Category::Utility)
///     .part(Body::new("Hi {{1}}, your order is on its way.").example(["Ana"]));
/// let made = templates.create(&order).await?;
/// println!("{:?} is {:?}", made.id, made.status);
///
/// let mut all = templates.list();
/// while let Some(template) = all.next().await? {
///     println!("{:?} in {:?}: {:?}", template.name, template.language, template.status);
/// }
/// templates.delete("order_update").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Templates {
    account: Account,
}

impl Templates {
    pub(super) fn new(account: Account) -> Self {
        Self { account }
    }

    fn id(&self) -> AccountId {
        self.account.id.clone()
    }

    /// Creates a template; the platform then reviews it. At most 100 an hour.
    ///
    /// Limits are checked first: [`Kind::Invalid`] names every one that is broken, and nothing is sent.
    pub async fn create(&self, definition: &Definition) -> Result<TemplateCreated, Error> {
        self.account.check(|| definition.check())?;
        self.account.client.call(&self.request(definition)?).await
    }

    /// Creates a template from one of the platform's [`library`](Self::library), by that one's name: it needs no review.
    pub async fn create_from_library(
        &self,
        name: &str,
        language: &str,
        category: TemplateCategory,
        library_name: &str,
    ) -> Result<TemplateCreated, Error> {
        let request = CreateTemplate::new(self.id(), name, language, category);
        self.account.client.call(&request.library_template_name(library_name)).await
    }

    /// Every template, over all pages. [`ListTemplates`] has filters, for [`Client::list`](crate::Client::list).
    pub fn list(&self) -> List<Page<TemplateNode>> {
        self.account.client.list(&ListTemplates::new(self.id()))
    }

    /// The template of exactly this name and language, if there is one.
    pub async fn find(&self, name: &str, language: &str) -> Result<Option<TemplateNode>, Error> {
        // The platform's filter takes parts of names, too.
        let query = ListTemplates::new(self.id()).name(name).language(language);
        let mut found = self.account.client.list(&query);
        while let Some(template) = found.next().await? {
            let language_fits = template.language.as_deref() == Some(language);
            if template.name.as_deref() == Some(name) && language_fits {
                return Ok(Some(template));
            }
        }
        Ok(None)
    }

    /// One template, in the platform's default set of fields. [`GetTemplate`] asks for others.
    pub async fn get(&self, template: &TemplateId) -> Result<TemplateNode, Error> {
        self.account.client.call(&GetTemplate::new(template.clone())).await
    }

    /// Gives a template the parts of this definition, and its time to live if it has one; name, language and category
    /// stay. An approved one can be edited once a day and ten times a month, and is reviewed again.
    ///
    /// Limits are checked first, as by [`create`](Self::create).
    pub async fn edit(&self, template: &TemplateId, definition: &Definition) -> Result<(), Error> {
        self.account.check(|| definition.check())?;
        let parts = self.request(definition)?.body;
        let mut edit = UpdateTemplate::new(template.clone());
        edit.body.components = parts.components;
        edit.body.parameter_format = parts.parameter_format;
        edit.body.message_send_ttl_seconds = parts.message_send_ttl_seconds;
        done(self.account.client.call(&edit).await?)
    }

    /// Deletes a template in all its languages. Its name cannot be used again for 30 days.
    pub async fn delete(&self, name: &str) -> Result<(), Error> {
        done(self.account.client.call(&DeleteTemplate::new(self.id()).name(name)).await?)
    }

    /// Deletes one language of a template. The platform wants its name besides.
    pub async fn delete_one(&self, name: &str, template: &TemplateId) -> Result<(), Error> {
        let request = DeleteTemplate::new(self.id()).name(name).hsm_id(template.clone());
        done(self.account.client.call(&request).await?)
    }

    /// Templates that the platform wrote, with these words in name or text. [`SearchLibrary`] has more filters.
    pub fn library(&self, words: &str) -> List<Page<LibraryTemplate>> {
        self.account.client.list(&SearchLibrary::new().search(words))
    }

    /// Makes or changes an authentication template in these languages at once, with the parts of this definition.
    ///
    /// Limits are checked first, as by [`create`](Self::create).
    pub async fn upsert(
        &self,
        definition: &Definition,
        languages: impl IntoIterator<Item = impl Into<String>>,
    ) -> Result<Vec<TemplateUpserted>, Error> {
        self.account.check(|| definition.check())?;
        let body = self.request(definition)?.body;
        let parts = body.components.unwrap_or_default();
        let mut request =
            UpsertTemplates::new(self.id(), body.name, languages, body.category, parts);
        request.body.message_send_ttl_seconds = body.message_send_ttl_seconds;
        Ok(self.account.client.call(&request).await?.data)
    }

    /// Compares a template with another of the account, over the `days` before `end`: 7, 30, 60 or 90. Each must have
    /// been sent 1,000 times.
    pub async fn compare(
        &self,
        template: &TemplateId,
        other: &TemplateId,
        days: u32,
        end: Timestamp,
    ) -> Result<Vec<Comparison>, Error> {
        const DAY: i64 = 86_400;

        if self.account.checked && !matches!(days, 7 | 30 | 60 | 90) {
            return Err(Error::argument(format!("days: must be 7, 30, 60 or 90, this is {days}")));
        }
        let end = end.as_secs();
        let start = end.saturating_sub(i64::from(days) * DAY);
        let request = CompareTemplates::new(template.clone(), [other.clone()], start, end);
        Ok(self.account.client.call(&request).await?.data)
    }

    /// Copies approved templates of good quality from another account of the same portfolio: the platform's first page
    /// of them. [`MigrateTemplates`] asks for others, or for single ones. It says which were copied, and why others were
    /// not; a second time, those that were copied fail.
    pub async fn migrate_from(&self, source: &AccountId) -> Result<TemplatesMigrated, Error> {
        self.account.client.call(&MigrateTemplates::new(self.id(), source.clone())).await
    }

    /// Lets a template be sent again that was paused because people did not like it.
    pub async fn unpause(&self, template: &TemplateId) -> Result<(), Error> {
        let answer = self.account.client.call(&UnpauseTemplate::new(template.clone())).await?;
        match answer.reason {
            _ if answer.success => Ok(()),
            Some(reason) => Err(Error::new(Kind::Undone).because(reason)),
            None => Err(Error::new(Kind::Undone)),
        }
    }

    fn request(&self, definition: &Definition) -> Result<CreateTemplate, Error> {
        let mut request = definition.create(self.id()).map_err(|error| {
            Error::argument("the template cannot be written as JSON").because(error)
        })?;
        if request.body.library_template_name.is_some() {
            request.body.components =
                request.body.components.filter(|parts: &Vec<Value>| !parts.is_empty());
        }
        Ok(request)
    }
}
