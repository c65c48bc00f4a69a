//! One send, two owners, a network and a platform: every world that can be reached.

use std::collections::{BTreeSet, VecDeque};

use wharf_model::webhook::status::Progress;

use super::super::{Ending, Input, Standing, State};

/// A promise that a machine breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Broken {
    /// The platform has two messages of one send.
    SentTwice,
    /// The row says that the platform has it, and the platform has not.
    Invented,
    /// The row does not say what a webhook said that was taken in.
    Denied,
    /// A rank fell.
    Fell,
}

/// What one owner does about the send.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// Nothing.
    Idle,
    /// SENDING is committed, no byte has left.
    Marked(u8),
    /// Bytes left; no answer yet.
    Waiting(u8),
    /// Knows how the attempt ended, has not settled it.
    Knows(u8, u8),
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct World {
    row: (State, u8, bool),
    /// Two, so that a paused one can wake after the other has taken over.
    owners: [Owner; 2],
    /// Who may claim.
    leader: usize,
    /// Attempts whose bytes are on their way.
    bytes: u8,
    /// Messages that the platform has.
    has: u8,
    /// Statuses that the platform made: a bit each, by place in `WORDS`.
    made: u8,
    /// Of those, lost for good.
    lost: u8,
    /// Of those, taken in once or more.
    taken: u8,
    /// Highest rank a webhook or an answer told.
    told: u8,
    take_overs: u8,
}

const ENDINGS: [Ending; 4] = [Ending::Accepted, Ending::Refused, Ending::NotSent, Ending::Unknown];
const WORDS: [Progress; 4] =
    [Progress::Sent, Progress::Failed, Progress::Delivered, Progress::Read];
const ATTEMPTS: u8 = 2;
const TAKE_OVERS: u8 = 2;
/// Places in `ENDINGS`.
const ACCEPTED: u8 = 0;
const REFUSED: u8 = 1;
const NOT_SENT: u8 = 2;
const UNKNOWN: u8 = 3;

impl World {
    fn new() -> Self {
        Self {
            row: (Standing::NEW.state, 0, false),
            owners: [Owner::Idle; 2],
            leader: 0,
            bytes: 0,
            has: 0,
            made: 0,
            lost: 0,
            taken: 0,
            told: 0,
            take_overs: 0,
        }
    }

    fn standing(&self) -> Standing {
        let (state, attempt, bound) = self.row;
        Standing { state, attempt: u32::from(attempt), bound }
    }
}

/// Walks every world. Gives their number, or the first promise found broken.
pub(super) fn explore(
    machine: impl Fn(Standing, &Input<'_>) -> Option<State>,
) -> Result<usize, Broken> {
    let mut seen = BTreeSet::from([World::new()]);
    let mut left = VecDeque::from([World::new()]);
    while let Some(world) = left.pop_front() {
        for next in nexts(&world, &machine) {
            check(&world, &next)?;
            if seen.insert(next.clone()) {
                left.push_back(next);
            }
        }
    }
    Ok(seen.len())
}

fn check(before: &World, world: &World) -> Result<(), Broken> {
    let standing = world.standing();
    if world.has > 1 {
        return Err(Broken::SentTwice);
    }
    let says_so = standing.rank() > 0 || standing.bound;
    if says_so && world.has == 0 {
        return Err(Broken::Invented);
    }
    if standing.rank() < before.standing().rank() {
        return Err(Broken::Fell);
    }
    // Also: nothing is at rest as QUEUED, UNKNOWN, UNRESOLVED or our own FAILED, when the
    // platform has it and a webhook of it came.
    if standing.rank() < world.told {
        return Err(Broken::Denied);
    }
    Ok(())
}

type Machine<'a> = &'a dyn Fn(Standing, &Input<'_>) -> Option<State>;

fn nexts(world: &World, machine: Machine<'_>) -> Vec<World> {
    let mut nexts = Vec::new();
    for me in 0..world.owners.len() {
        owner(world, me, machine, &mut nexts);
    }
    network(world, &mut nexts);
    webhooks(world, machine, &mut nexts);
    // A crash or a lost lease: the other owner takes over. The old one may be dead or asleep.
    if world.take_overs < TAKE_OVERS {
        for dead in [true, false] {
            let mut next = put(world, machine, &Input::Orphaned);
            if dead {
                next.owners[world.leader] = Owner::Idle;
            }
            next.leader = 1 - world.leader;
            // A new process has no memory of an older life.
            next.owners[next.leader] = Owner::Idle;
            next.take_overs += 1;
            nexts.push(next);
        }
    }
    nexts.push(put(world, machine, &Input::GivenUp));
    nexts
}

fn owner(world: &World, me: usize, machine: Machine<'_>, nexts: &mut Vec<World>) {
    let becomes = |owner: Owner| {
        let mut next = world.clone();
        next.owners[me] = owner;
        next
    };
    match world.owners[me] {
        Owner::Idle => {
            let may = world.leader == me && world.row.1 < ATTEMPTS;
            let claimed = put(world, machine, &Input::Claimed);
            if may && claimed.row.0 == State::Sending && world.row.0 == State::Queued {
                let number = claimed.row.1;
                nexts.push(World { owners: becomes(Owner::Marked(number)).owners, ..claimed });
            }
        }
        Owner::Marked(number) => {
            let mut sent = becomes(Owner::Waiting(number));
            sent.bytes |= 1 << number;
            nexts.push(sent);
            // No connection: surely not sent.
            nexts.push(becomes(Owner::Knows(number, NOT_SENT)));
        }
        Owner::Waiting(number) => {
            // A timeout or a reset. The bytes may still be on their way.
            nexts.push(becomes(Owner::Knows(number, UNKNOWN)));
        }
        Owner::Knows(number, ending) => {
            let ending = ENDINGS[usize::from(ending)];
            let input = Input::Ended { attempt: u32::from(number), ending };
            let mut next = put(world, machine, &input);
            next.owners[me] = Owner::Idle;
            if ending == Ending::Accepted {
                next.told = next.told.max(1);
            }
            nexts.push(next);
        }
    }
}

/// Bytes arrive or are lost; the platform takes or refuses; its answer arrives or is lost.
fn network(world: &World, nexts: &mut Vec<World>) {
    for number in (1..=ATTEMPTS).filter(|number| world.bytes & (1 << number) != 0) {
        let mut gone = world.clone();
        gone.bytes &= !(1 << number);
        nexts.push(gone.clone());
        // The last one is a platform that refuses and sends all the same.
        for (ending, takes) in
            [(ACCEPTED, true), (REFUSED, false), (NOT_SENT, false), (REFUSED, true)]
        {
            let mut arrived = gone.clone();
            if takes {
                arrived.has += 1;
            }
            nexts.push(arrived.clone());
            for me in 0..arrived.owners.len() {
                if arrived.owners[me] == Owner::Waiting(number) {
                    let mut answered = arrived.clone();
                    answered.owners[me] = Owner::Knows(number, ending);
                    nexts.push(answered);
                }
            }
        }
    }
}

/// The platform makes statuses in any order; each is lost or comes, late or early, any number of times.
fn webhooks(world: &World, machine: Machine<'_>, nexts: &mut Vec<World>) {
    if world.has == 0 {
        return;
    }
    for (place, word) in WORDS.iter().enumerate() {
        let bit = 1_u8 << place;
        if world.made & bit == 0 {
            let mut next = world.clone();
            next.made |= bit;
            nexts.push(next);
            continue;
        }
        if world.lost & bit != 0 {
            continue;
        }
        if world.taken & bit == 0 {
            let mut next = world.clone();
            next.lost |= bit;
            nexts.push(next);
        }
        // A repeat is applied again here: the machine has to bear it without de-duplication.
        let mut next = put(world, machine, &Input::Said(word));
        next.taken |= bit;
        let proof = Standing { state: State::Unknown, attempt: 1, bound: false }
            .then(&Input::Said(word))
            .rank();
        next.told = next.told.max(proof);
        nexts.push(next);
    }
}

/// The world with this input put to the row, by the rules of `machine`.
fn put(world: &World, machine: Machine<'_>, input: &Input<'_>) -> World {
    let mut next = world.clone();
    if let Some(state) = machine(world.standing(), input) {
        let proof = matches!(input, Input::Said(_) | Input::Ended { ending: Ending::Accepted, .. });
        let claimed = u8::from(matches!(input, Input::Claimed));
        next.row = (state, world.row.1 + claimed, world.row.2 || proof);
    }
    next
}
