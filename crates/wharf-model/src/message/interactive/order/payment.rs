//! Ways to pay.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::{
    limits::{
        BILLDESK_INFO_CHARS_MAX, CONFIGURATION_NAME_CHARS_MAX, PAYU_UDF_CHARS_MAX,
        RAZORPAY_NOTE_CHARS_MAX, RAZORPAY_NOTES_MAX, RAZORPAY_RECEIPT_CHARS_MAX,
        ZAAKPAY_EXTRA_CHARS_MAX,
    },
    message::{
        check::{Checker, VALUE},
        interactive::located,
    },
};

/// A way to pay: the value of `type` and the object of that name.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum PaymentSetting {
    /// Brazil: a Pix code.
    PixDynamicCode(Pix),
    /// Brazil: a link to pay at.
    PaymentLink(PaymentLink),
    /// Brazil: a boleto.
    Boleto(Boleto),
    /// India: a payment gateway.
    PaymentGateway(GatewayPayment),
    /// A way this version does not name, the whole object as it came.
    Other(Value),
}

/// A Pix code.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Pix {
    /// The code to copy.
    pub code: String,
    /// Who is paid.
    pub merchant_name: String,
    /// Who is paid, by key.
    pub key: String,
    /// `CPF`, `CNPJ`, `EMAIL`, `PHONE` or `EVP`.
    pub key_type: String,
}

/// A link to pay at.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct PaymentLink {
    /// The URL.
    pub uri: String,
}

/// A boleto.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Boleto {
    /// The line of digits.
    pub digitable_line: String,
}

/// A payment gateway in India, and what it is to be told.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct GatewayPayment {
    /// `billdesk`, `razorpay`, `payu` or `zaakpay`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The name of the payment configuration; at most 60 characters.
    pub configuration_name: String,
    /// For `razorpay`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub razorpay: Option<Razorpay>,
    /// For `payu`: `udf1` to `udf4`, at most 255 characters each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payu: Option<BTreeMap<String, String>>,
    /// For `zaakpay`: `extra1` and `extra2`, at most 180 characters each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zaakpay: Option<BTreeMap<String, String>>,
    /// For `billdesk`: `additional_info1` to `additional_info7`, at most 120 characters each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub billdesk: Option<BTreeMap<String, String>>,
}

/// What Razorpay is told.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Razorpay {
    /// At most 40 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
    /// At most 15, of at most 256 characters each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<Map<String, Value>>,
}

impl Pix {
    /// A code, who is paid, and their key with its kind: `CPF`, `CNPJ`, `EMAIL`, `PHONE` or `EVP`.
    pub fn new(
        code: impl Into<String>,
        merchant_name: impl Into<String>,
        key: impl Into<String>,
        key_type: impl Into<String>,
    ) -> Self {
        let (code, merchant_name) = (code.into(), merchant_name.into());
        Self { code, merchant_name, key: key.into(), key_type: key_type.into() }
    }
}

impl PaymentLink {
    /// A link.
    pub fn new(uri: impl Into<String>) -> Self {
        Self { uri: uri.into() }
    }
}

impl Boleto {
    /// A boleto by its line of digits.
    pub fn new(digitable_line: impl Into<String>) -> Self {
        Self { digitable_line: digitable_line.into() }
    }
}

impl GatewayPayment {
    /// A gateway (`billdesk`, `razorpay`, `payu`, `zaakpay`) and the name of its configuration.
    pub fn new(kind: impl Into<String>, configuration_name: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            configuration_name: configuration_name.into(),
            razorpay: None,
            payu: None,
            zaakpay: None,
            billdesk: None,
        }
    }
}

macro_rules! settings {
    ($($variant:ident($type:ident) = $word:literal,)*) => {
        $(
            impl From<$type> for PaymentSetting {
                fn from(setting: $type) -> Self {
                    Self::$variant(setting)
                }
            }
        )*

        impl PaymentSetting {
            /// The word under `type`; empty when there is none.
            pub fn kind(&self) -> &str {
                match self {
                    $(Self::$variant(_) => $word,)*
                    Self::Other(value) => value["type"].as_str().unwrap_or_default(),
                }
            }
        }

        impl Serialize for PaymentSetting {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(one) => json!({"type": $word, $word: one}).serialize(serializer),)*
                    Self::Other(value) => value.serialize(serializer),
                }
            }
        }

        impl<'de> Deserialize<'de> for PaymentSetting {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let mut value = Value::deserialize(deserializer)?;
                match value["type"].as_str().unwrap_or_default() {
                    $($word => located(value[$word].take()).map(Self::$variant),)*
                    _ => Ok(Self::Other(value)),
                }
            }
        }
    };
}

settings! {
    PixDynamicCode(Pix) = "pix_dynamic_code",
    PaymentLink(PaymentLink) = "payment_link",
    Boleto(Boleto) = "boleto",
    PaymentGateway(GatewayPayment) = "payment_gateway",
}

impl PaymentSetting {
    pub(super) fn check(&self, at: &str, check: &mut Checker) {
        let at = format!("{at}.{}", self.kind());
        match self {
            Self::PixDynamicCode(pix) => {
                let words = ["CPF", "CNPJ", "EMAIL", "PHONE", "EVP"];
                let is_listed = words.contains(&pix.key_type.as_str());
                check.listed(&format!("{at}.key_type"), is_listed, &words, VALUE);
            }
            Self::PaymentLink(link) => check.link(&format!("{at}.uri"), &link.uri),
            Self::PaymentGateway(gateway) => gateway.check(&at, check),
            Self::Boleto(_) | Self::Other(_) => {}
        }
    }
}

impl GatewayPayment {
    fn check(&self, at: &str, check: &mut Checker) {
        let name = &self.configuration_name;
        check.text(&format!("{at}.configuration_name"), name, 1, CONFIGURATION_NAME_CHARS_MAX);
        if let Some(Razorpay { receipt, notes }) = &self.razorpay {
            let at = format!("{at}.razorpay");
            check.optional(
                &format!("{at}.receipt"),
                receipt.as_deref(),
                RAZORPAY_RECEIPT_CHARS_MAX,
            );
            let notes = notes.iter().flatten();
            check.count(&format!("{at}.notes"), notes.clone().count(), 0, RAZORPAY_NOTES_MAX);
            for (name, note) in notes {
                let path = format!("{at}.notes.{name}");
                check.optional(&path, note.as_str(), RAZORPAY_NOTE_CHARS_MAX);
            }
        }
        for (gateway, fields, max) in [
            ("payu", &self.payu, PAYU_UDF_CHARS_MAX),
            ("zaakpay", &self.zaakpay, ZAAKPAY_EXTRA_CHARS_MAX),
            ("billdesk", &self.billdesk, BILLDESK_INFO_CHARS_MAX),
        ] {
            for (name, text) in fields.iter().flatten() {
                check.text(&format!("{at}.{gateway}.{name}"), text, 0, max);
            }
        }
    }
}

crate::quiet_debug! {
    Pix { key_type }
    PaymentLink {}
    Boleto {}
    GatewayPayment { kind }
    Razorpay {}
}

impl std::fmt::Debug for PaymentSetting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PaymentSetting({})", self.kind())
    }
}
