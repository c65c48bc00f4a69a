//! The plan, and when a rule strikes.

use serde::{Deserialize, Serialize};

use super::{Kind, On, Rule, Scene};
use crate::world::Draws;

/// Rules, in the order they are asked, and the chance that decides.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Faults {
    rules: Vec<Rule>,
    draws: Draws,
}

/// A rule that struck, as it was then.
pub(crate) type Struck = Rule;

impl Faults {
    /// Nothing goes wrong. Chance is apart from the one that ids come from: a fault changes no id.
    pub(crate) fn new(seed: u64) -> Self {
        Self { rules: Vec::new(), draws: Draws::new(seed ^ 0xFA17_FA17_FA17_FA17) }
    }

    /// Every rule, with what is left of it.
    pub(crate) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Other rules in place of these.
    pub(crate) fn set(&mut self, rules: Vec<Rule>) {
        self.rules = rules;
    }

    /// More rules, after these.
    pub(crate) fn add(&mut self, rules: Vec<Rule>) {
        self.rules.extend(rules);
    }

    /// What goes wrong with a call: the first rule that strikes.
    pub(crate) fn of_call(&mut self, on: On) -> Option<Struck> {
        let Self { rules, draws } = self;
        let mut asked = rules.iter_mut().filter(|rule| rule.fault.scene() == Scene::Call);
        asked.find_map(|rule| (rule.on == on && strikes(rule, draws)).then(|| rule.clone()))
    }

    /// Everything that goes wrong in a scene, at most once of each kind.
    pub(crate) fn of(&mut self, scene: Scene) -> Vec<Struck> {
        let Self { rules, draws } = self;
        let mut all: Vec<Struck> = Vec::new();
        for rule in rules.iter_mut().filter(|rule| rule.fault.scene() == scene) {
            let new = all.iter().all(|struck| struck.fault != rule.fault);
            if rule.fault != Kind::HidePhone && new && strikes(rule, draws) {
                all.push(rule.clone());
            }
        }
        all
    }

    /// From 0 up to, but not, 1.
    pub(crate) fn part(&mut self) -> f64 {
        self.draws.part()
    }

    /// Whether somebody's phone number is hidden: always the same for the same person.
    pub(crate) fn hides(&self, person: u64) -> bool {
        let mut rules = self.rules.iter().filter(|rule| rule.fault == Kind::HidePhone);
        rules.any(|rule| rule.rate.is_none_or(|rate| Draws::new(person).part() < rate))
    }
}

fn strikes(rule: &mut Rule, draws: &mut Draws) -> bool {
    if rule.left == Some(0) || rule.rate.is_some_and(|rate| draws.part() >= rate) {
        return false;
    }
    rule.left = rule.left.map(|left| left.saturating_sub(1));
    rule.struck = rule.struck.saturating_add(1);
    true
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn plan(rules: serde_json::Value) -> Faults {
        let mut faults = Faults::new(1);
        faults.set(serde_json::from_value(rules).unwrap());
        faults
    }

    #[test]
    fn a_count_runs_out_and_the_next_rule_has_its_turn() {
        let mut faults = plan(json!([
            {"fault": "error", "code": 1, "count": 2}, {"fault": "drop", "count": 1}
        ]));
        let kinds: Vec<_> =
            (0..4).map(|_| faults.of_call(On::Sends).map(|struck| struck.fault)).collect();
        assert_eq!(kinds, [Some(Kind::Error), Some(Kind::Error), Some(Kind::Drop), None]);
        assert_eq!((faults.rules()[0].left, faults.rules()[0].struck), (Some(0), 2));
    }

    #[test]
    fn a_rate_is_kept_and_the_same_for_the_same_seed() {
        let rules = json!([{"fault": "doubled", "rate": 0.25}]);
        let strikes = |mut faults: Faults| -> Vec<bool> {
            (0..1_000).map(|_| !faults.of(Scene::Webhook).is_empty()).collect()
        };
        let first = strikes(plan(rules.clone()));
        let count = first.iter().filter(|struck| **struck).count();
        assert!((200..300).contains(&count), "{count}");
        assert_eq!(first, strikes(plan(rules)));
    }
}
