//! What the platform says about the number.

use wharf_model::number::{GetNumber, Number};

use super::PhoneNumber;
use crate::Error;

/// The fields of [`Number`].
const FIELDS: [&str; 8] = [
    "id",
    "display_phone_number",
    "verified_name",
    "quality_rating",
    "code_verification_status",
    "status",
    "platform_type",
    "is_pin_enabled",
];

impl PhoneNumber {
    /// What the platform says about the number: its name, quality and state.
    pub async fn info(&self) -> Result<Number, Error> {
        let fields = FIELDS.map(str::to_owned).to_vec();
        self.client.call(&GetNumber { number: self.id.clone(), fields }).await
    }
}
