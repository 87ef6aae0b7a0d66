//! The methods by their ids.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! methods {
    ($($variant:ident = $id:literal, $title:literal;)*) => {
        /// A method of comparison, by the id that the report and the command line use.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Method {
            $(#[doc = $title] $variant,)*
        }

        impl Method {
            /// Every method, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The id in the report and on the command line.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The name that people know.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

methods! {
    Ks = "ks", "Kolmogorov-Smirnov";
    Kuiper = "kuiper", "Kuiper";
    CramerVonMises = "cramer_von_mises", "Cramér-von Mises";
    AndersonDarling = "anderson_darling", "Anderson-Darling";
    MannWhitney = "mann_whitney", "Mann-Whitney U";
    TTest = "t_test", "Welch's t";
    BrownForsythe = "brown_forsythe", "Brown-Forsythe";
    EppsSingleton = "epps_singleton", "Epps-Singleton";
    Wasserstein = "wasserstein", "Wasserstein, normalised";
    Energy = "energy", "Energy distance, normalised";
    ChiSquare = "chi_square", "Chi-square";
    GTest = "g_test", "G-test";
    FisherExact = "fisher_exact", "Fisher's exact";
    ZTest = "z_test", "Two proportions z";
    CramersV = "cramers_v", "Cramér's V";
    Psi = "psi", "Population stability index";
    JensenShannon = "jensen_shannon", "Jensen-Shannon distance";
    KlDivergence = "kl_divergence", "Kullback-Leibler divergence";
    Hellinger = "hellinger", "Hellinger distance";
    TotalVariation = "total_variation", "Total variation distance";
    LInfinity = "l_infinity", "L-infinity distance";
    ChiSquareFit = "chi_square_fit", "Chi-square, goodness of fit";
    JensenShannonNats = "jensen_shannon_nats", "Jensen-Shannon distance, in nats";
    WassersteinFloored = "wasserstein_floored", "Wasserstein, normalised by at least 0.001";
}
