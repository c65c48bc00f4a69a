//! Orders to pay, and how they go on.

use maud::{Markup, html};
use serde_json::Value;

/// `50.00 BRL`; amounts come as a number and what it is divided by.
fn amount(amount: &Value, currency: &str) -> String {
    let (value, offset) = (amount["value"].as_i64(), amount["offset"].as_i64());
    let (Some(value), Some(offset)) = (value, offset.filter(|offset| *offset > 0)) else {
        return "?".to_owned();
    };
    let places = offset.to_string().len().saturating_sub(1);
    let (whole, part) = (value / offset, (value % offset).abs());
    if places == 0 {
        format!("{whole} {currency}")
    } else {
        format!("{whole}.{part:0places$} {currency}")
    }
}

/// What is bought, and what it costs.
pub(super) fn details(interactive: &Value) -> Markup {
    let parameters = &interactive["action"]["parameters"];
    let currency = parameters["currency"].as_str().unwrap_or_default();
    let order = &parameters["order"];
    let items = order["items"].as_array().into_iter().flatten();
    let rows = [
        ("Subtotal", &order["subtotal"]),
        ("Tax", &order["tax"]),
        ("Shipping", &order["shipping"]),
        ("Discount", &order["discount"]),
    ];
    html! {
        dl .details {
            @for item in items {
                dt { (item["name"].as_str().unwrap_or("?")) " × " (item["quantity"]) }
                dd { (amount(&item["amount"], currency)) }
            }
            @for (name, value) in rows {
                @if value.is_object() { dt { (name) } dd { (amount(value, currency)) } }
            }
            dt { b { "Total" } }
            dd { b { (amount(&parameters["total_amount"], currency)) } }
        }
        p .small { "Reference " code { (parameters["reference_id"].as_str().unwrap_or("?")) } }
    }
}

/// How an order goes on.
pub(super) fn status(interactive: &Value) -> Markup {
    let parameters = &interactive["action"]["parameters"];
    let order = &parameters["order"];
    html! {
        p .small {
            "Order " code { (parameters["reference_id"].as_str().unwrap_or("?")) } ": "
            b { (order["status"].as_str().unwrap_or("?")) }
        }
        @if let Some(why) = order["description"].as_str() { p .small { (why) } }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::amount;

    #[test]
    fn amounts_have_as_many_places_as_their_offset() {
        for (value, offset, text) in
            [(5000, 100, "50.00 BRL"), (5, 100, "0.05 BRL"), (7, 1, "7 BRL")]
        {
            assert_eq!(amount(&json!({"value": value, "offset": offset}), "BRL"), text);
        }
        assert_eq!(amount(&json!({"value": 1, "offset": 0}), "BRL"), "?");
    }
}
