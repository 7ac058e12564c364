"""A TOML file whose values know their line, which the standard library's parser does not tell."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Self, TypeAlias, cast

from ..errors import ConfigurationError
from ._secrets import has_credential

Place: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""


class Document:
    """A TOML file without credentials.

    Attributes:
        path: where it is.
        data: what it has.
    """

    def __init__(self, path: Path, text: str, data: dict[str, Any]) -> None:
        self.path: Path = path
        self.data: dict[str, Any] = data
        self._lines = text.split("\n")

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """Read a file.

        Raises:
            ConfigurationError: it cannot be read, it is not TOML in UTF-8, or something in it looks like a credential;
                the message has the line, and nothing of what is there.
        """
        place = Path(path)
        try:
            content = place.read_bytes()
        except OSError as error:
            raise ConfigurationError(f"{place}: {error.strerror or error}") from None
        try:
            text = content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise ConfigurationError(f"{place}, line {line}: this is not text in UTF-8") from None
        for number, line_text in enumerate(text.split("\n"), 1):
            if has_credential(line_text):
                raise ConfigurationError(f"{place}, line {number}: {_CREDENTIAL}")
        try:
            document = cls(place, text, tomllib.loads(text))
        except tomllib.TOMLDecodeError as error:
            raise ConfigurationError(f"{place} is not TOML: {error}") from None
        document._refuse_credentials()
        return document

    def problem(self, place: Place, message: str) -> ConfigurationError:
        """An error about the value at a place."""
        return ConfigurationError(f"{self.path}, line {self.line(place)}: {message}")

    def elsewhere(self, key: str) -> str:
        """How to write where a credential is."""
        return f'{key} = {{ env = "VARIABLE" }}, {{ file = "PATH" }} or {{ keyring = "SERVICE", username = "NAME" }}'

    def lines(self, name: str) -> list[int]:
        """The lines where the tables of an array begin; at once, as ``line`` takes long for each of hundreds."""
        heading = re.compile(rf"[ \t]*\[\[[ \t]*{re.escape(name)}[ \t]*\]\]")
        found = [number for number, line in enumerate(self._lines, 1) if heading.match(line)]
        count = len(self.data[name])
        # Texts of several lines may have such lines, and arrays and keys may be written otherwise.
        return found if len(found) == count else [self.line((name, index)) for index in range(count)]

    def line(self, place: Place) -> int:
        """The line where a value begins, from 1.

        The first lines of a TOML file are TOML as well, unless they end within a value. So it is the line after the
        longest beginning of the file that can be read and does not have the value.
        """
        without, having = 0, len(self._lines)
        while having - without > 1:
            middle = (without + having) // 2
            # Lines that end within a value say nothing; the nearest others do.
            ends = (*range(middle, having), *range(middle - 1, without, -1))
            for end in ends:
                has = self._has(end, place)
                if has is not None:
                    without, having = (without, end) if has else (end, having)
                    break
            else:
                break
        return without + 1

    def _has(self, lines: int, place: Place) -> bool | None:
        """Whether the first lines have a value at this place; None if they cannot be read."""
        try:
            found: Any = tomllib.loads("\n".join(self._lines[:lines]))
        except tomllib.TOMLDecodeError:
            return None
        for key in place:
            try:
                found = found[key]
            except (KeyError, IndexError):
                return False
        return True

    def _refuse_credentials(self) -> None:
        """Texts as they are read: escapes may hide a credential, and lines may cut it."""
        for place, text in _texts(self.data):
            if has_credential(text):
                raise self.problem(place, _CREDENTIAL)


_CREDENTIAL = (
    "something here looks like a credential, which this file must not have; write where it is, as in"
    ' token = { env = "SHOP_TOKEN" } or token = { file = "shop.token" }'
)


def _texts(value: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, each in cast("dict[str, object]", value).items():
            yield (*place, key), key
            yield from _texts(each, (*place, key))
    elif isinstance(value, list):
        for index, each in enumerate(cast("Sequence[object]", value)):
            yield from _texts(each, (*place, index))
