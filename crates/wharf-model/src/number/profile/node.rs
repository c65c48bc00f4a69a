//! The business profile.

use serde::{Deserialize, Serialize};

use crate::{id::ProfileId, message::Product, open::open_enum};

/// The business profile that people see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Profile {
    /// Its id; when read by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<ProfileId>,
    /// The business name; when read by its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_name: Option<String>,
    /// Always `whatsapp`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub messaging_product: Option<Product>,
    /// The line under the name: 1 to 139 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Address: at most 256 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// What the business does: at most 512 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// E-mail address: at most 128 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Where the picture is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_picture_url: Option<String>,
    /// The uploaded picture; written, never read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile_picture_handle: Option<String>,
    /// At most 2, each at most 256 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub websites: Option<Vec<String>>,
    /// What it deals in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vertical: Option<Vertical>,
    /// The whole profile, in answers that nest it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_profile: Option<Box<Self>>,
}

open_enum! {
    /// What a business deals in.
    pub enum Vertical {
        /// Alcohol.
        Alcohol = "ALCOHOL",
        /// Clothing.
        Apparel = "APPAREL",
        /// Cars.
        Auto = "AUTO",
        /// Beauty.
        Beauty = "BEAUTY",
        /// Education.
        Education = "EDU",
        /// Entertainment.
        Entertainment = "ENTERTAIN",
        /// Planning of events.
        EventPlanning = "EVENT_PLAN",
        /// Finance.
        Finance = "FINANCE",
        /// Government.
        Government = "GOVT",
        /// Groceries.
        Grocery = "GROCERY",
        /// Health.
        Health = "HEALTH",
        /// Hotels.
        Hotel = "HOTEL",
        /// Charity.
        NonProfit = "NONPROFIT",
        /// Gambling, online.
        OnlineGambling = "ONLINE_GAMBLING",
        /// Drugs without prescription.
        Drugs = "OTC_DRUGS",
        /// Something else.
        Other = "OTHER",
        /// Gambling, on the spot.
        Gambling = "PHYSICAL_GAMBLING",
        /// Professional services.
        ProfessionalServices = "PROF_SERVICES",
        /// Restaurants.
        Restaurant = "RESTAURANT",
        /// Retail.
        Retail = "RETAIL",
        /// Travel.
        Travel = "TRAVEL",
        /// Not said; read only, written as an empty word.
        Undefined = "UNDEFINED",
        /// Not a business; read only.
        NotABusiness = "NOT_A_BIZ",
    }
}

impl Profile {
    /// The profile itself, whether the answer nests it or not.
    pub fn flat(&self) -> &Self {
        self.business_profile.as_deref().unwrap_or(self)
    }
}
