//! Products: what there is, and an order of it. The emulator has no catalogue, so a product is shown by its retailer id.

use maud::{Markup, html};
use serde_json::{Value, json};

use super::{form::Form, look::View};
use crate::world::Entry;

/// Products of one order, at most.
const PRODUCTS_MOST: usize = 50;

/// Sections of a message, each with its title and the retailer ids in it.
fn sections(interactive: &Value) -> Vec<(&str, Vec<&str>)> {
    let action = &interactive["action"];
    let one = action["product_retailer_id"]
        .as_str()
        .or(action["parameters"]["thumbnail_product_retailer_id"].as_str());
    if let Some(one) = one {
        return vec![("", vec![one])];
    }
    let all = action["sections"].as_array().into_iter().flatten();
    let read = all.map(|section| {
        let items = section["product_items"].as_array().into_iter().flatten();
        let ids = items.filter_map(|item| item["product_retailer_id"].as_str());
        (section["title"].as_str().unwrap_or_default(), ids.collect())
    });
    read.collect()
}

/// What can be ordered.
pub(super) fn show(interactive: &Value) -> Markup {
    html! {
        @for (title, products) in sections(interactive) {
            @if !title.is_empty() { p .small { (title) } }
            ul .products {
                @for product in products {
                    li { span .product aria-hidden="true" {} code { (product) } }
                }
            }
        }
    }
}

/// How much of what; what is left at 0 is not ordered.
pub(super) fn order_form(view: &View<'_>, entry: &Entry, interactive: &Value) -> Markup {
    let catalog = interactive["action"]["catalog_id"].as_str().unwrap_or("1");
    html! {
        form .fields method="post" action=(view.action("order")) enctype="multipart/form-data" data-live {
            (view.place())
            input type="hidden" name="quotes" value=(entry.id);
            input type="hidden" name="catalog" value=(catalog);
            @for (_, products) in sections(interactive) {
                @for product in products {
                    label {
                        "How many of " (product)
                        input type="number" name=(format!("item:{product}")) value="0" min="0" max="999" inputmode="numeric";
                    }
                }
            }
            @if sections(interactive).is_empty() {
                label {
                    "Product: its retailer id in your catalogue"
                    input type="text" name="product" required maxlength="100" autocomplete="off";
                }
                label { "How many" input type="number" name="count" value="1" min="1" max="999" inputmode="numeric"; }
            }
            p .small { "Each costs 10 USD: the emulator has no catalogue." }
            label { "Message" input type="text" name="text" maxlength="1024" autocomplete="off"; }
            button .action type="submit" { "Send order" }
        }
    }
}

/// What stands under `order`, from a form.
pub(super) fn order(form: &Form) -> Result<(&'static str, Value), String> {
    let mut items = Vec::new();
    let typed = form.text("product").zip(form.text("count"));
    for (product, count) in form.of("item:").chain(typed) {
        let wrong = || format!("{product}: must be a number from 0 to 999");
        let count: u32 = count.trim().parse().map_err(|_| wrong())?;
        if count > 999 {
            return Err(wrong());
        }
        if count > 0 {
            items.push(json!({
                "product_retailer_id": product, "quantity": count, "item_price": 10, "currency": "USD",
            }));
        }
    }
    if items.is_empty() {
        return Err("Order one product at least.".to_owned());
    }
    if items.len() > PRODUCTS_MOST {
        return Err(format!("{} products; {PRODUCTS_MOST} are the most", items.len()));
    }
    let mut order = json!({"catalog_id": form.needed("catalog")?, "product_items": items});
    if let Some(text) = form.text("text") {
        order["text"] = text.into();
    }
    Ok(("order", order))
}

/// An order that somebody sent.
pub(super) fn ordered(order: &Value) -> Markup {
    let items = order["product_items"].as_array().into_iter().flatten();
    html! {
        p .part-header { "Order" }
        ul .products {
            @for item in items {
                li {
                    span { (count(&item["quantity"])) " × " }
                    code { (item["product_retailer_id"].as_str().unwrap_or("?")) }
                }
            }
        }
        @if let Some(text) = order["text"].as_str() { p .text dir="auto" { (text) } }
    }
}

fn count(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
