//! `wharf phone block`: people who cannot write to the number.

use clap::{Args, Subcommand};
use wharf::{
    id::UserId,
    number::{BlockAnswer, BlockUsers, BlockedUser, ListBlocked, UnblockUsers, UserToBlock},
    page::PageQuery,
    phone,
};

use super::Of;
use crate::{exit::Failure, print::Printer};

/// Show or change who is blocked
#[derive(Debug, Args)]
pub(super) struct Block {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List who is blocked
    List,
    /// Block people who wrote in the last 24 hours
    Add(People),
    /// Unblock people
    Remove(People),
}

#[derive(Debug, Args)]
struct People {
    /// Phone numbers with country code, or user ids such as US.1349
    #[arg(required = true, value_name = "PERSON")]
    people: Vec<String>,
}

/// The platform's own limit.
const MOST: usize = 64_000;

pub(super) async fn run(block: Block, of: Of<'_>, printer: &mut Printer) -> Result<(), Failure> {
    match block.command {
        Command::List => list(of, printer).await,
        Command::Add(people) => {
            let (people, number) = (people.read()?, of()?);
            let call = BlockUsers::new(number.id().clone(), people);
            let answer = number.client().call(&call).await.map_err(explained)?;
            tell(&answer, "blocked", printer)
        }
        Command::Remove(people) => {
            let (people, number) = (people.read()?, of()?);
            let call = UnblockUsers::new(number.id().clone(), people);
            let answer = number.client().call(&call).await.map_err(explained)?;
            tell(&answer, "unblocked", printer)
        }
    }
}

impl People {
    fn read(&self) -> Result<Vec<UserToBlock>, Failure> {
        self.people.iter().map(|text| one(text)).collect()
    }
}

fn one(text: &str) -> Result<UserToBlock, Failure> {
    if let Some(number) = phone::normalise(text) {
        return Ok(UserToBlock::new().user(number));
    }
    if text.contains('.') {
        return Ok(UserToBlock::new().user_id(crate::target::id("PERSON", text)?));
    }
    Err(Failure::usage(format!(
        "`{text}` is neither a phone number with country code, such as +15550001111, nor a user id"
    )))
}

async fn list(of: Of<'_>, printer: &mut Printer) -> Result<(), Failure> {
    let number = of()?;
    let call = ListBlocked::new(number.id().clone()).page(PageQuery::new().limit(100));
    let rows = number.client().list(&call).take(MOST).await?;
    let people: Vec<_> = rows.iter().flat_map(BlockedUser::each).collect();
    printer.either(&people, || {
        if people.is_empty() {
            return "nobody is blocked".to_owned();
        }
        let shown = people.iter().map(|person| {
            let id = person.user_id.as_ref().map(UserId::as_str);
            person.wa_id.as_deref().or(id).or(person.input.as_deref()).unwrap_or("-").to_owned()
        });
        shown.collect::<Vec<_>>().join("\n")
    })
}

/// What the platform means when it says no to some of them.
fn explained(error: wharf::Error) -> Failure {
    /// "Failed to block or unblock some users".
    const SOME: u32 = 139_100;

    let code = error.code();
    let mut failure = Failure::from(error);
    if code == Some(SOME) {
        failure.what.push_str(
            "\nOnly people who wrote in the last 24 hours can be blocked; `wharf phone block list` shows who is now.",
        );
    }
    failure
}

/// Some may be done although others are not.
fn tell(answer: &BlockAnswer, what: &str, printer: &mut Printer) -> Result<(), Failure> {
    let outcome = answer.block_users.clone().unwrap_or_default();
    let count = |users: &Option<Vec<_>>| users.as_ref().map_or(0, Vec::len);
    let done = count(&outcome.added_users) + count(&outcome.removed_users);
    printer.either(answer, || format!("{what}: {done}"))?;
    let failed = outcome.failed_users.unwrap_or_default();
    let Some(first) = failed.first() else { return Ok(()) };
    let why = first.errors.iter().flatten().next().or(answer.error.as_ref());
    let why = why.map_or_else(|| "no reason given".to_owned(), ToString::to_string);
    Err(Failure::failed(format!("not {what}: {}; the first: {why}", failed.len())))
}
