//! Methods in words.

use driftglass_core::Method;
use driftglass_core::policy::Preset;

/// The short name that stands before a number: `PSI 0.312`.
pub(crate) fn symbol(method: Method) -> &'static str {
    match method {
        Method::Ks => "KS",
        Method::Psi => "PSI",
        Method::Wasserstein | Method::WassersteinFloored => "Wasserstein",
        Method::Energy => "energy",
        Method::JensenShannon => "Jensen-Shannon",
        Method::KlDivergence => "KL",
        Method::Hellinger => "Hellinger",
        Method::TotalVariation => "total variation",
        Method::LInfinity => "L∞",
        Method::JensenShannonNats => "Jensen-Shannon (nats)",
        other => other.title(),
    }
}

/// What the method looks at, in one plain sentence.
pub(crate) fn sentence(method: Method) -> &'static str {
    match method {
        Method::Ks => {
            "Kolmogorov-Smirnov takes the largest gap between the two cumulative curves: 0 where they coincide, 1 where the values do not overlap."
        }
        Method::Kuiper => {
            "Kuiper adds the largest gaps above and below between the two cumulative curves, so that the tails count as much as the middle."
        }
        Method::CramerVonMises => {
            "Cramér-von Mises adds up the squared gaps between the two cumulative curves over all values."
        }
        Method::AndersonDarling => {
            "Anderson-Darling adds up the squared gaps between the two cumulative curves and gives those in the tails more weight."
        }
        Method::MannWhitney => {
            "Mann-Whitney asks whether a value of one side is more often above than below a value of the other."
        }
        Method::TTest => "Welch's t-test compares the two means, measured in their standard error.",
        Method::BrownForsythe => "Brown-Forsythe compares how far values spread about their median.",
        Method::EppsSingleton => {
            "Epps-Singleton compares the two characteristic functions, and so every feature of the distributions at once."
        }
        Method::Wasserstein => {
            "The Wasserstein distance is how far values would have to move, on average, to turn one distribution into the other, in standard deviations of the reference."
        }
        Method::Energy => {
            "The energy distance compares distances between values of the two sides with distances within each side."
        }
        Method::ChiSquare => {
            "Chi-square compares the count of every level with the count to expect if both sides had the same shares."
        }
        Method::GTest => {
            "The G-test compares the count of every level with the count to expect if both sides had the same shares, by their likelihood ratio."
        }
        Method::FisherExact => {
            "Fisher's exact test counts how many ways of dealing the two levels to both sides are as uneven as this one."
        }
        Method::ZTest => {
            "The z-test compares the share of one level on both sides, measured in its standard error."
        }
        Method::CramersV => {
            "Cramér's V is chi-square on a scale from 0 (the same shares) to 1 (no level in common)."
        }
        Method::Psi => {
            "The population stability index adds up, over all bins or levels, the change of the share times the logarithm of its ratio."
        }
        Method::JensenShannon => {
            "The Jensen-Shannon distance measures how far both distributions are from their average: 0 where they coincide, 1 where they do not overlap."
        }
        Method::KlDivergence => {
            "The Kullback-Leibler divergence is the information lost by describing one distribution with the other."
        }
        Method::Hellinger => {
            "The Hellinger distance compares the square roots of all shares: 0 where they coincide, 1 where nothing overlaps."
        }
        Method::TotalVariation => {
            "The total variation distance is the share of rows that would have to change their bin or level to make both sides alike."
        }
        Method::LInfinity => "The L-infinity distance is the largest change of any single share.",
        Method::ChiSquareFit => {
            "Chi-square, as Evidently takes it, compares the current count of every level with that of the reference as if the reference were all there is: one new level is drift for certain."
        }
        Method::JensenShannonNats => {
            "The Jensen-Shannon distance, as Evidently takes it, measures how far both distributions are from their average: 0 where they coincide, 0.83 where they do not overlap."
        }
        Method::WassersteinFloored => {
            "The Wasserstein distance, as Evidently takes it, is how far values would have to move, on average, to turn one distribution into the other, in standard deviations of the reference or in 0.001, whichever is greater."
        }
    }
}

/// The preset's name on the command line.
pub(crate) fn preset(preset: Preset) -> &'static str {
    match preset {
        Preset::Calibrated => "calibrated",
        Preset::Classic => "classic",
        Preset::Evidently => "evidently",
    }
}
