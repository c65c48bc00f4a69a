//! The store from outside.

#[cfg(test)]
mod disk;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod quiet;
#[cfg(test)]
mod sqlite;
