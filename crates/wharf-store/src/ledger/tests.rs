//! The machine against everything that can happen to it.

mod model;

use wharf_model::webhook::status::Progress;

use super::{Ending, Input, Standing, State};
use model::{Broken, explore};

fn real(standing: Standing, input: &Input<'_>) -> Option<State> {
    standing.step(input)
}

#[test]
fn no_interleaving_breaks_a_promise() {
    let seen = explore(real).unwrap();
    assert!(seen > 1_000, "only {seen} worlds were seen: the model is too small to mean much");
}

#[test]
fn queueing_an_orphan_again_would_send_twice() {
    let rescue = |standing: Standing, input: &Input<'_>| match input {
        Input::Orphaned if standing.state == State::Sending => Some(State::Queued),
        _ => standing.step(input),
    };
    assert_eq!(explore(rescue), Err(Broken::SentTwice));
}

#[test]
fn queueing_an_unknown_again_would_send_twice() {
    let guess = |standing: Standing, input: &Input<'_>| match input {
        Input::Ended { ending: Ending::Unknown, .. } if standing.state == State::Sending => {
            Some(State::Queued)
        }
        _ => standing.step(input),
    };
    assert_eq!(explore(guess), Err(Broken::SentTwice));
}

#[test]
fn final_beliefs_would_deny_what_the_platform_has() {
    for belief in [State::Unresolved, State::Unknown, State::Failed] {
        let stubborn = |standing: Standing, input: &Input<'_>| {
            let ours = standing.state == belief && !standing.bound;
            if ours && matches!(input, Input::Said(_)) { None } else { standing.step(input) }
        };
        assert_eq!(explore(move |s, i| stubborn(s, i)), Err(Broken::Denied), "{belief}");
    }
}

#[test]
fn believing_a_lost_answer_would_claim_what_the_platform_has_not() {
    let hope = |standing: Standing, input: &Input<'_>| match input {
        Input::Orphaned if standing.state == State::Sending => Some(State::Accepted),
        _ => standing.step(input),
    };
    assert_eq!(explore(hope), Err(Broken::Invented));
}

#[test]
fn taking_the_last_word_for_the_truth_would_lose_rank() {
    let naive = |standing: Standing, input: &Input<'_>| match input {
        Input::Said(Progress::Sent) => Some(State::Sent),
        _ => standing.step(input),
    };
    assert_eq!(explore(naive), Err(Broken::Fell));
}

#[test]
fn every_state_is_read_back_from_its_word() {
    for state in State::ALL {
        assert_eq!(State::parse(state.as_str()), Some(state));
    }
    assert_eq!(State::parse("asdf"), None);
}

#[test]
fn the_platform_confirms_a_failure_of_ours_once() {
    let ours = Standing { state: State::Failed, attempt: 1, bound: false };
    let said = Input::Said(&Progress::Failed);
    assert_eq!(ours.step(&said), Some(State::Failed));
    let theirs = ours.then(&said);
    assert!(theirs.bound);
    assert_eq!(theirs.step(&said), None);
    assert_eq!(theirs.step(&Input::Said(&Progress::Sent)), None);
    assert_eq!(theirs.step(&Input::Said(&Progress::Delivered)), Some(State::Delivered));
}
