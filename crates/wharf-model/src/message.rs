//! Messages a business sends.

use crate::open::open_enum;

open_enum! {
    /// The product a request is about. There is one.
    pub enum Product {
        /// WhatsApp.
        Whatsapp = "whatsapp",
    }
}

impl Default for Product {
    fn default() -> Self {
        Self::Whatsapp
    }
}
