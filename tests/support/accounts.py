"""The file of accounts that the documentation shows, with credentials of a sandbox in the environment."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from abclient.sandbox.registry import BUILT_IN

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"


def documented_accounts(monkeypatch: pytest.MonkeyPatch) -> str:
    """The page's example; each variable that it names has the credential of that name."""
    (text,) = re.findall(r"^```toml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    credentials = {vendor.name: vendor.credentials for vendor in BUILT_IN}
    for account in tomllib.loads(text)["accounts"]:
        for key, value in credentials[account["vendor"]].items():
            monkeypatch.setenv(account[key]["env"], value)
    return str(text)
