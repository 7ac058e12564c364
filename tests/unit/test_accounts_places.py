"""Where accounts have their credentials: read when they are needed, from the environment, files and keyrings."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from abclient import ConfigurationError
from abclient.accounts import (
    Account,
    CredentialFile,
    CredentialPlace,
    EnvironmentVariable,
    KeyringEntry,
    export_accounts,
    read_accounts,
)

SECRET = "h3Xq-secret"

FILE = """
[[accounts]]
name = "shop"
vendor = "optimizely"
token = { keyring = "abclient", username = "shop" }

[[accounts]]
name = "web"
vendor = "convert_v1"
application_id = { env = "WEB_ID" }
secret = { file = "secret" }
"""


class Keyring(KeyringBackend):
    """A keyring of this process."""

    priority: Any = 1
    locked = False
    entries: dict[tuple[str, str], str]

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked(f"locked, and this message has {SECRET}")
        return self.entries.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]


@pytest.fixture
def ring() -> Iterator[Keyring]:
    before, untyped = keyring.get_keyring(), cast("Any", Keyring)
    made: Keyring = untyped()
    made.entries = {}
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    written = tmp_path / "accounts.toml"
    written.write_text(FILE)
    return written


def test_credentials_come_from_all_places(file: Path, ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """A keyring, a variable and a file, when the accounts are read."""
    keyring.set_password("abclient", "shop", f"{SECRET}-1")
    monkeypatch.setenv("WEB_ID", f"{SECRET}-2")
    file.with_name("secret").write_text(f"{SECRET}-3\n")
    shop, web = read_accounts(file)
    assert shop.credentials == {"token": f"{SECRET}-1"}
    assert web.credentials == {"application_id": f"{SECRET}-2", "secret": f"{SECRET}-3"}


def test_accounts_can_say_where_their_credentials_are(
    file: Path, ring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is read until it is needed, and what is pickled holds no credential; paths are whole."""
    shop, web = read_accounts(file, credentials=False)
    assert shop.credentials == {"token": KeyringEntry("abclient", "shop")}
    assert web.credentials == {
        "application_id": EnvironmentVariable("WEB_ID"),
        "secret": CredentialFile(str(file.with_name("secret"))),
    }
    with pytest.raises(ConfigurationError, match=rf"^{file}, line 2: account 'shop': the keyring has no token where"):
        shop.with_credentials()
    keyring.set_password("abclient", "shop", SECRET)
    monkeypatch.setenv("WEB_ID", f"{SECRET}-2")
    file.with_name("secret").write_text(f"{SECRET}-3\n")
    elsewhere = pickle.dumps([shop, web])
    assert SECRET.encode() not in elsewhere
    found = [one.with_credentials().credentials for one in pickle.loads(elsewhere)]
    assert found == [{"token": SECRET}, {"application_id": f"{SECRET}-2", "secret": f"{SECRET}-3"}]
    assert SECRET not in repr([one.with_credentials() for one in (shop, web)])


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (EnvironmentVariable("MISSING"), "the environment variable MISSING is not set"),
        (CredentialFile("/nowhere/token"), "the file with the token, which is named here, does not exist"),
        (CredentialFile(Path("~nobody-of-this-name/token")), "the file with the token, which is named here"),
        (KeyringEntry("abclient", "shop"), "the keyring has no token where this says; keyring set SERVICE USERNAME"),
        ("two words", "token must be visible ASCII characters"),
    ],
)
async def test_what_is_not_there_is_named(
    place: str | CredentialPlace, said: str, ring: Keyring, tmp_path: Path
) -> None:
    """With the account, before anything is sent or made."""
    with pytest.raises(ConfigurationError, match=rf"^account 'shop': {said}"):
        await export_accounts(
            [Account(name="shop", vendor="optimizely", credentials={"token": place})], tmp_path / "out"
        )
    assert not (tmp_path / "out").exists()


def test_a_keyring_that_cannot_be_used_is_named(ring: Keyring, monkeypatch: pytest.MonkeyPatch) -> None:
    """A locked one, whose own message is not passed on, and one whose library is not installed."""
    entry = KeyringEntry("abclient", "shop")
    ring.locked = True
    with pytest.raises(ConfigurationError, match=r"^the keyring cannot be read \(KeyringLocked\)(?m:$)"):
        entry.read("token")
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(ConfigurationError, match=r"keyring is not installed: pip install '.*\[keyring\]'"):
        entry.read("token")


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (EnvironmentVariable, (SECRET,)),
        (EnvironmentVariable, (5,)),
        (CredentialFile, ("",)),
        (CredentialFile, (5,)),
        (KeyringEntry, ("", SECRET)),
        (KeyringEntry, (SECRET, 5)),
    ],
)
def test_places_that_cannot_be_meant(kind: Any, values: tuple[Any, ...]) -> None:
    """What is given is not shown, because it may be a credential."""
    with pytest.raises(ConfigurationError) as raised:
        kind(*values)
    assert SECRET not in str(raised.value)
