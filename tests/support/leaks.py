"""Searches whatever a test run puts out for the credentials that it gave to clients; what it says never shows them.

Known are the sandbox's credentials and those of ``support.clients``, whatever any client of this process was made with,
and every signature that was made in it. Anything that looks like a signature counts as one, so that those of other
processes are found too.
"""

from __future__ import annotations

import base64
import contextlib
import html
import io
import logging
import re
import traceback
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import cast
from urllib.parse import quote

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import define, field

from abclient.testing import Sandbox

from .clients import SECRET, TOKEN

SHORTEST = 8
"""A shorter credential would be found in any text, by chance."""

_SIGNATURE = re.compile(r"Signature=[0-9a-f]{64}")
_HEXADECIMAL = re.compile(r"[0-9a-f]{64}")
_BATCH = 2_000


@define
class Totals:
    """How much was searched, and for how much."""

    tests: int = 0
    exempt: int = 0
    records: int = 0
    texts: int = 0
    files: int = 0
    characters: int = 0
    signatures: int = 0


@define
class Search:
    """What is searched for, how much was searched, and where something was found since the last ``take``."""

    totals: Totals = field(factory=Totals)
    credentials: set[str] = field(factory=set[str], repr=False)
    _variants: set[str] = field(factory=set[str], repr=False)
    _signatures: set[str] = field(factory=set[str], repr=False)
    _found: dict[str, None] = field(factory=dict[str, None])  # a set that keeps its order
    _records: list[tuple[str, str]] = field(factory=list[tuple[str, str]], repr=False)
    _files: set[tuple[Path, int, int]] = field(factory=set[tuple[Path, int, int]])

    def __attrs_post_init__(self) -> None:
        for public in (Sandbox.token, "sandbox-secret", TOKEN, SECRET):
            self.know(public)

    def know(self, credential: str) -> None:
        """From now on, look for this credential, in every form that something might be written in."""
        if len(credential) >= SHORTEST and credential not in self.credentials:
            self.credentials.add(credential)
            encoded = base64.b64encode(credential.encode()).decode().rstrip("=")
            self._variants |= {credential, quote(credential, safe=""), html.escape(credential), encoded}

    def know_signature(self, header: str) -> None:
        """From now on, look for the signature in this header."""
        before = len(self._signatures)
        self._signatures.update(_HEXADECIMAL.findall(header))
        self.totals.signatures += len(self._signatures) - before

    def is_in(self, text: str) -> bool:
        """Whether a credential or a signature is in a text."""
        return (
            any(variant in text for variant in self._variants)
            or _SIGNATURE.search(text) is not None
            or (bool(self._signatures) and any(one in self._signatures for one in _HEXADECIMAL.findall(text)))
        )

    def without(self, text: str) -> str:
        """The text with every credential struck out, to be shown."""
        for variant in sorted(self._variants, key=len, reverse=True):
            text = text.replace(variant, "[credential]")
        text = _SIGNATURE.sub("Signature=[signature]", text)
        return _HEXADECIMAL.sub(lambda one: "[signature]" if one[0] in self._signatures else one[0], text)

    def text(self, where: str, text: str | bytes) -> None:
        """Search one text."""
        self.totals.texts += 1
        self._look(where, text if isinstance(text, str) else text.decode("latin-1"))

    def record(self, where: str, text: str) -> None:
        """Search the text of a log record, together with others: there are many, and most are short."""
        self.totals.records += 1
        self._records.append((where, text))
        if len(self._records) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Search the records that wait for it."""
        records, self._records = self._records, []
        whole = "\n".join(text for _, text in records)
        self.totals.characters += len(whole)
        if self.is_in(whole):
            for where, text in records:
                if self.is_in(text):
                    self._found[where] = None

    def error(self, where: str, error: BaseException) -> None:
        """Search an error and those behind it: text, repr, notes and all that they hold. Frames hold no values."""
        for one in _chain(error):
            place = f"{type(one).__name__} {where}"
            self.text(place, "\n".join((str(one), repr(one), *traceback.format_exception_only(one))))
            for name, value in vars(one).items():
                with contextlib.suppress(Exception):  # what others keep in their errors need not have a repr
                    self.text(f"{name} of {place}", repr(value))

    def files(self, directory: Path, *, but: AbstractSet[Path] = frozenset()) -> None:
        """Search the files below a directory that were not searched as they are, except below some directories."""
        for path in directory.rglob("*"):
            if path.is_symlink() or not path.is_file() or but & set(path.parents):
                continue
            with contextlib.suppress(FileNotFoundError):  # a process that was killed may still take away its own
                known = path.stat()
                key = (path, known.st_size, known.st_mtime_ns)
                if key not in self._files:
                    for text in _texts(path):
                        self._look(f"file {path.relative_to(directory)}", text)
                    self._files.add(key)
                    self.totals.files += 1

    def take(self) -> list[str]:
        """Where something was found since the last time."""
        self.flush()
        found, self._found = list(self._found), {}
        return found

    def _look(self, where: str, text: str) -> None:
        self.totals.characters += len(text)
        if self.is_in(text):
            self._found[where] = None


class Records(logging.Handler):
    """Gives every log record to a search, as it would be written, with its traceback."""

    def __init__(self, search: Search) -> None:
        super().__init__(logging.DEBUG)
        self._search = search

    def emit(self, record: logging.LogRecord) -> None:
        """Format it now, since its arguments may change."""
        self._search.record(f"log record of {record.name} at {record.levelname}", self.format(record))


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error, those of its group, and those that it came from."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [other for other in (one.__cause__, one.__context__) if other is not None]
            if isinstance(one, BaseExceptionGroup):
                waiting += cast("BaseExceptionGroup[BaseException]", one).exceptions


def _texts(path: Path) -> Iterator[str]:
    """A file as it is; of Parquet also what was compressed."""
    content = path.read_bytes()
    yield content.decode("latin-1")
    if content[:4] == b"PAR1" == content[-4:]:
        try:
            table = pq.read_table(io.BytesIO(content))  # pyright: ignore[reportUnknownMemberType]  # stubs with gaps
        except (pa.ArrowException, OSError):
            return  # some tests damage their files
        yield str(table.schema.metadata)
        yield "\n".join(str(column.to_pylist()) for column in table.columns)
