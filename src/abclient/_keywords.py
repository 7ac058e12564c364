"""Keywords that a client does not take: which one it was, and what it is called here."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

_CALL = ("timeout", "retries", "headers", "max_response_bytes")
_CLIENT = (
    *("base_url", "http_client", "transport", "max_connections", "max_rate", "share", "hooks", "name"),
    *("allow_insecure", "rate_limit_store"),
)
_CREDENTIALS = {
    *("access_token", "api_key", "api_secret", "api_token", "apikey", "auth", "auth_token", "bearer", "bearer_token"),
    *("key", "password", "personal_access_token", "sdk_key", "secret", "secret_key", "token"),
}
_ELSEWHERE = {
    **dict.fromkeys(("max_retries", "retry", "retry_policy", "attempts"), "retries"),
    **dict.fromkeys(("url", "host", "endpoint", "api_url", "base", "server"), "base_url"),
    **dict.fromkeys(("session", "client", "httpx_client"), "http_client"),
    **dict.fromkeys(("default_headers", "extra_headers"), "headers"),
    **dict.fromkeys(("timeouts", "request_timeout", "read_timeout", "connect_timeout", "deadline"), "timeout"),
    **dict.fromkeys(("rate_limit", "requests_per_second", "rps"), "max_rate"),
    **dict.fromkeys(("redis", "redis_url", "store"), "rate_limit_store"),
    **dict.fromkeys(("pool_size", "limits", "connections"), "max_connections"),
    **dict.fromkeys(("hook", "on_attempt", "event_hooks"), "hooks"),
}
_IN_CALLS = {
    **dict.fromkeys(("per_page", "limit", "results_per_page", "max_results"), "page_size"),
    **dict.fromkeys(("workers", "max_workers", "max_concurrency", "parallel"), "concurrency"),
    **dict.fromkeys(("timeout", "total_timeout"), "deadline"),
    **dict.fromkeys(("callback", "progress"), "on_progress"),
}
_SENTENCES = {
    **dict.fromkeys(
        ("verify", "verify_ssl", "ssl", "cert", "ca_bundle"),
        "certificates are always verified, and SSL_CERT_FILE or SSL_CERT_DIR names an authority of your own",
    ),
    **dict.fromkeys(
        ("proxy", "proxies"), "HTTPS_PROXY and NO_PROXY in the environment name a proxy, or a http_client= does"
    ),
}


def refuse_unknown(client: object, given: Mapping[str, object], method: str) -> None:
    """Refuse keywords that the client, or one of its methods, does not take.

    Args:
        client: names the class.
        given: the keywords.
        method: the method that got them; "" for the class itself.

    Raises:
        TypeError: names the class, the keyword, and what was probably meant.
    """
    known = _CALL if method else (*_CLIENT, *_CALL)
    name = next((name for name in given if name not in known), None)
    if name is None:
        return
    kind = type(client)
    hint = _hint(kind, name, known, method)
    raise TypeError(
        f"{kind.__name__}{f'.{method}' if method else ''}() got an unexpected keyword argument {name!r}"
        f"{f'; {hint}' if hint else ''}"
    )


def _hint(kind: type[Any], name: str, known: tuple[str, ...], method: str) -> str:
    own = tuple(inspect.signature(kind).parameters)
    word = name.lower()
    if word in _SENTENCES:
        return _SENTENCES[word]
    if method and (word in _CLIENT or word in own or word in _CREDENTIALS):
        return f"that belongs to a client and all its copies: make another {kind.__name__}"
    meant = _ELSEWHERE.get(word)
    if word in _CREDENTIALS:
        meant = next((one for one in ("token", "secret") if one in own), None)
    if meant not in (*known, *own):
        meant = next(iter(get_close_matches(word, (*known, *(() if method else own)), 1)), None)
    return f"did you mean {meant}=?" if meant else ""


def check_options(options: Mapping[str, object], kind: type[Any], taker: str) -> None:
    """Refuse options that a call does not take.

    Args:
        options: the keywords.
        kind: the ``TypedDict`` of those that it takes, all of them optional.
        taker: what to call it.

    Raises:
        TypeError: names the call and the keyword, and what was probably meant.
    """
    known: frozenset[str] = kind.__optional_keys__
    for name in options.keys() - known:
        meant = _IN_CALLS.get(name.lower()) or next(iter(get_close_matches(name, known, 1)), None)
        hint = f"; did you mean {meant}=?" if meant in known else ""
        raise TypeError(f"{taker} got an unexpected keyword argument {name!r}{hint}")


def selected(options: Mapping[str, Any], kind: type[Any]) -> dict[str, Any]:
    """The options that a ``TypedDict`` names."""
    return {name: value for name, value in options.items() if name in kind.__optional_keys__}
