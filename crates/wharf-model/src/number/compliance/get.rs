//! Reading what Indian law asks of a business.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, NoBody, lenient, path::PathBuilder},
    id::{AccountId, PhoneNumberId},
    message::Product,
    open::open_enum,
    page::Page,
};

/// Reads what Indian law asks of a business: `GET /{phone-number-id}/business_compliance_info`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetCompliance {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// Names of the fields asked for; none asks for the platform's default set.
    pub fields: Vec<String>,
}

impl GetCompliance {
    /// The request with what it must have.
    pub fn new(number: PhoneNumberId) -> Self {
        Self { number, fields: Vec::new() }
    }

    /// Asks for these fields, instead of the platform's default set.
    #[must_use]
    pub fn fields(mut self, fields: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.fields = fields.into_iter().map(Into::into).collect();
        self
    }
}

impl Endpoint for GetCompliance {
    const METHOD: http::Method = http::Method::GET;
    const IDEMPOTENT: bool = true;
    type Body = NoBody;
    type Response = Page<Compliance>;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new()
            .id(&self.number)
            .word("business_compliance_info")
            .fields(&self.fields)
            .into()
    }

    fn body(&self) -> Option<&NoBody> {
        None
    }
}

/// What Indian law asks of a business.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Compliance {
    /// The account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp_business_account_id: Option<AccountId>,
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// The legal name of the business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_name: Option<String>,
    /// What it is, in law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_type: Option<EntityType>,
    /// The same in its own words, when the type is other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity_type_custom: Option<String>,
    /// Whether it is registered.
    #[serde(
        default,
        deserialize_with = "lenient::maybe_flag",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_registered: Option<bool>,
    /// Who hears complaints.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grievance_officer_details: Option<GrievanceOfficer>,
    /// Where customers are helped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_care_details: Option<CustomerCare>,
}

crate::quiet_debug! {
    Compliance { entity_type, is_registered }
}

/// Who hears complaints.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GrievanceOfficer {
    /// The person's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Their phone, with country code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landline_number: Option<String>,
    /// Their mobile phone, with country code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile_number: Option<String>,
}

crate::quiet_debug! {
    GrievanceOfficer {  }
}

impl GrievanceOfficer {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// The person's name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Their e-mail address.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Their phone, with country code.
    #[must_use]
    pub fn landline_number(mut self, landline_number: impl Into<String>) -> Self {
        self.landline_number = Some(landline_number.into());
        self
    }

    /// Their mobile phone, with country code.
    #[must_use]
    pub fn mobile_number(mut self, mobile_number: impl Into<String>) -> Self {
        self.mobile_number = Some(mobile_number.into());
        self
    }
}

/// Where customers are helped.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CustomerCare {
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Phone, with country code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub landline_number: Option<String>,
    /// Mobile phone, with country code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile_number: Option<String>,
}

crate::quiet_debug! {
    CustomerCare {  }
}

impl CustomerCare {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// E-mail address.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Phone, with country code.
    #[must_use]
    pub fn landline_number(mut self, landline_number: impl Into<String>) -> Self {
        self.landline_number = Some(landline_number.into());
        self
    }

    /// Mobile phone, with country code.
    #[must_use]
    pub fn mobile_number(mut self, mobile_number: impl Into<String>) -> Self {
        self.mobile_number = Some(mobile_number.into());
        self
    }
}

open_enum! {
    /// What a business is, in law.
    pub enum EntityType {
        /// A limited liability partnership.
        LimitedLiabilityPartnership = "LIMITED_LIABILITY_PARTNERSHIP",
        /// One person.
        SoleProprietorship = "SOLE_PROPRIETORSHIP",
        /// A partnership.
        Partnership = "PARTNERSHIP",
        /// A public company.
        PublicCompany = "PUBLIC_COMPANY",
        /// A private company.
        PrivateCompany = "PRIVATE_COMPANY",
        /// Something else.
        Other = "OTHER",
    }
}
