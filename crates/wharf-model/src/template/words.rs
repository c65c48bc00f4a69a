//! Words that templates know.

use serde::{Deserialize, Deserializer};

use crate::open::open_enum;
pub use crate::{
    number::QualityRating as QualityScore,
    templates::{
        ParameterFormat, RejectedReason, TemplateCategory as Category, TemplateStatus as Status,
    },
};

open_enum! {
    /// What a template of category utility is about.
    pub enum SubCategory {
        /// An order to pay.
        OrderDetails = "ORDER_DETAILS",
        /// How an order goes on.
        OrderStatus = "ORDER_STATUS",
        /// The same with more to it.
        RichOrderStatus = "RICH_ORDER_STATUS",
    }
}

/// Reads a word whether it is in upper or lower case, as the platform does.
pub(super) fn upper<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: for<'a> From<&'a str>,
{
    let word = Option::<String>::deserialize(deserializer)?;
    Ok(word.map(|word| T::from(&word.to_ascii_uppercase())))
}
