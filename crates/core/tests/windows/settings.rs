//! Settings that make no sense.

use crate::data::asked;

#[test]
fn what_makes_no_sense_says_what_to_do() {
    let refused = |words, column, has_reference| {
        let error = asked(words).plan(column, has_reference).unwrap_err();
        assert!(error.hint().is_some());
        error.to_string()
    };
    for (words, column, has_reference, expected) in [
        (["1d", "", "", "", ""], None, true, "need a column that says when"),
        (["1d", "100rows", "", "", ""], Some("at"), true, "of time or of rows, not of both"),
        (["1d", "", "fixed", "", ""], Some("at"), false, "one data set was given"),
        (["100rows", "", "previous", "", ""], None, true, "no order among them"),
        (["7d", "", "", "week", ""], Some("at"), true, "holds a whole week"),
        (["100rows", "", "", "day", ""], None, true, "no part of a day"),
        (["", "", "previous", "", ""], Some("at"), false, "there are none"),
    ] {
        let message = refused(words, column, has_reference);
        assert!(message.contains(expected), "{message}");
    }
    for wrong in ["", "1", "0d", "d", "1 month", "-1d", "99999999999d", "4000000000w"] {
        assert!(wrong.parse::<driftglass_core::series::Length>().is_err(), "{wrong}");
    }
}
