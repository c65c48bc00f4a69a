//! The two-step verification PIN, and registration.

use wharf_model::number::{Pin, Register, SetPin};

use super::PhoneNumber;
use crate::{Error, call::done};

impl PhoneNumber {
    /// Sets the two-step verification PIN: exactly six digits.
    pub async fn set_pin(&self, pin: &str) -> Result<(), Error> {
        done(self.client.call(&SetPin::new(self.id.clone(), six(pin)?)).await?)
    }

    /// Registers the number for the Cloud API. `pin` is the one it has, or becomes it. At most 10 times in 72 h.
    pub async fn register(&self, pin: &str) -> Result<(), Error> {
        done(self.client.call(&Register::new(self.id.clone(), six(pin)?)).await?)
    }
}

fn six(pin: &str) -> Result<Pin, Error> {
    Pin::new(pin).map_err(|error| Error::argument(error.to_string()))
}
