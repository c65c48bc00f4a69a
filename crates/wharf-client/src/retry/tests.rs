use std::cell::Cell;

use wharf_model::error::{Advice, GraphError};

use super::*;
use crate::{Class, Kind, Meta};

const SECOND: Duration = Duration::from_secs(1);

fn tried(class: Class, advice: Advice) -> Tried {
    Tried::new(class, advice, Duration::ZERO)
}

#[test]
fn a_send_is_repeated_only_when_it_surely_was_not_sent() {
    let retry = Retry::new();
    for (class, advice, for_a_send, for_a_read) in [
        (Class::NotSent, Advice::Retry, None, None),
        (Class::Throttled, Advice::SlowNumber, None, None),
        (Class::Throttled, Advice::SlowAccount, None, None),
        (Class::Throttled, Advice::SlowPair, None, None),
        (Class::AmbigSoft, Advice::Retry, Some(Stop::Unsafe), None),
        (Class::AmbigHard, Advice::Retry, Some(Stop::Unsafe), None),
        (Class::AmbigHard, Advice::WaitForEvent, Some(Stop::Unsafe), None),
        (Class::Refused, Advice::Fix, Some(Stop::Pointless), Some(Stop::Pointless)),
        // The quality limit of a number, and what the platform chose not to deliver: never in a loop.
        (Class::Throttled, Advice::WaitForEvent, Some(Stop::Pointless), Some(Stop::Pointless)),
        (Class::Refused, Advice::RetryAfter(SECOND), Some(Stop::Pointless), Some(Stop::Pointless)),
    ] {
        for (idempotent, stop) in [(false, for_a_send), (true, for_a_read)] {
            let next = retry.next(&[tried(class, advice)], idempotent, 7);
            let stopped = match next {
                Next::Again(_) => None,
                Next::Stop(why) => Some(why),
            };
            assert_eq!(stopped, stop, "{class:?} {advice:?} {idempotent}");
        }
    }
}

#[test]
fn waits_double_up_to_the_longest_and_chance_takes_up_to_a_half() {
    let retry = Retry::new().tries_max(100).deadline(Duration::MAX).waits(SECOND, SECOND * 5);
    let failure = tried(Class::NotSent, Advice::Retry);
    for (tries, whole) in [(1, 1), (2, 2), (3, 4), (4, 5), (90, 5)] {
        let tried = vec![failure.clone(); tries];
        assert_eq!(retry.next(&tried, false, 0), Next::Again(SECOND * whole));
        assert_eq!(retry.next(&tried, false, u64::MAX), Next::Again(SECOND * whole / 2));
    }
}

#[test]
fn a_pair_waits_four_to_the_power_of_its_setbacks() {
    let retry = Retry::new().tries_max(100).deadline(Duration::MAX);
    let mut seen = vec![tried(Class::NotSent, Advice::Retry)];
    for seconds in [1, 4, 16, 64, 256] {
        seen.push(tried(Class::Throttled, Advice::SlowPair));
        let wait = Duration::from_secs(seconds);
        assert_eq!(retry.next(&seen, false, u64::MAX), Next::Again(wait));
    }
}

#[test]
fn what_the_platform_asks_for_is_the_least_and_the_deadline_the_end() {
    let retry = Retry::new().waits(SECOND, SECOND).deadline(SECOND * 20);
    let asks = |seconds: u32, at: u32| Tried {
        asked: Some(SECOND * seconds),
        ..Tried::new(Class::Throttled, Advice::SlowAccount, SECOND * at)
    };
    assert_eq!(retry.next(&[asks(7, 0)], false, 0), Next::Again(SECOND * 7));
    assert_eq!(retry.next(&[asks(7, 13)], false, 0), Next::Again(SECOND * 7));
    assert_eq!(retry.next(&[asks(7, 14)], false, 0), Next::Stop(Stop::Deadline));
    let own = tried(Class::Throttled, Advice::RetryAfter(SECOND * 9));
    assert_eq!(retry.next(&[own], false, 0), Next::Again(SECOND * 9));
    assert_eq!(retry.next(&vec![asks(1, 0); 4], false, 0), Next::Stop(Stop::Tries));
}

fn refused(code: u32) -> Error {
    Error::new(Kind::Refused(GraphError::new(code, "no").into()))
}

fn accepted() -> Answer<u8> {
    Answer { response: 1, meta: Meta::default(), tried: Vec::new() }
}

#[tokio::test(start_paused = true)]
async fn what_was_tried_can_be_read_afterwards() {
    let retry = Retry::new();
    let calls = Cell::new(0);
    let attempt = || {
        calls.set(calls.get() + 1);
        let call = calls.get();
        async move { if call < 3 { Err(refused(131_056)) } else { Ok(accepted()) } }
    };
    let answer = retry.run(false, attempt).await.unwrap();
    let waits: Vec<_> = answer.tried.iter().map(|tried| (tried.code, tried.wait)).collect();
    assert_eq!(waits, [(Some(131_056), Some(SECOND)), (Some(131_056), Some(SECOND * 4))]);
    assert_eq!(calls.get(), 3);

    let error = retry.run(false, || async { Err::<Answer<u8>, _>(refused(131_056)) }).await;
    let error = error.unwrap_err();
    assert_eq!((error.tried().len(), error.stop()), (4, Some(Stop::Tries)));
    assert_eq!(error.tried()[3].wait, None);
    assert!(error.to_string().contains("tried 4 times"), "{error}");

    let error = retry.run(false, || async { Err::<Answer<u8>, _>(refused(131_000)) }).await;
    let error = error.unwrap_err();
    assert_eq!((error.tried().len(), error.stop()), (1, Some(Stop::Unsafe)));
}

#[tokio::test(start_paused = true)]
async fn clones_share_the_budget_of_second_tries() {
    let retry = Retry::new().budget(3, 0);
    let fails = || async { Err::<Answer<u8>, _>(refused(130_429)) };
    let first = retry.clone().run(false, fails).await.unwrap_err();
    assert_eq!((first.tried().len(), first.stop()), (4, Some(Stop::Tries)));
    let second = retry.run(false, fails).await.unwrap_err();
    assert_eq!((second.tried().len(), second.stop()), (1, Some(Stop::Budget)));
}
