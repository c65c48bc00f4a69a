//! Several secrets at once: an app's secret is being changed, or several apps call one URL.

use crate::secret::{AppSecret, Forged, digest};

/// The secrets a signature may be made with: one, or more while a secret is being changed.
#[derive(Clone, Debug)]
pub struct Secrets {
    current: AppSecret,
    others: Vec<AppSecret>,
}

impl Secrets {
    /// One secret.
    pub fn new(current: AppSecret) -> Self {
        Self { current, others: Vec::new() }
    }

    /// The same, and signatures of this one are accepted as well.
    #[must_use]
    pub fn or(mut self, other: AppSecret) -> Self {
        self.others.push(other);
        self
    }

    /// Whether any of them made this signature. All are tried, so the time does not tell which.
    pub fn verify(&self, header: Option<&str>, body: &[u8]) -> Result<(), Forged> {
        let given = digest(header)?;
        let mut genuine = self.current.matches(&given, body);
        for other in &self.others {
            genuine |= other.matches(&given, body);
        }
        if genuine { Ok(()) } else { Err(Forged) }
    }

    /// Signs with the first one.
    pub fn sign(&self, body: &[u8]) -> String {
        self.current.sign(body)
    }
}

impl From<AppSecret> for Secrets {
    fn from(secret: AppSecret) -> Self {
        Self::new(secret)
    }
}
