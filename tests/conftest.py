"""What all tests share: a clean environment, and one sandbox for those that need a server."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No token, proxy or certificate setting of the machine reaches a test."""
    for name in list(os.environ):
        if name.startswith("ABCLIENT_") and name != "ABCLIENT_TESTED":
            monkeypatch.delenv(name)
        if name.lower() in {"http_proxy", "https_proxy", "all_proxy", "no_proxy", "ssl_cert_file", "ssl_cert_dir"}:
            monkeypatch.delenv(name)
    yield
