//! Moments in a snapshot: microseconds, since whole seconds would lose the order of what happens.

use serde::{Deserialize as _, Deserializer, Serializer};
use wharf_model::time::Timestamp;

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
pub(crate) fn serialize<S: Serializer>(at: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i64(at.as_micros())
}

pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Timestamp, D::Error> {
    i64::deserialize(deserializer).map(Timestamp::from_micros)
}

/// The same for a moment that may be absent.
pub(crate) mod maybe {
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};
    use wharf_model::time::Timestamp;

    #[expect(clippy::ref_option, reason = "serde calls it so")]
    pub(crate) fn serialize<S: Serializer>(
        at: &Option<Timestamp>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        at.map(Timestamp::as_micros).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Timestamp>, D::Error> {
        Ok(Option::<i64>::deserialize(deserializer)?.map(Timestamp::from_micros))
    }
}

/// The same for moments by key; in a list of pairs, since keys need not be texts.
pub(crate) mod by_key {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use wharf_model::time::Timestamp;

    pub(crate) fn serialize<K: Serialize, S: Serializer>(
        map: &BTreeMap<K, Timestamp>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map.iter().map(|(key, at)| (key, at.as_micros())))
    }

    pub(crate) fn deserialize<'de, K: Deserialize<'de> + Ord, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<K, Timestamp>, D::Error> {
        let pairs = Vec::<(K, i64)>::deserialize(deserializer)?;
        Ok(pairs.into_iter().map(|(key, at)| (key, Timestamp::from_micros(at))).collect())
    }
}
