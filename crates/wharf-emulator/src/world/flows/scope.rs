//! What references on a screen lead to.

use serde_json::{Map, Value};

use super::{
    expr::Scope,
    session::{Session, Shown},
};

/// What can be referred to on the screen that is shown.
pub(super) struct OnScreen<'a> {
    pub(super) session: &'a Session,
    pub(super) shown: &'a Shown,
}

impl Scope for OnScreen<'_> {
    fn of(&self, reference: &str) -> Value {
        let mut ways = reference.split('.');
        let (first, second) = (ways.next().unwrap_or_default(), ways.next().unwrap_or_default());
        let (members, name): (Option<&Map<String, Value>>, _) = match first {
            "data" => (Some(&self.shown.data), second),
            "form" => (Some(&self.shown.values), second),
            "screen" => {
                let of = self.session.stack.iter().find(|shown| shown.screen == second);
                let kind = ways.next().unwrap_or_default();
                let members = of.map(|of| if kind == "form" { &of.values } else { &of.data });
                (members, ways.next().unwrap_or_default())
            }
            _ => (None, second),
        };
        let found = members.and_then(|members| members.get(name));
        let found = ways.fold(found, |value, way| {
            let value = value?;
            value.get(way).or_else(|| value.get(way.parse::<usize>().ok()?))
        });
        found.cloned().unwrap_or_default()
    }
}
