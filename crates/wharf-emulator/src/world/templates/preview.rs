//! `GET /{waba-id}/message_template_previews`: the platform's own text of authentication templates.

use serde_json::{Value, json};

/// A language, what is said of a code, the advice with it, how long it is good (`#` minutes), and
/// the labels of the buttons. In our words; the platform has more languages.
type Words = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

const WORDS: &[Words] = &[
    (
        "de",
        "*{{1}}* ist dein Bestätigungscode.",
        "Gib ihn zu deiner Sicherheit nicht weiter.",
        "Der Code ist # Minuten lang gültig.",
        "Code kopieren",
        "Ausfüllen",
    ),
    (
        "en",
        "*{{1}}* is your verification code.",
        "For your security, do not share this code.",
        "This code expires in # minutes.",
        "Copy code",
        "Autofill",
    ),
    (
        "en_GB",
        "*{{1}}* is your verification code.",
        "For your security, do not share this code.",
        "This code expires in # minutes.",
        "Copy code",
        "Autofill",
    ),
    (
        "en_US",
        "*{{1}}* is your verification code.",
        "For your security, do not share this code.",
        "This code expires in # minutes.",
        "Copy code",
        "Autofill",
    ),
    (
        "es",
        "*{{1}}* es tu código de verificación.",
        "Por tu seguridad, no lo compartas.",
        "Este código caduca en # minutos.",
        "Copiar código",
        "Autocompletar",
    ),
    (
        "es_ES",
        "*{{1}}* es tu código de verificación.",
        "Por tu seguridad, no lo compartas.",
        "Este código caduca en # minutos.",
        "Copiar código",
        "Autocompletar",
    ),
    (
        "fr",
        "*{{1}}* est votre code de vérification.",
        "Pour votre sécurité, ne le communiquez à personne.",
        "Ce code expire dans # minutes.",
        "Copier le code",
        "Remplir",
    ),
    (
        "it",
        "*{{1}}* è il tuo codice di verifica.",
        "Per la tua sicurezza, non condividerlo.",
        "Questo codice scade tra # minuti.",
        "Copia codice",
        "Compila",
    ),
    (
        "nl",
        "*{{1}}* is je verificatiecode.",
        "Deel deze code voor je veiligheid met niemand.",
        "Deze code verloopt over # minuten.",
        "Code kopiëren",
        "Invullen",
    ),
    (
        "pt_BR",
        "*{{1}}* é seu código de verificação.",
        "Para sua segurança, não o compartilhe.",
        "Este código expira em # minutos.",
        "Copiar código",
        "Preencher",
    ),
];

/// The previews in these languages, by language; in all that there are words for if none is named.
/// Languages without words of their own get the English ones.
pub(crate) fn previews(
    languages: Option<&[String]>,
    advice: bool,
    minutes: Option<u64>,
    with_buttons: bool,
) -> Vec<(String, Value)> {
    let english = WORDS.iter().find(|words| words.0 == "en_US");
    let meant: Vec<String> = match languages {
        Some(languages) => languages.to_vec(),
        None => WORDS.iter().map(|words| words.0.to_owned()).collect(),
    };
    let all = meant.into_iter().filter_map(|language| {
        let (_, code, warning, expires, copy, autofill) =
            WORDS.iter().find(|words| words.0 == language).or(english)?;
        let body = if advice { format!("{code} {warning}") } else { (*code).to_owned() };
        let mut preview = json!({"language": language, "body": body});
        if let Some(minutes) = minutes {
            preview["footer"] = expires.replace('#', &minutes.to_string()).into();
        }
        if with_buttons {
            preview["buttons"] = json!([{"text": copy, "autofill_text": autofill}]);
        }
        Some((language, preview))
    });
    all.collect()
}
