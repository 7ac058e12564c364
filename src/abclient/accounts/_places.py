"""Where a credential is: in the environment, in a file, or in a keyring. What says where it is holds no credential."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from attrs import field, frozen

from .._distribution import not_installed
from ..errors import ConfigurationError
from ..options import checked_secret

_LARGEST_CREDENTIAL = 65_536  # bytes; a file that is larger was not meant
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CONVENTIONAL_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]*")


def _is_name(value: object) -> bool:
    return isinstance(value, str) and value != "" and value.isprintable()


def _is_path(value: object) -> bool:
    return isinstance(value, str | Path) and str(value) not in ("", ".") and "\0" not in str(value)


def _checked(is_valid: Callable[[object], bool], said: str) -> Any:
    """A validator that says what a value must be, and never shows it: it may be a credential in the wrong place."""

    def check(instance: object, attribute: Any, value: object) -> None:
        if not is_valid(value):
            raise ConfigurationError(f"{attribute.name} must be {said}")

    return check


@frozen
class EnvironmentVariable:
    """A credential in a variable of the environment.

    Attributes:
        env: the variable's name.

    Raises:
        ConfigurationError: it cannot be a variable's name.
    """

    env: str = field(
        validator=_checked(
            lambda value: isinstance(value, str) and bool(_VARIABLE.fullmatch(value)),
            "the name of an environment variable",
        )
    )

    def read(self, key: str) -> str:
        """The credential; ``key`` is what messages call it.

        Raises:
            ConfigurationError: the variable is not set.
        """
        # A name that is not written as usual may be a credential.
        shown = f" {self.env}" if _CONVENTIONAL_VARIABLE.fullmatch(self.env) else ", which is named here,"
        found = os.environ.get(self.env)
        if not found:
            raise ConfigurationError(f"the environment variable{shown} is not set")
        return found


@frozen
class CredentialFile:
    """A credential in a file that holds nothing else, apart from a byte order mark, and blanks and line ends around it.

    Attributes:
        file: the path.

    Raises:
        ConfigurationError: it cannot be a path.
    """

    file: str | Path = field(validator=_checked(_is_path, "the path of a file"))

    def read(self, key: str) -> str:
        """See ``EnvironmentVariable``.

        Raises:
            ConfigurationError: there is no such file, or it cannot be one with a credential.
        """
        named = f"the file with the {key}, which is named here"
        try:
            path = Path(self.file).expanduser()
            if not path.is_file():  # a pipe would block
                raise ConfigurationError(f"{named}, does not exist")
            with path.open("rb") as file:
                content = file.read(_LARGEST_CREDENTIAL + 1)
            if len(content) > _LARGEST_CREDENTIAL:
                raise ConfigurationError(f"{named}, is too large for one")
            return _ascii(content).strip()
        except UnicodeError:
            raise ConfigurationError(f"{named}, has other than ASCII") from None
        except (OSError, RuntimeError) as error:  # of expanduser, where there is no such user
            raise ConfigurationError(f"{named}: {getattr(error, 'strerror', None) or type(error).__name__}") from None


def _ascii(content: bytes) -> str:
    """The text, also as editors and shells of Windows write it: with a byte order mark, in UTF-8 or UTF-16."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = content.decode("utf-16" if is_wide else "utf-8-sig")
    return text.encode("ascii").decode()


@frozen
class KeyringEntry:
    """A credential in the keyring of this user, or in another one that the library ``keyring`` reaches.

    ``keyring set SERVICE USERNAME`` puts it there. Needs the extra ``keyring``.

    Attributes:
        keyring: the service.
        username: the name in that service.

    Raises:
        ConfigurationError: one of them is not a text.
    """

    keyring: str = field(validator=_checked(_is_name, "the name of a service in the keyring"))
    username: str = field(validator=_checked(_is_name, "a name in that service of the keyring"))

    def read(self, key: str) -> str:
        """See ``EnvironmentVariable``.

        Raises:
            ConfigurationError: the keyring cannot be used or has no such entry, or the library is not installed.
        """
        try:
            import keyring
        except ImportError as error:
            raise ConfigurationError(not_installed(error, "keyring", default="keyring")) from None
        try:
            found = keyring.get_password(self.keyring, self.username)
        except Exception as error:  # of any backend, each of which has its own; their messages may hold anything
            raise ConfigurationError(f"the keyring cannot be read ({type(error).__name__})") from None
        if not found:
            raise ConfigurationError(f"the keyring has no {key} where this says; keyring set SERVICE USERNAME adds it")
        return found


CredentialPlace: TypeAlias = EnvironmentVariable | CredentialFile | KeyringEntry

PLACES: dict[tuple[str, ...], Callable[..., CredentialPlace]] = {
    ("env",): EnvironmentVariable,
    ("file",): CredentialFile,
    ("keyring", "username"): KeyringEntry,
}
"""What says where a credential is, by the keys that it has."""


def read_credential(key: str, place: str | CredentialPlace) -> str:
    """The credential itself.

    Raises:
        ConfigurationError: it is not there, or cannot be one; the message shows nothing of it.
    """
    return checked_secret(key, place if isinstance(place, str) else place.read(key))
