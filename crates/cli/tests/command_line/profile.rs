//! Saved profiles in the place of data.

use crate::desk::Desk;
use std::io::Read;

fn json(desk: &Desk, arguments: &[&str]) -> String {
    let run = desk.run(&[&["report", "-o", "-", "--quiet"], arguments].concat());
    assert_eq!(run.code, Some(0), "{run:?}");
    run.stdout
}

fn done(desk: &Desk, arguments: &[&str]) -> String {
    let run = desk.run(arguments);
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{run:?}");
    run.stderr
}

/// Rows of a table, from one number on.
fn rows(numbers: std::ops::Range<u32>) -> String {
    let row = |number| format!("{},{}\n", number * 7919 % 5003, ["a", "b", "c"][number as usize % 3]);
    format!("size,kind\n{}", numbers.map(row).collect::<String>())
}

#[test]
fn a_profile_gives_the_report_of_its_data() {
    let desk = Desk::new().with_sample();
    let said = done(&desk, &["profile", "reference.csv", "-o", "base.profile"]);
    assert_eq!(said, "wrote base.profile: 1000 rows of 15 columns\n");
    let of_data = json(&desk, &["reference.csv", "current.csv"]);
    assert_eq!(json(&desk, &["base.profile", "current.csv"]), of_data);
    done(&desk, &["profile", "current.csv", "-o", "today.profile", "--quiet"]);
    assert_eq!(json(&desk, &["base.profile", "today.profile"]), of_data);
    assert_eq!(desk.names(), ["base.profile", "current.csv", "reference.csv", "today.profile"]);
}

#[test]
fn a_month_is_the_sum_of_its_days() {
    let desk = Desk::new()
        .with("days/1.csv", rows(0..2000))
        .with("days/2.csv", rows(2000..2500))
        .with("days/3.csv", rows(2500..6000))
        .with("month.csv", rows(0..6000))
        .with("other.csv", rows(100..900));
    for day in ["1", "2", "3"] {
        let (data, profile) = (format!("days/{day}.csv"), format!("profiles/{day}.profile"));
        std::fs::create_dir_all(desk.path("profiles")).unwrap();
        done(&desk, &["profile", &data, "-o", &profile, "--quiet"]);
    }
    let said = done(
        &desk,
        &["merge", "profiles/3.profile", "profiles/1.profile", "profiles/2.profile", "-o", "month.profile"],
    );
    assert_eq!(said, "wrote month.profile: 6000 rows of 2 columns\n");
    let columns = |reference: &str| {
        let report: serde_json::Value =
            serde_json::from_str(&json(&desk, &[reference, "other.csv"])).unwrap();
        [report["columns"].clone(), report["associations"].clone(), report["domain"].clone()]
    };
    let whole = columns("month.csv");
    assert_eq!(columns("month.profile"), whole);
    assert_eq!(columns("profiles/*.profile"), whole);
    assert_eq!(columns("profiles"), whole);
    done(&desk, &["profile", "days/1.csv", "days/2.csv", "days/3.csv", "-o", "once.profile", "--quiet"]);
    assert_eq!(columns("once.profile"), whole);
}

#[test]
fn what_is_no_profile_is_not_merged() {
    let desk = Desk::new().with_sample();
    let run = desk.run(&["merge", "reference.csv", "-o", "sum.profile"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.stderr,
        "error: reference.csv: it is not a saved profile\nhint: `driftglass profile` makes one of data\n"
    );
    assert_eq!(desk.names(), ["current.csv", "reference.csv"]);
}

#[test]
fn other_spellings_of_missing_values_are_refused() {
    let desk = Desk::new().with("a.csv", rows(0..100));
    done(&desk, &["profile", "a.csv", "--missing", "-", "-o", "a.profile", "--quiet"]);
    done(&desk, &["profile", "a.csv", "-o", "b.profile", "--quiet"]);
    let run = desk.run(&["check", "a.profile", "a.csv"]);
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.stderr,
        "error: a.profile: the profile was made with other spellings of missing values\n\
         hint: compare with the same ones, \"-\", or make the profile again\n"
    );
    assert_eq!(desk.run(&["check", "a.profile", "a.csv", "--missing", "-"]).code, Some(0));
    let run = desk.run(&["merge", "a.profile", "b.profile", "-o", "-"]);
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("error: b.profile: other spellings"), "{}", run.stderr);
}

#[test]
fn a_damaged_profile_is_an_error() {
    let desk = Desk::new().with("a.csv", rows(0..100));
    done(&desk, &["profile", "a.csv", "-o", "a.profile", "--quiet"]);
    let mut bytes = std::fs::read(desk.path("a.profile")).unwrap();
    bytes.truncate(bytes.len() - 1);
    let desk = desk.with("a.profile", bytes);
    let run = desk.run(&["check", "a.profile", "a.csv"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.starts_with("error: a.profile: the profile is cut off or damaged\nhint: "),
        "{}",
        run.stderr
    );
}

/// A column of many distinct numbers, and one of few.
fn many_numbers(from: u32) -> String {
    let row = |number: u32| format!("{},{}\n", f64::from(number * 7919 % 1_000_003) / 1000.0, number % 7);
    format!("many,few\n{}", (from..from + 30_000).map(row).collect::<String>())
}

#[test]
fn numbers_that_do_not_fit_in_memory_are_rounded_and_the_report_says_so() {
    let desk = Desk::new().with("a.csv", many_numbers(0)).with("b.csv", many_numbers(5000));
    let columns = |arguments: &[&str]| {
        let report: serde_json::Value = serde_json::from_str(&json(&desk, arguments)).unwrap();
        let column = |name: &str| {
            let columns = report["columns"].as_array().unwrap();
            columns.iter().find(|column| column["name"] == name).unwrap().clone()
        };
        [column("many"), column("few")]
    };
    let [exact, few] = columns(&["a.csv", "b.csv"]);
    assert_eq!(columns(&["a.csv", "b.csv", "--exact"]), [exact.clone(), few.clone()]);
    assert!(exact.get("sketch").is_none());
    let [many, same] = columns(&["a.csv", "b.csv", "--memory", "64KiB"]);
    assert_eq!(same, few);
    assert_eq!(many["sketch"]["reference"]["bits"], many["sketch"]["current"]["bits"]);
    assert_eq!(many["status"], exact["status"]);
    // The same whichever side comes as a profile, and however it was put together.
    done(&desk, &["profile", "a.csv", "-o", "a.profile", "--memory", "64KiB", "--quiet"]);
    assert_eq!(columns(&["a.profile", "b.csv", "--memory", "64KiB"])[0], many);
    done(&desk, &["merge", "a.profile", "-o", "again.profile", "--quiet"]);
    assert_eq!(columns(&["again.profile", "b.csv", "--memory", "64KiB"])[0], many);
    let run = desk.run(&["check", "a.csv", "b.csv", "--memory", "64KiB"]);
    assert!(run.stdout.contains("were compared rounded to 1 part in "), "{}", run.stdout);
    let run = desk.run(&["check", "a.csv", "b.csv", "--memory", "64KiB", "--exact"]);
    assert_eq!(run.code, Some(2));
}

#[test]
fn texts_that_do_not_fit_in_memory_are_counted_in_groups() {
    let names = |from: u32| {
        let row = |number: u32| format!("name {}\n", u64::from(number).pow(2) * 7919 % 29_989);
        format!("name\n{}", (from..from + 30_000).map(row).collect::<String>())
    };
    let desk = Desk::new().with("a.csv", names(0)).with("b.csv", names(5000));
    let run = desk.run(&["check", "a.csv", "b.csv", "--memory", "64KiB"]);
    assert!(run.stdout.contains("told apart, the others were compared in 1024 groups"), "{}", run.stdout);
    let run = desk.run(&["check", "a.csv", "b.csv"]);
    assert!(!run.stdout.contains("told apart"), "{}", run.stdout);
}

#[test]
fn a_profile_to_pass_on_holds_nothing_that_few_rows_share() {
    let row = |number: u32| {
        let city = if number == 77 { "Atlantis".to_owned() } else { format!("city{}", number % 40) };
        let salary = if number == 77 { 987_654.321 } else { f64::from(number * 7919 % 9001) };
        format!("{city},{salary},{}\n", number % 3)
    };
    let data = |from: u32| format!("city,salary,class\n{}", (from..from + 3000).map(row).collect::<String>());
    let desk = Desk::new().with("a.csv", data(0)).with("b.csv", data(1000));
    done(&desk, &["profile", "a.csv", "--min-count", "10", "-o", "a.profile", "--quiet"]);
    let bytes = std::fs::read(desk.path("a.profile")).unwrap();
    let mut content = Vec::new();
    let packed = &bytes["driftglass.profile/2\n".len() + 32..];
    flate2::read::GzDecoder::new(packed).read_to_end(&mut content).unwrap();
    let holds = |part: &[u8]| content.windows(part.len()).any(|window| window == part);
    assert!(holds(b"city39") && holds(b"salary"));
    assert!(!holds(b"Atlantis") && !holds(&987_654.321_f64.to_le_bytes()) && !holds(b"987654.321"));
    let report: serde_json::Value = serde_json::from_str(&json(&desk, &["a.profile", "b.csv"])).unwrap();
    assert_eq!(report["summary"]["drifted"], 0, "{}", report["summary"]);
    assert_eq!(report["summary"]["tested"], 3);
    assert_eq!(report["domain"]["reason"], "a side was saved without a sample of its rows");
    let messages: Vec<&str> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["message"].as_str().unwrap())
        .collect();
    assert!(
        messages.contains(
            &"the reference was saved without what fewer than 10 rows share, and without a sample of its rows: \
              pairs of columns, whole rows and repeated rows were not compared"
        ),
        "{messages:?}"
    );
    // It adds up, and stays what it is.
    done(&desk, &["merge", "a.profile", "a.profile", "-o", "sum.profile", "--quiet"]);
    assert_eq!(desk.run(&["check", "sum.profile", "b.csv"]).code, Some(0));
    assert_eq!(desk.run(&["profile", "a.csv", "--min-count", "1", "-o", "-"]).code, Some(2));
}
