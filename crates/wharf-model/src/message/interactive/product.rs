//! Products of a catalog: one, several, or the whole.

use serde::{Deserialize, Serialize};

use super::parts::{
    Body, Footer, Header, check_body, check_optional_body, check_parts, check_text_header, parts,
};
use crate::{
    limits::{PRODUCT_SECTIONS_MAX, PRODUCTS_MAX, SECTION_TITLE_CHARS_MAX},
    message::check::Checker,
};

/// One product (Cloud API, "Single-product messages"). The catalog must be connected to the
/// account. What the person orders comes as an `order` message.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProductMessage {
    /// A text, at most 1024 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Body>,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The product.
    pub action: ProductAction,
}

/// Which product.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProductAction {
    /// The catalog's id.
    pub catalog_id: String,
    /// Your own id of the product.
    pub product_retailer_id: String,
}

/// Up to thirty products in up to ten sections (Cloud API, "Multi-product messages").
///
/// ```
/// use wharf_model::message::{ProductList, interactive::ProductSection};
///
/// let drinks = ProductSection::new("Drinks").item("tea").item("coffee");
/// let list = ProductList::new("Today", "What would you like?", "146265584024623").section(drinks);
/// assert_eq!(list.action.sections[0].product_items.len(), 2);
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProductList {
    /// Above the body: a text, required.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// The text, at most 1024 characters.
    pub body: Body,
    /// Below the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub footer: Option<Footer>,
    /// The products.
    pub action: ProductListAction,
}

/// Which products.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProductListAction {
    /// The catalog's id.
    pub catalog_id: String,
    /// One to ten sections with at most thirty products between them.
    pub sections: Vec<ProductSection>,
}

/// A section of products.
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProductSection {
    /// At most 24 characters; required when there is more than one section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The products.
    #[serde(default)]
    pub product_items: Vec<ProductItem>,
}

/// A product in a section.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ProductItem {
    /// Your own id of the product.
    pub product_retailer_id: String,
}

impl ProductMessage {
    /// A product by the catalog's id and your own id of it.
    pub fn new(catalog_id: impl Into<String>, product_retailer_id: impl Into<String>) -> Self {
        let action = ProductAction::new(catalog_id, product_retailer_id);
        Self { body: None, footer: None, action }
    }

    /// The same with a text.
    #[must_use]
    pub fn body(mut self, text: impl Into<String>) -> Self {
        self.body = Some(Body { text: text.into() });
        self
    }

    parts!(footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(None, self.footer.as_ref(), check);
        check_optional_body(self.body.as_ref(), check);
        self.action.check("interactive.action", check);
    }
}

impl ProductAction {
    /// A product by the catalog's id and your own id of it.
    pub fn new(catalog_id: impl Into<String>, product_retailer_id: impl Into<String>) -> Self {
        Self { catalog_id: catalog_id.into(), product_retailer_id: product_retailer_id.into() }
    }

    pub(in crate::message) fn check(&self, at: &str, check: &mut Checker) {
        check.text(&format!("{at}.catalog_id"), &self.catalog_id, 1, usize::MAX);
        let id = &self.product_retailer_id;
        check.text(&format!("{at}.product_retailer_id"), id, 1, usize::MAX);
    }
}

impl ProductSection {
    /// A section with a title, at most 24 characters.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), product_items: Vec::new() }
    }

    /// The same with one more product, by your own id of it.
    #[must_use]
    pub fn item(mut self, product_retailer_id: impl Into<String>) -> Self {
        self.product_items.push(ProductItem { product_retailer_id: product_retailer_id.into() });
        self
    }
}

impl ProductList {
    /// A line above, a text, and the catalog's id; add products with [`ProductList::section`].
    pub fn new(
        header: impl Into<String>,
        body: impl Into<String>,
        catalog_id: impl Into<String>,
    ) -> Self {
        let action = ProductListAction { catalog_id: catalog_id.into(), sections: Vec::new() };
        let header = Some(Header::Text(header.into()));
        Self { header, body: Body { text: body.into() }, footer: None, action }
    }

    /// The same with one more section.
    #[must_use]
    pub fn section(mut self, section: ProductSection) -> Self {
        self.action.sections.push(section);
        self
    }

    parts!(footer);

    pub(super) fn check(&self, check: &mut Checker) {
        check_parts(self.header.as_ref(), self.footer.as_ref(), check);
        if self.header.is_none() {
            check.missing("interactive.header", "a list of products needs a header");
        }
        check_text_header(self.header.as_ref(), check);
        check_body(&self.body, check);
        let id = &self.action.catalog_id;
        check.text("interactive.action.catalog_id", id, 1, usize::MAX);
        check_sections("interactive.action.sections", &self.action.sections, check);
    }
}

/// Sections of products, here and in templates.
pub(in crate::message) fn check_sections(
    at: &str,
    sections: &[ProductSection],
    check: &mut Checker,
) {
    check.count(at, sections.len(), 1, PRODUCT_SECTIONS_MAX);
    let products = sections.iter().map(|section| section.product_items.len()).sum();
    check.count(&format!("{at}[].product_items"), products, 1, PRODUCTS_MAX);
    for (index, section) in sections.iter().enumerate() {
        let path = format!("{at}[{index}].title");
        match &section.title {
            Some(title) => check.text(&path, title, 1, SECTION_TITLE_CHARS_MAX),
            None if sections.len() > 1 => {
                check.missing(&path, "is required when there is more than one section");
            }
            None => {}
        }
        for (item, product) in section.product_items.iter().enumerate() {
            let path = format!("{at}[{index}].product_items[{item}].product_retailer_id");
            check.text(&path, &product.product_retailer_id, 1, usize::MAX);
        }
    }
}

crate::quiet_debug! {
    ProductMessage { action }
    ProductAction { catalog_id, product_retailer_id }
    ProductList { action }
    ProductListAction { catalog_id, sections }
    ProductSection { product_items }
    ProductItem { product_retailer_id }
}
