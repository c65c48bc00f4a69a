//! `Debug` that gives nothing away.

/// Gives types a `Debug` that shows the named fields only, so that nothing personal (a text, a name, a phone number)
/// and nothing secret gets into a log by accident.
///
/// ```
/// struct Letter {
///     id: i64,
///     text: String,
/// }
///
/// wharf_model::quiet_debug! {
///     Letter { id }
/// }
///
/// let letter = Letter { id: 7, text: "for your eyes only".to_owned() };
/// assert_eq!(format!("{letter:?}"), "Letter { id: 7, .. }");
/// # drop(letter.text);
/// ```
#[macro_export]
macro_rules! quiet_debug {
    ($($name:ident { $($field:ident),* $(,)? })+) => {$(
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($field), &self.$field))*
                    .finish_non_exhaustive()
            }
        }
    )+};
}
