//! Setting what Indian law asks of a business.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::{
    endpoint::{Endpoint, Success, lenient, path::PathBuilder},
    id::PhoneNumberId,
    message::Product,
    number::{CustomerCare, EntityType, GrievanceOfficer},
};

/// Sets what Indian law asks of a business: `POST /{phone-number-id}/business_compliance_info`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SetCompliance {
    /// The business phone number.
    pub number: PhoneNumberId,
    /// What it carries.
    pub body: SetComplianceBody,
}

impl SetCompliance {
    /// The request with what it must have.
    pub fn new(
        number: PhoneNumberId,
        entity_name: impl Into<String>,
        entity_type: EntityType,
    ) -> Self {
        Self {
            number,
            body: SetComplianceBody {
                messaging_product: Product::Whatsapp,
                entity_name: entity_name.into(),
                entity_type,
                entity_type_custom: None,
                is_registered: None,
                grievance_officer_details: None,
                customer_care_details: None,
            },
        }
    }

    /// The same in its own words, when the type is other.
    #[must_use]
    pub fn entity_type_custom(mut self, entity_type_custom: impl Into<String>) -> Self {
        self.body.entity_type_custom = Some(entity_type_custom.into());
        self
    }

    /// Whether it is registered.
    #[must_use]
    pub fn registered(mut self, registered: bool) -> Self {
        self.body.is_registered = Some(registered);
        self
    }

    /// Who hears complaints.
    #[must_use]
    pub fn grievance_officer_details(
        mut self,
        grievance_officer_details: GrievanceOfficer,
    ) -> Self {
        self.body.grievance_officer_details = Some(grievance_officer_details);
        self
    }

    /// Where customers are helped.
    #[must_use]
    pub fn customer_care_details(mut self, customer_care_details: CustomerCare) -> Self {
        self.body.customer_care_details = Some(customer_care_details);
        self
    }
}

/// What [`SetCompliance`] carries.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SetComplianceBody {
    /// Always `whatsapp`.
    pub messaging_product: Product,
    /// The legal name: at most 128 characters.
    pub entity_name: String,
    /// What it is, in law.
    pub entity_type: EntityType,
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
    SetComplianceBody { entity_type, is_registered }
}

impl Endpoint for SetCompliance {
    const METHOD: http::Method = http::Method::POST;
    const IDEMPOTENT: bool = true;
    type Body = SetComplianceBody;
    type Response = Success;

    fn path(&self) -> Cow<'_, str> {
        PathBuilder::new().id(&self.number).word("business_compliance_info").into()
    }

    fn body(&self) -> Option<&SetComplianceBody> {
        Some(&self.body)
    }
}
