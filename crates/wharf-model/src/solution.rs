//! Multi-partner solutions, and the apps in them.

mod accept;
mod accept_deactivation;
mod clients;
mod create;
mod deactivate;
mod get;
mod list;
mod migrate;
mod migration;
mod of_account;
mod partners;
mod reject;
mod reject_deactivation;
mod subscribe;
mod token;

pub use accept::{AcceptSolution, AcceptSolutionBody, SolutionAnswer};
pub use accept_deactivation::AcceptDeactivation;
pub use clients::ListConnectedClients;
pub use create::{CreateSolution, CreateSolutionBody, SolutionCreated};
pub use deactivate::{RequestDeactivation, RequestDeactivationBody};
pub use get::{GetSolution, PendingSolution, Solution, SolutionApp, SolutionStatus};
pub use list::ListAppSolutions;
pub use migrate::{MoveToSolution, MoveToSolutionBody};
pub use migration::{GetMigrationIntent, MigrationIntent};
pub use of_account::ListAccountSolutions;
pub use partners::ListSolutionPartners;
pub use reject::{RejectSolution, RejectSolutionBody};
pub use reject_deactivation::{RejectDeactivation, RejectDeactivationBody};
pub use subscribe::{SubscribeApp, SubscribeAppBody};
pub use token::GetSolutionToken;
