//! What goes wrong on purpose: a plan of rules, and a chance that comes from the seed.

mod plan;
mod rule;

pub(crate) use self::{
    plan::{Faults, Struck},
    rule::{Kind, On, Rule, Scene},
};
