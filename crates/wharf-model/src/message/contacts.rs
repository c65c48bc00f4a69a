//! Contact cards.

use serde::{Deserialize, Serialize};

use super::{Rule, check::Checker};
use crate::limits::CONTACTS_MAX;

/// One or more contact cards, at most 257.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Contacts(pub Vec<Card>);

/// A contact card.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Card {
    /// The name; `formatted_name` is what phones show.
    #[serde(default)]
    pub name: Name,
    /// Phone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Mail addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<Email>,
    /// Web addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub urls: Vec<Url>,
    /// Postal addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// Where the person works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<Organisation>,
    /// `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birthday: Option<String>,
}

macro_rules! parts {
    ($($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $field:ident $(= $wire:literal)?,)* })*) => {$(
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[non_exhaustive]
        pub struct $name {
            $(
                $(#[$doc])*
                #[serde(default, $(rename = $wire,)? skip_serializing_if = "Option::is_none")]
                pub $field: Option<String>,
            )*
        }
    )*};
}

parts! {
    /// A name. The documentation asks for `formatted_name` and at least one other part.
    Name {
        /// The whole name, as shown.
        formatted_name,
        /// First name.
        first_name,
        /// Last name.
        last_name,
        /// Middle name.
        middle_name,
        /// Prefix, such as `Dr`.
        prefix,
        /// Suffix, such as `Jr`.
        suffix,
    }
    /// A phone number on a card.
    Phone {
        /// The number, as shown.
        phone,
        /// The person's WhatsApp id: with it phones offer "Message", without it "Invite".
        wa_id,
        /// `CELL`, `MAIN`, `IPHONE`, `HOME`, `WORK` or any word.
        kind = "type",
    }
    /// A mail address on a card.
    Email {
        /// The address.
        email,
        /// `HOME` or `WORK`.
        kind = "type",
    }
    /// A web address on a card.
    Url {
        /// The address.
        url,
        /// `HOME` or `WORK`.
        kind = "type",
    }
    /// A postal address on a card.
    Address {
        /// Street and house number.
        street,
        /// City.
        city,
        /// State or region.
        state,
        /// Postal code.
        zip,
        /// Country, by name.
        country,
        /// Country, as ISO 3166 two letters.
        country_code,
        /// `HOME` or `WORK`.
        kind = "type",
    }
    /// A workplace on a card.
    Organisation {
        /// Company.
        company,
        /// Department.
        department,
        /// Title.
        title,
    }
}

impl Card {
    /// A card for a person shown as `name`. The first word becomes the first name, since the
    /// platform wants one part beside the formatted name.
    pub fn new(name: impl Into<String>) -> Self {
        let formatted = name.into();
        let first = formatted.split_whitespace().next().map(str::to_owned);
        let name = Name { formatted_name: Some(formatted), first_name: first, ..Name::default() };
        Self { name, ..Self::default() }
    }

    /// The same with a phone number of a type such as `WORK`.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>, kind: impl Into<String>) -> Self {
        self.phones.push(Phone { phone: Some(phone.into()), kind: Some(kind.into()), wa_id: None });
        self
    }

    /// The same with a number that is on WhatsApp: phones offer to message it.
    #[must_use]
    pub fn whatsapp(mut self, phone: impl Into<String>, wa_id: impl Into<String>) -> Self {
        self.phones.push(Phone {
            phone: Some(phone.into()),
            kind: Some("CELL".to_owned()),
            wa_id: Some(wa_id.into()),
        });
        self
    }

    /// The same with a mail address of a type such as `WORK`.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>, kind: impl Into<String>) -> Self {
        self.emails.push(Email { email: Some(email.into()), kind: Some(kind.into()) });
        self
    }

    /// The same with a web address of a type such as `WORK`.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>, kind: impl Into<String>) -> Self {
        self.urls.push(Url { url: Some(url.into()), kind: Some(kind.into()) });
        self
    }

    /// The same with a company.
    #[must_use]
    pub fn company(mut self, company: impl Into<String>) -> Self {
        self.org.get_or_insert_default().company = Some(company.into());
        self
    }
}

impl Contacts {
    pub(super) fn check(&self, check: &mut Checker) {
        check.count("contacts", self.0.len(), 1, CONTACTS_MAX);
        for (at, card) in self.0.iter().enumerate() {
            let path = format!("contacts[{at}].name");
            if card.name.formatted_name.as_deref().unwrap_or_default().is_empty() {
                check
                    .missing(&format!("{path}.formatted_name"), "a contact needs a formatted name");
            }
            if card.birthday.as_deref().is_some_and(|day| !is_date(day)) {
                let path = format!("contacts[{at}].birthday");
                check.invalid(&path, Rule::Format, "must be a date such as 1999-12-31");
            }
            let name = &card.name;
            let parts =
                [&name.first_name, &name.last_name, &name.middle_name, &name.prefix, &name.suffix];
            if parts.iter().all(|part| part.is_none()) {
                check.warn(
                    &path,
                    Rule::Required,
                    "the documentation asks for one more name part, such as `first_name`",
                );
            }
        }
    }
}

/// `YYYY-MM-DD`; whether there is such a day is left to the platform.
fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

crate::quiet_debug! {
    Card {}
    Name {}
    Phone {}
    Email {}
    Url {}
    Address {}
    Organisation {}
}
