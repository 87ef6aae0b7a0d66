//! Columns of every type and status.

use super::parts::{
    aspect, bare, bars, bins, count, gamma, levelled, levels_summary, normal, ordered, part, psi, result,
    summary, tested,
};
use driftglass_core::report::{Aspect, AspectName, ColumnReport, Histogram, MethodResult, Missing, Status};
use driftglass_core::{ColumnType, Method, Role};

/// Nine columns, strongest first.
pub(crate) fn all() -> Vec<ColumnReport> {
    vec![
        age(),
        occupation(),
        signed_up(),
        capital_gain(),
        remarks(),
        married(),
        hours(),
        income(),
        native_country(),
    ]
}

fn age() -> ColumnReport {
    let mut column = tested(
        "age",
        ColumnType::Numeric,
        Status::Severe,
        (Method::Ks, 0.2134, 3.1e-84, 2.5e-83),
        [0.4127, 0.3711, 0.4688],
    );
    column.moved = Some("age 17 to 22: 9.8 % → 1.2 %; 58 and over: 9.1 % → 21.4 %.".to_owned());
    column.methods.insert(Method::Wasserstein, result(0.5633, None, Some(0.1), Some(true)));
    column.methods.insert(
        Method::EppsSingleton,
        MethodResult {
            reason: Some("not computed: the samples hold too few distinct values".to_owned()),
            ..result(f64::NAN, None, None, None)
        },
    );
    column.contributions = vec![
        part("17 to 22", 0.098, 0.012, 0.41),
        part("58 to 108", 0.091, 0.214, 0.24),
        part("22 to 26", 0.102, 0.063, 0.09),
        part("50 to 58", 0.108, 0.151, 0.08),
        part("26 to 30", 0.101, 0.076, 0.05),
        part("41 to 46", 0.097, 0.118, 0.03),
    ];
    ordered(
        column,
        [
            summary([10_000, 0, 73], [38.5816, 13.6404, 17.0, 90.0], [19.0, 28.0, 37.0, 48.0, 63.0]),
            summary([2500, 0, 89], [46.2981, 16.3685, 20.4, 108.0], [22.8, 33.6, 44.4, 57.6, 75.6]),
        ],
        bins(
            17.0,
            81.0,
            17.0,
            108.0,
            20,
            (&|x| gamma(x - 17.0, 11.0), 10_000.0),
            (&|x| gamma((x - 20.0) * 0.8, 11.0), 2500.0),
        ),
    )
}

fn occupation() -> ColumnReport {
    let levels = [
        "Prof-specialty",
        "Craft-repair",
        "Exec-managerial",
        "Adm-clerical",
        "Sales",
        "Other-service",
        "Machine-op-inspct",
        "Transport-moving",
        "Handlers-cleaners",
        "Farming-fishing",
        "Tech-support",
        "Protective-serv",
        "Priv-house-serv",
        "Armed-Forces",
        "Remote-work",
        "Gig",
    ];
    let reference = [1310, 1300, 1290, 1190, 1150, 1040, 640, 500, 440, 310, 290, 205, 45, 3, 0, 0];
    let current = [210, 300, 420, 270, 310, 340, 165, 130, 95, 70, 80, 50, 10, 0, 31, 10];
    let mut column = tested(
        "occupation",
        ColumnType::Categorical,
        Status::Moderate,
        (Method::GTest, 188.4, 4.7e-33, 1.9e-32),
        [0.1473, 0.1102, 0.1904],
    );
    column.moved =
        Some("occupation \"Prof-specialty\": 13.5 % → 8.4 %; \"Remote-work\" is new (1.2 %).".to_owned());
    column.missing = Missing {
        reference: 287,
        current: 9,
        p_value: 1e-18.into(),
        q_value: 4e-18.into(),
        effect: Some(psi([0.0312, 0.0189, 0.0467])),
    };
    column.contributions = vec![
        part("Prof-specialty", 0.135, 0.084, 0.31),
        part("Remote-work", 0.0, 0.0124, 0.27),
        part("Exec-managerial", 0.133, 0.169, 0.14),
        part("Other-service", 0.107, 0.136, 0.11),
    ];
    column.new_values = vec![count("Remote-work", 31), count("Gig", 10)];
    column.vanished_values = vec![count("Armed-Forces", 3)];
    levelled(column, [[10_000, 287, 14], [2500, 9, 15]], &levels, [&reference, &current])
}

fn signed_up() -> ColumnReport {
    let (start, end) = (1_735_689_600.0, 1_763_769_600.0);
    let mut column = tested(
        "signed_up",
        ColumnType::Datetime,
        Status::Moderate,
        (Method::Ks, 0.1311, 2.2e-30, 6.0e-30),
        [0.1316, 0.0987, 0.1702],
    );
    column.moved = Some("signed_up Saturday: 5.2 % -> 16.1 %".to_owned());
    let reason = "the two time ranges do not overlap: the column orders the rows in time";
    column.aspects = vec![
        Aspect {
            reason: Some(reason.to_owned()),
            ..aspect(AspectName::Time, ("ks", f64::NAN, f64::NAN, f64::NAN), f64::NAN, None, None)
        },
        aspect(AspectName::Hour, ("chi_square", 21.3, 0.563, 0.563), 0.0, None, None),
        aspect(
            AspectName::Weekday,
            ("chi_square", 214.9, 2.2e-30, 6.0e-30),
            0.1316,
            Some("Saturday: 5.2 % -> 16.1 %"),
            Some(bars(
                &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
                &[1710, 1695, 1702, 1688, 1701, 520, 984],
                &[372, 361, 380, 377, 365, 402, 243],
            )),
        ),
    ];
    column.contributions = vec![
        part("2025-09-30 to 2025-11-22", 0.122, 0.25, 0.63),
        part("2025-01-01 to 2025-02-08", 0.161, 0.101, 0.22),
    ];
    ordered(
        column,
        [
            summary(
                [10_000, 0, 9412],
                [1.748e9, 7_891_200.0, start, 1_760_000_000.0],
                [1.736e9, 1.742e9, 1.748e9, 1.754e9, 1.759e9],
            ),
            summary(
                [2500, 0, 2466],
                [1.751e9, 8_035_200.0, start + 4000.0, end],
                [1.737e9, 1.745e9, 1.752e9, 1.758e9, 1.763e9],
            ),
        ],
        bins(
            start,
            end,
            start,
            end,
            24,
            (&|x| 1.4 - (x - start) / (end - start), 10_000.0),
            (&|x| 0.6 + (x - start) / (end - start), 2500.0),
        ),
    )
}

fn capital_gain() -> ColumnReport {
    let mut column = tested(
        "capital_gain",
        ColumnType::Numeric,
        Status::Slight,
        (Method::Ks, 0.0488, 1.2e-4, 2.4e-4),
        [0.0312, 0.0101, 0.0577],
    );
    column.moved = Some("capital_gain 0: 91.7 % → 86.8 %.".to_owned());
    column.missing = Missing {
        reference: 0,
        current: 131,
        p_value: 3e-90.into(),
        q_value: 1e-89.into(),
        effect: Some(psi([0.1971, 0.1512, 0.2493])),
    };
    column.contributions = vec![part("0", 0.917, 0.868, 0.52), part("114 to 99 999", 0.083, 0.132, 0.48)];
    let mut now = summary([2500, 131, 61], [1492.7, 8912.1, 0.0, 99_999.0], [0.0, 0.0, 0.0, 0.0, 7688.0]);
    now.junk = 3;
    let before = summary([10_000, 0, 104], [1077.6, 7385.3, 0.0, 99_999.0], [0.0, 0.0, 0.0, 0.0, 5013.0]);
    ordered(
        column,
        [before, now],
        bins(
            0.0,
            15_024.0,
            0.0,
            99_999.0,
            16,
            (&|x| if x < 940.0 { 11.0 * 2500.0 } else { gamma(x, 2500.0) * 0.3 }, 10_000.0),
            (&|x| if x < 940.0 { 6.6 * 2500.0 } else { gamma(x, 2500.0) * 0.3 }, 2369.0),
        ),
    )
}

fn remarks() -> ColumnReport {
    let mut column = tested(
        "remarks",
        ColumnType::Text,
        Status::Slight,
        (Method::Ks, 0.0391, 0.0041, 0.0092),
        [0.0214, 0.0, 0.0463],
    );
    column.moved = Some("remarks the word \"refund\" in 2.1 % -> 4.3 % of texts".to_owned());
    column.p_value = 0.00615.into();
    let lengths = bins(
        0.0,
        120.0,
        0.0,
        180.0,
        18,
        (&|x| normal(x, 44.0, 20.0), 9988.0),
        (&|x| normal(x, 46.0, 21.0), 2496.0),
    );
    column.aspects = vec![
        aspect(
            AspectName::Length,
            ("ks", 0.0391, 0.0041, 0.0092),
            0.0123,
            Some("length 0 to 12: 20.1 % -> 16.8 %"),
            Some(lengths.clone()),
        ),
        aspect(AspectName::Words, ("ks", 0.0107, 0.97, 0.97), 0.0, None, None),
        aspect(
            AspectName::Classifier,
            ("classifier", 0.538, 0.0022, 0.0092),
            0.0214,
            Some("the word \"refund\" in 2.1 % -> 4.3 % of texts"),
            None,
        ),
    ];
    column.missing = Missing {
        reference: 12,
        current: 4,
        p_value: 0.54.into(),
        q_value: 0.61.into(),
        effect: Some(psi([0.0, 0.0, 0.0012])),
    };
    let before = summary([10_000, 12, 8120], [44.1, 20.2, 0.0, 180.0], [8.0, 30.0, 43.0, 58.0, 81.0]);
    let now = summary([2500, 4, 2301], [46.0, 20.9, 0.0, 176.0], [9.0, 32.0, 45.0, 60.0, 84.0]);
    ordered(column, [before, now], lengths)
}

fn married() -> ColumnReport {
    let column = tested(
        "married",
        ColumnType::Boolean,
        Status::Stable,
        (Method::GTest, 0.61, 0.434, 0.496),
        [0.0, 0.0, 0.003],
    );
    levelled(column, [[10_000, 0, 2], [2500, 0, 2]], &["true", "false"], [&[4601, 5399], &[1128, 1372]])
}

fn hours() -> ColumnReport {
    let column = tested(
        "hours_per_week",
        ColumnType::Numeric,
        Status::Stable,
        (Method::Ks, 0.0121, 0.932, 0.932),
        [0.0, 0.0, 0.0041],
    );
    let before = summary([10_000, 0, 94], [40.44, 12.35, 1.0, 99.0], [18.0, 40.0, 40.0, 45.0, 60.0]);
    let now = summary([2500, 0, 71], [40.51, 12.21, 2.0, 99.0], [18.0, 40.0, 40.0, 45.0, 60.0]);
    ordered(
        column,
        [before, now],
        bins(
            10.0,
            70.0,
            1.0,
            99.0,
            20,
            (&|x| normal(x, 40.0, 4.0) * 3.0 + normal(x, 40.0, 14.0), 10_000.0),
            (&|x| normal(x, 40.0, 4.0) * 3.0 + normal(x, 40.5, 14.0), 2500.0),
        ),
    )
}

fn income() -> ColumnReport {
    let mut column = tested(
        "income",
        ColumnType::Categorical,
        Status::Stable,
        (Method::GTest, 1.02, 0.3125, 0.4166),
        [0.0, 0.0, 0.0052],
    );
    column.role = Role::Target;
    levelled(column, [[10_000, 0, 2], [2500, 0, 2]], &["<=50K", ">50K"], [&[7592, 2408], &[1874, 626]])
}

fn native_country() -> ColumnReport {
    let levels = ["United-States", "Mexico", "Philippines"];
    let mut column = bare("native_country", ColumnType::Categorical, Status::Untested);
    column.reason = Some("the current data has no such column".to_owned());
    column.missing =
        Missing { reference: 180, current: 0, p_value: None.into(), q_value: None.into(), effect: None };
    column.reference = Some(levels_summary([10_000, 180, 41], &levels, &[8970, 198, 61]));
    column.histogram = Some(Histogram {
        rest: Some(38),
        ..bars(&["United-States", "Mexico", "Philippines", "(other)"], &[8970, 198, 61, 591], &[0, 0, 0, 0])
    });
    column
}
