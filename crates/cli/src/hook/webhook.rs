//! A hook that is an address.

use super::{Attempted, Occasion};
use std::env;
use std::time::Duration;
use ureq::Agent;
use ureq::http::Uri;
use ureq::tls::{RootCerts, TlsConfig};

pub(super) struct Webhook {
    agent: Agent,
    address: Uri,
}

impl Webhook {
    /// The address, or that in the variable that `url` names after a `$`. It may hold a secret, so nothing ever says it.
    pub(super) fn new(url: &str, timeout: Duration) -> Result<Self, String> {
        let address = match url.strip_prefix('$') {
            Some(name) => {
                env::var(name).map_err(|_| format!("its address should be in ${name}, which is not set"))?
            }
            None => url.to_owned(),
        };
        let address: Uri = address
            .parse()
            .ok()
            .filter(|address: &Uri| {
                address.host().is_some() && matches!(address.scheme_str(), Some("http" | "https"))
            })
            .ok_or("its address is no http:// or https:// address")?;
        // A redirect would ask again without the report.
        let config = Agent::config_builder()
            .timeout_global(Some(timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            .user_agent(concat!("driftglass/", env!("CARGO_PKG_VERSION")))
            .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
            .build();
        Ok(Self { agent: config.into(), address })
    }

    /// Posts the report. Whoever gets it twice, because the answer to the first attempt was lost, can tell by the key.
    pub(super) fn post(&self, occasion: &Occasion<'_>) -> Attempted {
        let Occasion { claim, run, report } = occasion;
        let response = self
            .agent
            .post(&self.address)
            .header("Content-Type", "application/json")
            .header(
                "Idempotency-Key",
                format!("driftglass-{}-{}-{}", claim.at.as_millisecond(), claim.incident, claim.id),
            )
            .header("Driftglass-Action", claim.hook.action.name())
            .header("Driftglass-Run", run.to_string())
            .header("Driftglass-Incident", claim.incident.to_string())
            .send(*report);
        match response {
            Ok(response) if response.status().is_success() => {
                Ok(format!("HTTP {}", response.status().as_u16()))
            }
            Ok(response) => Err(format!("HTTP {}", response.status().as_u16())),
            Err(error) => Err(error.to_string()),
        }
    }
}
