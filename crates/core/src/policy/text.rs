//! Settings as a person would write them: in TOML, and as a command line.

use super::{Correction, Policy, Preset, Rule, Settings, TomlText};
use crate::Role;

impl Settings {
    /// The settings as `driftglass.toml` holds them.
    pub fn to_toml(&self) -> String {
        let mut file = TomlText::after("");
        file.field("preset", self.preset.map(Preset::name));
        file.field("alpha", self.alpha);
        file.field("correction", self.correction.map(Correction::name));
        file.field("drift_share", self.drift_share);
        file.field("moderate", self.moderate);
        file.field("severe", self.severe);
        file.field("seed", self.seed);
        file.field("missing", self.missing.as_ref());
        file.field("columns", Some(&self.columns).filter(|list| !list.is_empty()));
        file.field("exclude", Some(&self.exclude).filter(|list| !list.is_empty()));
        for rule in &self.rules {
            file.line("\n[[rule]]");
            file.field("columns", Some(rule.columns.as_str()));
            file.field("method", rule.method.map(crate::Method::id));
            file.field("threshold", rule.threshold);
            file.field("fail", rule.fail);
            file.field("warn", rule.warn);
            file.field("alpha", rule.alpha);
            file.field("bins", rule.bins.map(|bins| bins as u64));
            file.field("binning", rule.binning.map(super::Binning::name));
            file.field("permutations", rule.permutations.map(u64::from));
            file.field("type", rule.kind.map(crate::ColumnType::name));
            file.field("role", rule.role.map(Role::name));
        }
        file.finish()
    }

    /// The command that compares two files under these settings, for a POSIX shell. `None` where options have no words
    /// for them: they name one column a role, and no limits that stop a gate.
    pub fn to_command(&self, command: &str, files: [&str; 2]) -> Option<String> {
        let usual = Policy::of_preset(self.preset.unwrap_or_default());
        let mut line =
            format!("driftglass {command} {} {}", file(files[0], "REFERENCE"), file(files[1], "CURRENT"));
        let mut option = |name: &str, value: String| {
            line.extend([" --", name, "=", &quoted(&value)]);
        };
        let changed = |value: Option<f64>, usual: f64| value.filter(|value| value.total_cmp(&usual).is_ne());
        if let Some(preset) = self.preset.filter(|preset| *preset != Preset::default()) {
            option("preset", preset.name().to_owned());
        }
        for (name, value, usual) in [
            ("alpha", self.alpha, usual.alpha),
            ("drift-share", self.drift_share, usual.drift_share),
            ("moderate", self.moderate, usual.moderate),
            ("severe", self.severe, usual.severe),
        ] {
            if let Some(value) = changed(value, usual) {
                option(name, value.to_string());
            }
        }
        if let Some(correction) = self.correction.filter(|correction| *correction != usual.correction) {
            option("correction", correction.name().to_owned());
        }
        if let Some(seed) = self.seed.filter(|seed| *seed != usual.seed) {
            option("seed", seed.to_string());
        }
        for (name, list) in [("columns", &self.columns), ("exclude", &self.exclude)] {
            // A comma parts the names.
            for pattern in list {
                option(name, typable(pattern).replace(',', "?"));
            }
        }
        self.missing.iter().flatten().for_each(|token| option("missing", token.clone()));
        for rule in &self.rules {
            let values = [
                ("method", rule.method.map(|method| method.id().to_owned())),
                ("threshold", rule.threshold.map(|value| value.to_string())),
                ("alpha", rule.alpha.map(|value| value.to_string())),
                ("bins", rule.bins.map(|value| value.to_string())),
                ("binning", rule.binning.map(|value| value.name().to_owned())),
                ("permutations", rule.permutations.map(|value| value.to_string())),
                ("type", rule.kind.map(|value| value.name().to_owned())),
            ];
            let columns = typable(rule.columns.as_str());
            let named = values.into_iter().filter_map(|(name, value)| Some((name, value?)));
            named.for_each(|(name, value)| option(name, format!("{columns}={value}")));
        }
        for (role, name) in [
            (Role::Target, "target"),
            (Role::Prediction, "prediction"),
            (Role::Timestamp, "timestamp"),
            (Role::Id, "id"),
        ] {
            let named: Vec<&Rule> = self.rules.iter().filter(|rule| rule.role == Some(role)).collect();
            match named.as_slice() {
                [] => {}
                [rule] => option(name, typable(rule.columns.as_str())),
                _ => return None,
            }
        }
        let unsaid = |rule: &Rule| {
            rule.role == Some(Role::Feature) || rule.columns.as_str().is_empty() || rule.fail.is_some()
        };
        (!self.rules.iter().any(unsaid)).then_some(line)
    }
}

/// A pattern without characters that nobody can type; `?` stands for any one.
fn typable(pattern: &str) -> String {
    pattern.chars().map(|c| if c.is_control() { '?' } else { c }).collect()
}

/// A file's name; a placeholder where the name is none that a shell should be given.
fn file(name: &str, placeholder: &str) -> String {
    if name.is_empty() || name.chars().any(char::is_control) {
        placeholder.to_owned()
    } else if name.starts_with('-') {
        quoted(&format!("./{name}"))
    } else {
        quoted(name)
    }
}

/// A word of a shell's command line, in quotes where it needs them.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-./=+:@%".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Method;

    fn hostile() -> Settings {
        let mut rule = Rule::for_columns("a\"b'c\\ $(reboot) `x` = \n\u{1b}[31m é, *");
        rule.method = Some(Method::Wasserstein);
        rule.threshold = Some(0.1);
        rule.alpha = Some(1e-7);
        rule.bins = Some(5);
        rule.role = Some(Role::Target);
        Settings {
            preset: Some(Preset::Classic),
            alpha: Some(1.0),
            correction: Some(Correction::Holm),
            drift_share: Some(0.25),
            seed: Some(3),
            columns: vec!["x, y".to_owned(), "*".to_owned()],
            missing: Some(vec![String::new(), "'".to_owned()]),
            rules: vec![rule],
            ..Settings::default()
        }
    }

    #[test]
    fn toml_is_read_back_as_it_was() {
        let text = hostile().to_toml();
        assert_eq!(toml::from_str::<Settings>(&text).unwrap(), hostile(), "{text}");
    }

    #[test]
    fn a_command_line_is_safe_to_paste() {
        let line = hostile().to_command("check", ["-a b.csv", "it's.csv"]).unwrap();
        let column = r#"'a"b'\''c\ $(reboot) `x` = ??[31m é, *"#;
        let expected = format!(
            r"driftglass check './-a b.csv' 'it'\''s.csv' --preset=classic --alpha=1 --drift-share=0.25 --correction=holm --seed=3 --columns='x? y' --columns='*' --missing='' --missing=''\''' --method={column}=wasserstein' --threshold={column}=0.1' --alpha={column}=0.0000001' --bins={column}=5' --target={column}'"
        );
        assert_eq!(line, expected);
        assert_eq!(
            Settings::default().to_command("check", ["a.csv", "\u{7}"]).unwrap(),
            "driftglass check a.csv CURRENT"
        );
    }
}
