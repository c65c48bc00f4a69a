//! Who works on an account.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    account::BusinessInfo,
    endpoint::{Endpoint, NoBody, path::PathBuilder},
    id::{AccountId, BusinessId, SystemUserId},
    open::open_enum,
    page::{Page, PageQuery},
};

/// Lists who works on an account: `GET /{waba-id}/assigned_users`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListAssignedUsers {
    /// The WhatsApp Business Account.
    pub account: AccountId,
    /// The portfolio they belong to.
    pub business: BusinessId,
    /// Which page, and which fields of each item.
    pub page: PageQuery,
}

impl ListAssignedUsers {
    /// The request with what it must have.
    pub fn new(account: AccountId, business: BusinessId) -> Self {
        Self { account, business, page: PageQuery::default() }
    }

    /// Which page, and which fields of each item.
    #[must_use]
    pub fn page(mut self, page: PageQuery) -> Self {
        self.page = page;
        self
    }
}

impl Endpoint for ListAssignedUsers {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<AssignedUser>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.account)
            .word("assigned_users")
            .query("business", Some(&self.business))
            .page(&self.page)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// Someone who works on an account.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AssignedUser {
    /// Their id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<SystemUserId>,
    /// Their name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their portfolio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business: Option<BusinessInfo>,
    /// A person or a program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_type: Option<UserType>,
    /// What they may do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tasks: Option<Vec<UserTask>>,
}

crate::quiet_debug! {
    AssignedUser { id, tasks }
}

open_enum! {
    /// A person or a program.
    pub enum UserType {
        /// A person.
        Person = "BUSINESS_USER",
        /// A program.
        System = "SYSTEM_USER",
        /// A person, by their own account.
        Facebook = "FACEBOOK_USER",
    }
}

open_enum! {
    /// What someone may do.
    pub enum UserTask {
        /// All.
        Manage = "MANAGE",
        /// Develop.
        Develop = "DEVELOP",
        /// Change templates.
        ManageTemplates = "MANAGE_TEMPLATES",
        /// Change numbers.
        ManagePhone = "MANAGE_PHONE",
        /// See the cost.
        ViewCost = "VIEW_COST",
        /// Change flows.
        ManageExtensions = "MANAGE_EXTENSIONS",
        /// See numbers.
        ViewPhoneAssets = "VIEW_PHONE_ASSETS",
        /// Change what belongs to numbers.
        ManagePhoneAssets = "MANAGE_PHONE_ASSETS",
        /// See templates.
        ViewTemplates = "VIEW_TEMPLATES",
        /// See analytics.
        ViewInsights = "VIEW_INSIGHTS",
        /// Send and receive.
        Messaging = "MESSAGING",
        /// Change how it is paid.
        ManageBilling = "MANAGE_BILLING",
        /// Receive.
        ReceiveMessages = "RECEIVE_INCOMING_MESSAGES",
        /// Change who works on it.
        ManageUsers = "MANAGE_USERS",
        /// Everything.
        FullControl = "FULL_CONTROL",
    }
}
