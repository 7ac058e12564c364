"""Proxies from the environment, and TLS settings from it."""

from __future__ import annotations

import asyncio
import base64
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from abclient.errors import ConfigurationError, ConnectTimeoutError, NotSentError
from abclient.options import Timeouts
from abclient.transports import Transport, _proxy, open_transport
from abclient.transports._proxy import Proxies, Proxy
from support.server import (
    OK,
    Peer,
    Server,
    answer,
    authority_pem,
    client_tls,
    forwarding_proxy,
    nothing_left_behind,
    replies,
    server_tls,
    until,
)
from support.wire import wire_request


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy but the test's own."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("secure", [False, True], ids=["forward", "tunnel"])
async def test_requests_go_through_the_proxy_of_the_environment(
    kind: str, monkeypatch: pytest.MonkeyPatch, secure: bool
) -> None:
    """Plain requests are forwarded, https goes through CONNECT; the credentials go to the proxy alone."""
    log: list[bytes] = []
    async with Server(forwarding_proxy(log)) as proxy, Server(replies(OK), tls=server_tls() if secure else None) as api:
        address = f"http://me:p%40ss@127.0.0.1:{proxy.port}"
        monkeypatch.setenv("https_proxy" if secure else "http_proxy", address)
        transport = open_transport(kind, ssl_context=client_tls())
        for _ in range(2):
            assert (await transport.send(wire_request(api.url + "/a?b=1"))).body == b"ok"
        await transport.aclose()
    start = f"CONNECT 127.0.0.1:{api.port} HTTP" if secure else f"GET {api.url}/a?b=1 HTTP"
    assert log[0].startswith(start.encode())
    assert b"Basic " + base64.b64encode(b"me:p@ss") in log[0]
    assert (proxy.accepted, len(api.requests)) == (1, 2)
    if secure:
        assert b"roxy-" not in api.requests[0]


@pytest.mark.parametrize("secure", [False, True], ids=["forward", "tunnel"])
@pytest.mark.parametrize(
    ("user", "sent"),
    [
        ("me:p%C3%A4ss", "me:p\u00e4ss".encode()),
        ("me:p\u00e4ss", "me:p\u00e4ss".encode()),
        ("m%E4:p%FF", b"m\xe4:p\xff"),
    ],
    ids=["escaped", "plain", "not UTF-8"],
)
async def test_a_proxy_gets_its_credentials_byte_for_byte(
    kind: str, monkeypatch: pytest.MonkeyPatch, secure: bool, user: str, sent: bytes
) -> None:
    """A password need not be ASCII: what is escaped is sent as those bytes, everything else as UTF-8."""
    log: list[bytes] = []
    async with Server(forwarding_proxy(log)) as proxy, Server(replies(OK), tls=server_tls() if secure else None) as api:
        monkeypatch.setenv("https_proxy" if secure else "http_proxy", f"http://{user}@127.0.0.1:{proxy.port}")
        transport = open_transport(kind, ssl_context=client_tls())
        assert (await transport.send(wire_request(api.url))).body == b"ok"
        await transport.aclose()
    assert b"Basic " + base64.b64encode(sent) + b"\r\n" in log[0]


async def test_no_proxy_and_trust_env_are_honoured(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host in NO_PROXY is reached directly, and without trust_env every host is."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    async with Server(replies(OK)) as api:
        for trust_env, no_proxy in ((True, "localhost, 127.0.0.1"), (False, "")):
            monkeypatch.setenv("NO_PROXY", no_proxy)
            transport = open_transport(kind, trust_env=trust_env)
            assert (await transport.send(wire_request(api.url))).body == b"ok"
            await transport.aclose()


async def test_the_environment_is_read_once(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that appears after the transport was made does not redirect its requests."""
    async with Server(replies(OK)) as api:
        transport = open_transport(kind)
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
        assert (await transport.send(wire_request(api.url))).body == b"ok"
        await transport.aclose()


REFUSALS: dict[str, tuple[bytes, type[NotSentError], str]] = {
    "407": (
        answer(b"", "407 Proxy Authentication Required"),
        NotSentError,
        "opened no connection to .*: 407 Proxy Auth",
    ),
    "a page without an end": (
        b"HTTP/1.1 403 Forbidden\r\n\r\n<html>",
        NotSentError,
        "opened no connection to .*: 403 Forbidden",
    ),
    "rubbish": (b"rubbish\r\n\r\n", NotSentError, "no valid HTTP response"),
    "silence": (b"", ConnectTimeoutError, "no connection to api.example in time"),
}


@pytest.mark.parametrize("case", REFUSALS)
async def test_a_proxy_that_opens_no_tunnel_did_not_let_the_request_out(
    kind: str, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """Whatever else a proxy answers to CONNECT means: not sent. Waiting for it is part of connecting."""
    refusal, expected, message = REFUSALS[case]
    log: list[bytes] = []
    limits = Timeouts(connect=0.2 if expected is ConnectTimeoutError else 60, read=600)
    request = wire_request("https://api.example/", headers=(("Authorization", "secret"),), timeouts=limits)
    async with Server(forwarding_proxy(log, refuse=refusal)) as proxy, asyncio.timeout(60):
        monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{proxy.port}")
        transport = open_transport(kind)
        with pytest.raises(expected, match=message):
            await transport.send(request)
        await transport.aclose()
    assert b"secret" not in b"".join(log)


@pytest.mark.parametrize("header", [b"Content-Length: 99", b"Transfer-Encoding: chunked", b"Connection: close"])
async def test_what_opens_a_tunnel_has_no_body(kind: str, monkeypatch: pytest.MonkeyPatch, header: bytes) -> None:
    """What the headers say of one means nothing there (RFC 9110, 9.3.6)."""
    script = forwarding_proxy([], opened=header + b"\r\n")
    async with Server(script) as proxy, Server(replies(OK), tls=server_tls()) as api:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        transport = open_transport(kind, ssl_context=client_tls())
        assert (await transport.send(wire_request(api.url, max_response_bytes=2))).body == b"ok"
        await transport.aclose()


async def test_a_proxy_reached_over_tls_works(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An https:// proxy: TLS to it, CONNECT, and TLS to the API inside."""
    log: list[bytes] = []
    tls = server_tls()
    async with Server(forwarding_proxy(log), tls=tls) as proxy, Server(replies(OK), tls=tls) as api:
        monkeypatch.setenv("HTTPS_PROXY", f"https://127.0.0.1:{proxy.port}")
        transport = open_transport(kind, ssl_context=client_tls())
        assert (await transport.send(wire_request(api.url))).body == b"ok"
        await transport.aclose()
    assert log[0].startswith(b"CONNECT")


async def test_cancelling_inside_a_tunnel_leaves_nothing_open(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At every tick of connecting through a proxy, a cancelled call closes its socket and gives its connection back."""
    with nothing_left_behind():
        async with Server(forwarding_proxy([])) as proxy, Server(replies(OK), tls=server_tls()) as api:
            monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
            transport = open_transport(kind, max_connections=1, ssl_context=client_tls())
            for tick in range(60):
                call = asyncio.create_task(transport.send(wire_request(api.url)))
                for _ in range(tick):
                    await asyncio.sleep(0)
                call.cancel()
                await asyncio.gather(call, return_exceptions=True)
            assert (await transport.send(wire_request(api.url))).body == b"ok"
            await transport.aclose()
            await until(lambda: proxy.open == api.open == 0)


FOUND: dict[str, tuple[dict[str, str], str, str, str | None]] = {
    "none set": ({}, "https", "api.example", None),
    "https": ({"https": "http://p:3128"}, "https", "api.example", "http://p:3128"),
    "other scheme": ({"http": "http://p:3128"}, "https", "api.example", None),
    "all": ({"all": "p"}, "https", "api.example", "http://p:80"),
    "https proxy, default port": ({"https": "https://p"}, "https", "api.example", "https://p:443"),
    "IPv6 proxy": ({"https": "http://[::1]:3128"}, "https", "api.example", "http://[::1]:3128"),
    "star": ({"https": "p", "no": "*"}, "https", "api.example", None),
    "domain": ({"https": "p", "no": "other, example"}, "https", "api.example", None),
    "dotted domain": ({"https": "p", "no": ".example"}, "https", "api.example", None),
    "starred domain": ({"https": "p", "no": "*.example"}, "https", "api.example", None),
    "not a domain's end": ({"https": "p", "no": "i.example"}, "https", "api.example", "http://p:80"),
    "host and port": ({"https": "p", "no": "api.example:443"}, "https", "api.example", None),
    "host and other port": ({"https": "p", "no": "api.example:80"}, "https", "api.example", "http://p:80"),
    "upper case": ({"https": "p", "no": "API.Example"}, "https", "api.example", None),
    "empty entries": ({"https": "p", "no": " , ,"}, "https", "api.example", "http://p:80"),
}


DIRECT = {
    "a range": ("10.0.0.0/8,127.0.0.0/8", "127.0.0.1"),
    "a range that is not aligned": ("10.1.2.3/8", "10.200.0.1"),
    "one address as a range": ("10.1.2.3/32", "10.1.2.3"),
    "an IPv6 range": ("fd00::/8", "fd12::1"),
    "an IPv6 range in brackets": ("[fd00::]/8", "fd12::1"),
    "IPv6": ("::1", "::1"),
    "IPv6 in brackets": ("[::1]", "::1"),
    "IPv6 in brackets, with the port": ("[::1]:443", "::1"),
    "IPv6, written in full": ("0:0:0:0:0:0:0:1", "::1"),
    "IPv6 in capitals": ("FD12::A", "fd12::a"),
    "IPv6 with a zone": ("fe80::/10", "fe80::1%eth0"),
    "the zone named": ("[fe80::1%eth0]", "fe80::1"),
    "an address and the port": ("10.1.2.3:443", "10.1.2.3"),
    "a name and the port": ("api.example:443", "api.example"),
    "a domain and the port": (".example:443", "api.example"),
    "a leading dot": (".api.example", "api.example"),
    "a trailing dot": ("api.example.", "api.example"),
    "a trailing dot of the host": ("api.example", "api.example."),
    "both dots": (".example.", "api.example"),
    "blanks between": ("localhost 127.0.0.1\t api.example", "api.example"),
    "blanks and commas": (" , localhost ,, api.example ", "api.example"),
    "a star among others": ("localhost,*", "api.example"),
}
PROXIED = {
    "outside of the range": ("10.0.0.0/8", "11.0.0.1"),
    "a range of the other family": ("0.0.0.0/0", "::1"),
    "an IPv6 range for IPv4": ("::/0", "127.0.0.1"),
    "a range that is none": ("10.0.0.0/99, 10.0.0.0/x, /8, 10.0.0.0/", "10.0.0.1"),
    "a name in a range": ("127.0.0.0/8", "localhost"),
    "the end of an address": ("0.0.1, .0.0.1, *.0.0.1", "127.0.0.1"),
    "another port of an address": ("10.1.2.3:80", "10.1.2.3"),
    "another port of IPv6": ("[::1]:80", "::1"),
    "another port of a domain": (".example:80", "api.example"),
    "not a whole label": ("pi.example", "api.example"),
    "a bracket without its end": ("[::2", "::1"),
    "only dots": (". .. *.", "api.example"),
}


@pytest.mark.parametrize("case", [*DIRECT, *PROXIED])
def test_no_proxy_is_read_as_by_curl_and_python(case: str) -> None:
    """Names, addresses and ranges, with ports and dots or without, decide who needs no proxy."""
    listed, host = (DIRECT | PROXIED)[case]
    found = Proxies({"https": "p", "no": listed}).find("https", host, 443)
    assert (found is None) == (case in DIRECT)


@pytest.mark.parametrize("case", FOUND)
def test_the_right_proxy_is_found(case: str) -> None:
    """Scheme and NO_PROXY decide, as curl and requests read them."""
    settings, scheme, host, expected = FOUND[case]
    found = Proxies(settings).find(scheme, host, 443)
    assert (found and found.url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "socks5://secret@p:1080",
        "http://",
        "http://secret@p:port",
        "http://secret@p:0",
        "http://secret@[p",
        "http://secret@p\u2100",
        "http://secret@h\u00f6st",
        "http://me:secret\udce4@p",
    ],
)
def test_an_unusable_proxy_is_refused_without_showing_it(url: str) -> None:
    """What cannot work is a ConfigurationError; the URL, which may hold a password, is not repeated."""
    with pytest.raises(ConfigurationError, match="proxy that cannot be used") as caught:
        Proxies({"https": url}).find("https", "api.example", 443)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "sent"), [("http://me@p", b"me:"), ("http://:token@p", b":token"), ("http://@p", None), ("http://p", None)]
)
def test_half_of_the_credentials_is_sent_as_such(url: str, sent: bytes | None) -> None:
    """Some proxies want a name alone, some a password alone."""
    proxy = Proxies({"https": url}).find("https", "api.example", 443)
    assert proxy is not None
    assert [base64.b64decode(value.removeprefix("Basic ")) for _, value in proxy.headers] == ([sent] if sent else [])


def test_the_credentials_of_a_proxy_are_not_in_its_repr() -> None:
    """A proxy can be shown without its password."""
    proxy = Proxies({"https": "http://me:secret@p:1"}).find("https", "api.example", 443)
    assert proxy == Proxy("http://p:1", (b"me", b"secret"))
    assert "secret" not in repr(proxy)


def test_the_systems_own_list_of_exceptions_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the proxies are the system's, so is the list of hosts that need none."""
    monkeypatch.setattr(_proxy, "_SYSTEM_HAS_SETTINGS", True)
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": "http://p:1"})
    monkeypatch.setattr("urllib.request.proxy_bypass", "direct.example".__eq__)
    proxies = _proxy.Proxies.from_environment()
    assert proxies.find("https", "direct.example", 443) is None
    assert proxies.find("https", "api.example", 443) == Proxy("http://p:1")


async def test_ssl_cert_file_is_trusted(kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A private authority named by SSL_CERT_FILE is accepted, also when it is set after import."""
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    file = tmp_path / "authority.pem"
    file.write_bytes(authority_pem())
    async with Server(replies(OK), tls=server_tls()) as api:
        untrusting = open_transport(kind)
        with pytest.raises(NotSentError, match="TLS certificate was not accepted"):
            await untrusting.send(wire_request(api.url))
        await untrusting.aclose()
        monkeypatch.setenv("SSL_CERT_FILE", str(file))
        trusting = open_transport(kind)
        assert (await trusting.send(wire_request(api.url))).body == b"ok"
        await trusting.aclose()


@pytest.mark.parametrize("case", ["missing", "empty", "without hashes", "a file"])
async def test_an_unusable_ssl_cert_dir_is_named(
    kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, case: str
) -> None:
    """OpenSSL passes over a directory in which it finds nothing, and would then trust nobody, without a word."""
    directory = tmp_path / "authorities"
    if case == "a file":
        directory.write_bytes(authority_pem())
    elif case != "missing":
        directory.mkdir()
    if case == "without hashes":
        (directory / "authority.pem").write_bytes(authority_pem())
    monkeypatch.setenv("SSL_CERT_DIR", str(directory))
    transport = open_transport(kind)
    with pytest.raises(ConfigurationError, match=r"SSL_CERT_DIR=.*authorities holds no certificates"):
        await transport.send(wire_request("https://127.0.0.1:9/"))
    await transport.aclose()


async def test_ssl_cert_dir_is_trusted(kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Authorities in a directory of a list of directories are accepted, under the names that OpenSSL gives them."""
    plain = tmp_path / "authority.pem"
    plain.write_bytes(authority_pem())
    directory = tmp_path / "authorities"
    directory.mkdir()
    command = ["openssl", "x509", "-noout", "-subject_hash", "-in", str(plain)]
    hashed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    (directory / f"{hashed}.0").write_bytes(authority_pem())
    monkeypatch.setenv("SSL_CERT_DIR", f"{tmp_path / 'missing'}:{directory}")
    async with Server(replies(OK), tls=server_tls()) as api:
        transport = open_transport(kind)
        assert (await transport.send(wire_request(api.url))).body == b"ok"
        await transport.aclose()


async def test_a_list_of_nothing_but_revocations_is_named(
    kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A file that can be read and holds no certificate trusts nobody, and is a wrong setting, too."""
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "nobody")])
    builder = x509.CertificateRevocationListBuilder().issuer_name(issuer).last_update(now).next_update(now)
    file = tmp_path / "revoked.pem"
    file.write_bytes(builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    transport = open_transport(kind)
    with pytest.raises(ConfigurationError, match=r"SSL_CERT_FILE=.*revoked\.pem holds no certificates"):
        await transport.send(wire_request("https://127.0.0.1:9/"))
    await transport.aclose()


async def test_tls_to_what_speaks_no_tls_says_so(transport: Transport) -> None:
    """https to a port of http, the commonest mistake of a set-up: the error has OpenSSL's own words."""

    async def speaks_http(peer: Peer) -> None:
        await peer.reader.read(1)
        await peer.send(answer(b"", "400 Bad Request"))

    async with Server(speaks_http) as server:
        with pytest.raises(NotSentError, match=r"TLS failed: .*(wrong version number|record layer failure)"):
            await transport.send(wire_request(server.url.replace("http:", "https:")))


@pytest.mark.parametrize("why", ["unknown", "expired", "another name"])
async def test_a_certificate_that_is_refused_says_what_helps(transport: Transport, why: str) -> None:
    """SSL_CERT_FILE is named where the authority is not known, and only there."""
    given = {
        "unknown": server_tls(trusted=False),
        "expired": server_tls(expired=True),
        "another name": server_tls("api.example"),
    }
    async with Server(replies(OK), tls=given[why]) as server:
        with pytest.raises(NotSentError, match="TLS certificate was not accepted: ") as caught:
            await transport.send(wire_request(server.url))
    assert ("SSL_CERT_FILE" in str(caught.value)) == (why == "unknown")
    assert not caught.value.temporary


@pytest.mark.parametrize("content", [None, "not a certificate"], ids=["missing", "rubbish"])
async def test_an_unusable_ssl_cert_file_is_named(
    kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str | None
) -> None:
    """A wrong setting is a ConfigurationError with the file's name, not a bare OSError."""
    file = tmp_path / "authority.pem"
    if content is not None:
        file.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    transport = open_transport(kind)
    with pytest.raises(ConfigurationError, match=r"SSL_CERT_FILE=.*authority\.pem"):
        await transport.send(wire_request("https://127.0.0.1:9/"))
    await transport.aclose()
