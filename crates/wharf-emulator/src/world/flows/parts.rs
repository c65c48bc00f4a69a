//! What Flow JSON is made of, as far as it is looked at (Flow JSON, "Components").

use serde_json::{Map, Value};

/// A component that the platform knows.
pub(super) struct Known {
    pub(super) kind: &'static str,
    /// What it must have.
    pub(super) needs: &'static [&'static str],
    /// Whether a person gives it a value.
    pub(super) is_input: bool,
}

const fn shows(kind: &'static str, needs: &'static [&'static str]) -> Known {
    Known { kind, needs, is_input: false }
}

const fn asks(kind: &'static str, needs: &'static [&'static str]) -> Known {
    Known { kind, needs, is_input: true }
}

/// Every component.
pub(super) const COMPONENTS: &[Known] = &[
    shows("TextHeading", &["text"]),
    shows("TextSubheading", &["text"]),
    shows("TextBody", &["text"]),
    shows("TextCaption", &["text"]),
    shows("RichText", &["text"]),
    shows("Image", &["src"]),
    shows("ImageCarousel", &["images"]),
    shows("EmbeddedLink", &["text", "on-click-action"]),
    shows("Footer", &["label", "on-click-action"]),
    shows("Form", &["name", "children"]),
    shows("If", &["condition", "then"]),
    shows("Switch", &["value", "cases"]),
    shows("NavigationList", &["name", "list-items"]),
    asks("TextInput", &["name", "label"]),
    asks("TextArea", &["name", "label"]),
    asks("CheckboxGroup", &["name", "data-source"]),
    asks("RadioButtonsGroup", &["name", "data-source"]),
    asks("Dropdown", &["name", "label", "data-source"]),
    asks("ChipsSelector", &["name", "label", "data-source"]),
    asks("DatePicker", &["name", "label"]),
    asks("CalendarPicker", &["name", "label"]),
    asks("OptIn", &["name", "label"]),
    asks("PhotoPicker", &["name", "label"]),
    asks("DocumentPicker", &["name", "label"]),
];

/// Versions that can be published; older ones cannot any more.
pub(super) const VERSIONS: &[&str] =
    &["5.0", "5.1", "6.0", "6.1", "6.2", "6.3", "7.0", "7.1", "7.2", "7.3"];
/// Versions of the data exchange.
pub(super) const DATA_VERSIONS: &[&str] = &["3.0", "4.0"];
/// The screen that an endpoint ends a flow with.
pub(super) const SUCCESS: &str = "SUCCESS";
/// What a component does when it is used.
pub(super) const ACTIONS: &[&str] =
    &["navigate", "complete", "data_exchange", "open_url", "update_data"];

/// The component of this name.
pub(super) fn known(kind: &str) -> Option<&'static Known> {
    COMPONENTS.iter().find(|known| known.kind == kind)
}

/// A text of an object.
pub(super) fn text<'a>(of: &'a Map<String, Value>, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The lists of components inside a component, with the way to each.
pub(super) fn inside(component: &Map<String, Value>) -> Vec<(Vec<String>, &Vec<Value>)> {
    let list = |name: &str| {
        component.get(name).and_then(Value::as_array).map(|all| (vec![name.to_owned()], all))
    };
    match text(component, "type") {
        "Form" => list("children").into_iter().collect(),
        "If" => list("then").into_iter().chain(list("else")).collect(),
        "Switch" => {
            let cases = component.get("cases").and_then(Value::as_object);
            let lists = cases.into_iter().flatten().filter_map(|(case, all)| {
                Some((vec!["cases".to_owned(), case.clone()], all.as_array()?))
            });
            lists.collect()
        }
        _ => Vec::new(),
    }
}

/// Every component of a list and of what is inside, whether or not it is shown.
pub(super) fn every<'a>(all: &'a [Value], each: &mut impl FnMut(&'a Map<String, Value>)) {
    for component in all.iter().filter_map(Value::as_object) {
        each(component);
        for (_, list) in inside(component) {
            every(list, each);
        }
    }
}

/// The components of a screen, at the top.
pub(super) fn children(screen: &Value) -> &[Value] {
    screen["layout"]["children"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The screens of a flow.
pub(super) fn screens(flow: &Value) -> &[Value] {
    flow["screens"].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A screen by its id.
pub(super) fn screen<'a>(flow: &'a Value, id: &str) -> Option<&'a Value> {
    screens(flow).iter().find(|screen| screen["id"] == id)
}

/// The first screen of a flow: the one that no route leads to, or the first one there is.
pub(super) fn entry(flow: &Value) -> Option<&str> {
    let routes = flow["routing_model"].as_object();
    let led_to = |id: &str| {
        let all = routes.into_iter().flatten().filter_map(|(_, to)| to.as_array());
        all.flatten().any(|to| to == id)
    };
    let mut ids = screens(flow).iter().filter_map(|screen| screen["id"].as_str());
    let first = screens(flow).first().and_then(|screen| screen["id"].as_str());
    ids.find(|id| routes.is_some() && !led_to(id)).or(first)
}
