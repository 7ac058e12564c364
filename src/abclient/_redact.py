"""Redacts credentials from everything that a vendor, a gateway or a library may have repeated, in any encoding.

Texts are decoded as JSON, URLs, HTML, UTF-16 and UTF-32, nested in each other as well; a secret found there is redacted
in the text as it came. All encodings are known here, for everything that an error keeps: a message, a header's name or
value, a body, a link, a cause.
"""

from __future__ import annotations

import re
import zlib
from base64 import b64encode, urlsafe_b64encode
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, TypeGuard, cast

MARK = "***"

_MIN_SECRET_CHARS = 4
"""A shorter secret would be found in many texts by chance."""

_MIN_PIECE_CHARS = 16
"""A piece of a secret that is this long is redacted, too: the secret may have been cut before it was repeated."""

_BLOCK_CHARS = _MIN_PIECE_CHARS // 2
_MAX_NESTING = 5
"""How many encodings inside of each other are decoded, such as JSON in a URL in JSON."""

_MAX_INFLATED_BYTES = 4 * 1024 * 1024
"""How much of a compressed body is searched."""

_OTHERWISE_COMPRESSED = re.compile(rb"\x28\xb5\x2f\xfd|BZh[1-9]1AY&SY|\xfd7zXZ\x00").match
"""The first bytes of Zstandard, bzip2 and xz."""

_SPELLED = re.compile(
    # Backslashes are taken from the first to the last, else a long row of them would be read again for each.
    r"(?:%(?:25)*(?:u00)?|(?<!\\)\\++(?:x|u00|U000000))(?P<hex>[0-7][0-9a-fA-F])"
    r"|(?<!\\)\\++(?:u\{0{0,8}(?P<braced>[0-9a-fA-F]{1,2})\}|(?P<octal>[01][0-7]{2}))"
    r"|&(?P<entity>#?[0-9A-Za-z]{1,31};?)"
    r"|=3(?P<equals>[Dd])|=\r?\n"
    r"|(?<!\\)\\++(?P<escaped>[^\x00-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff])"
    r"|[\x00-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff]+",
    re.DOTALL,
)
_SPECIAL = re.compile(r"[%\\&=\x00-\x1f\x7f\xad\u200b-\u200f\u2060\ufeff]")
"""A text without any of these has nothing to decode, which is seen ten times faster."""

_CUT_SPELLING = re.compile(r"(?:%(?:25)*(?:u0?0?)?[0-7]?|\\+(?:[uU]0{0,6}|x)?[0-7]?|&#?\w{0,31}|=3?)\Z")
_LATIN = "latin-1"  # every byte is the character of its number
_LONG_WORDS = re.compile(r"[^\s=,]{32,}").findall
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


class _Reading(NamedTuple):
    """A decoded text, and where its segments come from.

    Attributes:
        text: the decoded text, in lower case.
        at: where in ``text`` its segments begin.
        source: where in the original text they begin.
        spelled: which segments were encoded; never the last.
    """

    text: str
    at: list[int]
    source: list[int]
    spelled: list[bool]

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """The range in the original text of one in the decoded text."""
        first, last = bisect_right(self.at, start) - 1, bisect_right(self.at, end - 1) - 1
        begins = self.source[first] + (0 if self.spelled[first] else start - self.at[first])
        ends = self.source[last + 1] if self.spelled[last] else self.source[last] + end - self.at[last]
        return begins, ends


def _character(found: re.Match[str]) -> str | None:
    """The character of an encoding; "" for nothing, None if it is not one."""
    kind = found.lastgroup
    text = found.group(kind) if kind else ""
    if kind in ("hex", "braced"):
        return chr(int(text, 16))
    if kind == "octal":
        return chr(int(text, 8))
    if kind == "entity":
        from html import unescape  # brings a table of all entities, and is needed only where there is one

        meant = unescape(found.group())
        return None if meant == found.group() else meant
    if kind == "equals":
        return "="
    return "" if text in "nrtbfv" else text


def _read(text: str) -> _Reading:
    """The text with one level of encodings decoded."""
    parts: list[str] = []
    at, source, spelled = list[int](), list[int](), list[bool]()
    length = begin = 0

    def add(part: str, start: int, is_spelled: bool) -> None:
        nonlocal length
        parts.append(part)
        at.append(length)
        source.append(start)
        spelled.append(is_spelled)
        length += len(part)

    for found in _SPELLED.finditer(text):
        character = _character(found)
        if character is not None:
            add(text[begin : found.start()], begin, False)
            add(character, found.start(), True)
            begin = found.end()
    add(text[begin:], begin, False)
    return _Reading("".join(parts), at, source, spelled)


class _Needle(NamedTuple):
    """One encoding of a secret, in lower case, and the blocks of which every long piece of it contains one."""

    text: str
    least: int
    blocks: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, text: str) -> _Needle:
        if len(text) < _MIN_PIECE_CHARS:
            return cls(text, len(text), ((0, text),))
        starts = range(0, len(text) - _BLOCK_CHARS, _BLOCK_CHARS)
        return cls(text, _MIN_PIECE_CHARS, tuple((start, text[start : start + _BLOCK_CHARS]) for start in starts))

    def find_all(self, text: str) -> Iterator[tuple[int, int]]:
        """The ranges of it, and of long pieces of it."""
        for offset, block in self.blocks:
            at = text.find(block)
            while at >= 0:
                start, end = self._whole(text, at, offset, len(block))
                if end - start >= self.least:
                    yield start, end
                at = text.find(block, end)

    def _whole(self, text: str, at: int, offset: int, length: int) -> tuple[int, int]:
        """The whole range around a block that equals it."""
        start, end, here = at, at + length, offset
        while start and here and text[start - 1] == self.text[here - 1]:
            start, here = start - 1, here - 1
        here = offset + length
        while end < len(text) and here < len(self.text) and text[end] == self.text[here]:
            end, here = end + 1, here + 1
        return start, end

    def prefix_length_at(self, text: str, end: int) -> int:
        """How much of its beginning the text up to there ends with."""
        for length in range(min(len(self.text), end), 0, -1):
            if text.endswith(self.text[:length], 0, end):
                return length
        return 0


def _encodings(secret: str) -> Iterator[str]:
    """The encodings of a secret that are searched for, besides those that are decoded anyway."""
    yield secret
    said = secret
    for _ in range(_MAX_NESTING):
        said = _read(said).text
    yield said  # what is left of it where a part of it looks like an encoding
    content = secret.encode(errors="surrogatepass")
    yield content.decode(_LATIN)
    yield content.hex()
    for encode in (b64encode, urlsafe_b64encode):
        # Within a longer text it begins at any of three positions; those that depend on its neighbors are left out.
        for before, first in enumerate((0, 2, 3)):
            whole = (before + len(content)) * 8 // 6
            yield encode(bytes(before) + content).decode()[first:whole]


@lru_cache(maxsize=64)
def _needles(secret: str) -> tuple[_Needle, ...]:
    forms = {form.translate(_LOWER) for form in _encodings(secret)}
    return tuple(_Needle.of(form) for form in sorted(forms) if len(form) >= _MIN_SECRET_CHARS)


class Redactor:
    """Redacts a set of secrets from texts, bytes and errors."""

    __slots__ = ("_blocks", "_needles", "_secrets")

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets: tuple[str, ...] = tuple(dict.fromkeys(one for one in secrets if len(one) >= _MIN_SECRET_CHARS))
        self._needles: tuple[_Needle, ...] = tuple(needle for one in self._secrets for needle in _needles(one))
        self._blocks: tuple[str, ...] = tuple(block for needle in self._needles for _, block in needle.blocks)

    def __repr__(self) -> str:
        return f"<Redactor of {len(self._secrets)} secrets>"

    def including(self, secrets: Iterable[str]) -> Redactor:
        """One that redacts these as well."""
        more = [one for one in secrets if one not in self._secrets]
        return Redactor((*self._secrets, *more)) if more else self

    def text(self, text: str, *, cut: bool = False) -> str:
        """The text with every secret in it replaced by ``***``.

        Args:
            text: the text.
            cut: it was cut at its end, where the beginning of a secret may stand; that is redacted, however short.
        """
        if not cut and self._is_harmless(text):
            return text
        places = sorted(self._places_at_cut(text) if cut else self._places(text))
        if not places:
            return text
        parts, done = list[str](), 0
        for start, end in places:
            if end > done:
                if start > done or not parts:
                    parts += (text[done:start], MARK)
                done = end
        return "".join((*parts, text[done:]))

    def content(self, content: bytes, *, cut: bool = False) -> bytes:
        """As ``text`` of bytes, in any character set; compressed bytes that hold a secret are replaced as a whole."""
        inside = inflated(content)
        if inside is None or (inside is not content and self.contains_secret(inside.decode(_LATIN))):
            return MARK.encode()
        text = content.decode(_LATIN)
        said = self.text(text, cut=cut)
        return content if said is text else said.encode(_LATIN)

    def contains_secret(self, text: str) -> bool:
        """Whether there is a secret in the text."""
        return not self._is_harmless(text) and next(self._places(text), None) is not None

    def _is_harmless(self, text: str) -> bool:
        """Whether it is obvious that there is no secret, as in nearly every path and id."""
        if not text.isascii() or _SPECIAL.search(text):
            return False
        lowered = text.lower()
        return not [block for block in self._blocks if block in lowered]  # mostly none; `any` takes twice as long

    def value(self, value: Any) -> Any:
        """The same for everything that an error keeps: texts, bytes, and containers of them."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, bytes):
            return self.content(value)
        if _is_map(value):
            return {self.value(key): self.value(one) for key, one in value.items()}
        return self._row(value) if type(value) is tuple or type(value) is list else value

    def _row(self, values: Any) -> Any:
        return type(values)([self.value(one) for one in values])

    def error(self, error: BaseException) -> None:
        """Redact everything that an error of ours keeps; drop its cause, if that holds a secret."""
        error.args = self.value(error.args)
        attributes = vars(error)
        for name, value in attributes.items():
            attributes[name] = self.value(value)
        self.cut_causes(error)

    def cut_causes(self, error: BaseException) -> None:
        """Drop its cause, or the cause of that, where it holds a secret."""
        waiting, seen = [error], set[int]()
        while waiting:
            one = waiting.pop()
            seen.add(id(one))
            waiting += _members(one)
            suppressed = one.__suppress_context__
            for name in ("__cause__", "__context__"):
                inner: BaseException | None = getattr(one, name)
                if inner is not None and id(inner) not in seen:
                    if self.error_contains_secret(inner):
                        setattr(one, name, None)
                    else:
                        waiting.append(inner)
            one.__suppress_context__ = suppressed  # setting a cause sets this, too

    def error_contains_secret(self, error: BaseException) -> bool:
        """Whether there is a secret in an error, apart from its cause."""
        try:
            if self.contains_secret("\n".join((str(error), repr(error), repr(vars(error))))):
                return True
        except Exception:  # it cannot be examined
            return True
        return any(map(self.error_contains_secret, _members(error)))

    def _places_at_cut(self, text: str) -> Iterator[tuple[int, int]]:
        """As ``_places``, and where a secret begins at the end, even if an encoding was cut there, too."""
        for kept in _ends(text):
            for start, end in self._places(text[:kept], cut=True):
                yield start, len(text) if end == kept else end

    def _places(self, text: str, *, cut: bool = False) -> Iterator[tuple[int, int]]:
        """The ranges of secrets, in any order; they may overlap."""
        readings: list[_Reading] = []
        said = text
        for _ in range(_MAX_NESTING + 1):
            lowered = said.lower() if said.isascii() else said.translate(_LOWER)  # which never changes the length
            found = [place for needle in self._needles for place in needle.find_all(lowered)]
            if cut and self._needles and (start := self._beginning(lowered)) is not None:
                found.append((start, len(lowered)))
            for start, end in found:
                for reading in reversed(readings):
                    start, end = reading.original_range(start, end)
                yield start, end
            if not _SPECIAL.search(said):
                return
            reading = _read(said)
            if len(reading.at) == 1:
                return
            readings.append(reading)
            said = reading.text

    def _beginning(self, text: str) -> int | None:
        """Where a secret begins that the end of the text cuts, even within an encoding."""
        lengths = ((end, max(needle.prefix_length_at(text, end) for needle in self._needles)) for end in _ends(text))
        return min((end - length for end, length in lengths if length), default=None)


def _ends(text: str) -> set[int]:
    """Where a text ends, with and without the encoding in which it may have been cut."""
    spelling = _CUT_SPELLING.search(text, len(text) - 64)
    return {len(text), spelling.start() if spelling else len(text)}


def _members(error: BaseException) -> tuple[BaseException, ...]:
    """The errors of a group, as those of all addresses that were tried."""
    return cast("BaseExceptionGroup[BaseException]", error).exceptions if isinstance(error, BaseExceptionGroup) else ()


def _is_map(value: Any) -> TypeGuard[dict[Any, Any]]:
    return isinstance(value, dict)


def inflated(content: bytes) -> bytes | None:
    """Decompress gzip or zlib; other bytes are returned as they are, and None where not everything can be seen.

    That is so where they are too long, have several members, or were compressed twice or in another way.
    """
    if _OTHERWISE_COMPRESSED(content):
        return None
    if not _is_deflated(content):
        return content
    reader = zlib.decompressobj(wbits=47)
    try:
        inside = reader.decompress(content, _MAX_INFLATED_BYTES)
    except zlib.error:
        return content
    again = _is_deflated(inside) or _OTHERWISE_COMPRESSED(inside)
    return None if again or reader.unconsumed_tail or reader.unused_data else inside


def _is_deflated(content: bytes) -> bool:
    return content[:2] == b"\x1f\x8b" or (content[:1] == b"\x78" and int.from_bytes(content[:2]) % 31 == 0)


def secrets_in_authorization(headers: Iterable[tuple[str, str]]) -> list[str]:
    """The words of a request's ``Authorization`` that may be signatures, made for it alone."""
    return [word for name, value in headers if name.lower() == "authorization" for word in _LONG_WORDS(value)]


_HARMLESS_HEADERS = {
    *("accept", "accept-encoding", "accept-language", "cache-control", "connection", "content-type", "from"),
    *("ld-api-version", "origin", "referer", "traceparent", "tracestate", "user-agent"),
    *("x-request-id", "request-id", "x-correlation-id"),
}
"""Their values are not secret, and worth seeing in an error."""

_CREDENTIAL = re.compile(r"auth|cookie|key|pass|secret|session|sign|token", re.IGNORECASE)


def secrets_in_headers(headers: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Possible credentials in the user's own headers: whole values, and the words in them."""
    for name, value in headers:
        if name.lower() in _HARMLESS_HEADERS:
            continue
        least = _MIN_SECRET_CHARS if _CREDENTIAL.search(name) else 2 * _MIN_SECRET_CHARS
        items = [item for item in re.split(r"[\s,;\"]+", value) if item]
        if len(items) > 1 and items[0].isalpha():  # such as Bearer
            del items[0]
        yield from (one for item in (value, *items) for one in (item, item.partition("=")[2]) if len(one) >= least)
        scheme, _, credentials = value.partition(" ")
        if scheme.lower() == "basic":
            yield from _basic(credentials)


def _basic(credentials: str) -> Iterator[str]:
    from base64 import b64decode

    try:
        both = b64decode(credentials).decode(errors="replace")
    except ValueError:
        return
    yield both
    yield both.partition(":")[2]
