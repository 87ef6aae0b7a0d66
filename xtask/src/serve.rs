//! A static file server for this machine alone.

use std::fs::File;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use tiny_http::{Header, Method, Request, Response, StatusCode};

use crate::error::{Error, Result};

/// Listens on 127.0.0.1.
pub(crate) struct Server {
    inner: tiny_http::Server,
    address: SocketAddr,
}

impl Server {
    /// Takes `port`, or any free one where that is 0.
    pub(crate) fn bind(port: u16) -> Result<Self> {
        let taken = |error: &dyn std::fmt::Display| {
            Error::new(format!("port {port} of 127.0.0.1: {error}"))
                .hint("leave --port out to get a free one")
        };
        let inner = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| taken(&error))?;
        let address = inner.server_addr().to_ip().ok_or_else(|| taken(&"no address"))?;
        Ok(Self { inner, address })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers from the files of `folder` and from `files`, each under its name, for ever.
    pub(crate) fn run(&self, folder: &Path, files: &[(&str, PathBuf)]) -> Result<()> {
        loop {
            let request = self.inner.recv().map_err(|error| Error::new(format!("serving: {error}")))?;
            answer(request, folder, files);
        }
    }
}

fn answer(request: Request, folder: &Path, files: &[(&str, PathBuf)]) {
    let found = locate(request.url(), folder, files)
        .and_then(|path| Some((content_type(&path), File::open(path).ok()?)));
    // A browser that has gone away is no failure of the server's: the results of `respond` are dropped.
    let _ = match (request.method(), found) {
        (Method::Get | Method::Head, Some((kind, file))) => {
            let headers = [
                ("Content-Type", kind),
                ("X-Content-Type-Options", "nosniff"),
                ("Cache-Control", "no-cache"),
            ];
            let response = Response::from_file(file);
            request.respond(headers.into_iter().filter_map(header).fold(response, Response::with_header))
        }
        (Method::Get | Method::Head, None) => request.respond(plain("not found\n", 404)),
        _ => request.respond(plain("only GET and HEAD\n", 405)),
    };
}

fn header((name, value): (&str, &str)) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

fn plain(text: &str, status: u16) -> Response<std::io::Cursor<Vec<u8>>> {
    Response::from_string(text).with_status_code(StatusCode(status))
}

/// The file of an address. The names of our own files need no escapes, so any other name has no file,
/// and there is no way out of the folder.
fn locate(url: &str, folder: &Path, files: &[(&str, PathBuf)]) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    if let Some((_, file)) = files.iter().find(|(name, _)| *name == path) {
        return Some(file.clone());
    }
    let path = if path.is_empty() { "index.html" } else { path };
    let file = path.split('/').all(is_plain_name).then(|| folder.join(path))?;
    file.is_file().then_some(file)
}

fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("csv") => "text/csv; charset=utf-8",
        Some("md" | "txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read as _, Write as _};
    use std::net::TcpStream;
    use std::thread;

    use super::Server;

    /// The answers to `requests`, each `METHOD /path`, from a server over one small folder.
    fn answers(requests: &[&str]) -> Vec<String> {
        let root = tempfile::tempdir().unwrap();
        let dist = root.path().join("dist");
        fs::create_dir_all(dist.join("worker-1")).unwrap();
        fs::write(root.path().join("secret.txt"), "secret").unwrap();
        fs::write(root.path().join("report.html"), "the report").unwrap();
        fs::write(dist.join(".hidden"), "secret").unwrap();
        fs::write(dist.join("index.html"), "the page").unwrap();
        fs::write(dist.join("app_bg.wasm"), "wasm").unwrap();
        fs::write(dist.join("worker-1/worker.js"), "worker").unwrap();
        let server = Server::bind(0).unwrap();
        let address = server.address();
        assert!(address.ip().is_loopback());
        let report = root.path().join("report.html");
        thread::spawn(move || server.run(&dist, &[("report.html", report)]));
        requests
            .iter()
            .map(|request| {
                let mut stream = TcpStream::connect(address).unwrap();
                write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
                let mut answer = String::new();
                stream.read_to_string(&mut answer).unwrap();
                answer
            })
            .collect()
    }

    #[test]
    fn files_come_with_their_type() {
        let expected = [
            ("GET /", "text/html", "the page"),
            ("GET /?ref=a.csv", "text/html", "the page"),
            ("GET /report.html", "text/html", "the report"),
            ("GET /app_bg.wasm", "application/wasm", "wasm"),
            ("GET /worker-1/worker.js", "text/javascript", "worker"),
        ];
        for (answer, (request, kind, body)) in
            answers(&expected.map(|(request, ..)| request)).iter().zip(expected)
        {
            assert!(answer.starts_with("HTTP/1.1 200"), "{request}: {answer}");
            assert!(answer.contains(&format!("Content-Type: {kind}")), "{request}: {answer}");
            assert!(answer.ends_with(body), "{request}: {answer}");
        }
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let requests = [
            "GET /../secret.txt",
            "GET /worker-1/../../secret.txt",
            "GET /%2e%2e/secret.txt",
            "GET /..%2fsecret.txt",
            "GET /..\\secret.txt",
            "GET //secret.txt",
            "GET /.hidden",
            "GET /worker-1",
            "GET /nothing.js",
        ];
        for (answer, request) in answers(&requests).iter().zip(requests) {
            assert!(answer.starts_with("HTTP/1.1 404"), "{request}: {answer}");
            assert!(!answer.contains("secret"), "{request}: {answer}");
        }
    }

    #[test]
    fn the_server_only_reads() {
        assert!(answers(&["POST /"])[0].starts_with("HTTP/1.1 405"));
    }
}
