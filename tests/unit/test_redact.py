"""Secrets are struck out of texts, bytes and errors, however they are spelled."""

from __future__ import annotations

import base64
import bz2
import gzip
import html
import json
import lzma
import traceback
import zlib
from collections.abc import Callable
from itertools import pairwise, product
from typing import Any
from urllib.parse import quote

import pytest

from abclient import _redact, errors
from abclient._redact import MARK, Redactor, inflated, secrets_in_authorization, secrets_in_headers

UUID_LIKE = "api-01ab23cd-45ef-67ab-89cd-0123456789ef"
SYMBOLS = "2:Zk9/abcdefghij+klmno_pqrstuvwxyz-012345=="
HOSTILE = r"a%41b%20c&ltd\n/x1&amp;\u0041=3D"
SHORT = "sh0rt-1"


@pytest.fixture(autouse=True)
def _no_needles() -> None:
    """Every test looks for its secrets itself, and takes nothing over that an earlier one made of them."""
    _redact._needles.cache_clear()  # pyright: ignore[reportPrivateUsage]  # its parts are tested, too


def escapes(template: str) -> Callable[[str], str]:
    """Every character by its code."""
    return lambda secret: "".join(template.format(ord(character)) for character in secret)


def encoded(encoding: str) -> Callable[[str], str]:
    return lambda secret: secret.encode(encoding).decode("latin-1")


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "upper": str.upper,
    "json": lambda secret: json.dumps(secret)[1:-1],
    "php": lambda secret: json.dumps(secret)[1:-1].replace("/", r"\/"),
    "json-all": escapes(r"\u{:04x}"),
    "json-all-upper": escapes(r"\u{:04X}"),
    "json-in-json": lambda secret: json.dumps(json.dumps(escapes(r"\u{:04x}")(secret))[1:-1])[1:-1],
    "javascript": escapes(r"\x{:02x}"),
    "braces": lambda secret: "".join(rf"\u{{{ord(character):x}}}" for character in secret),
    "octal": escapes(r"\{:03o}"),
    "percent": lambda secret: quote(secret, safe=""),
    "percent-all": escapes("%{:02x}"),
    "percent-twice": lambda secret: quote(quote(secret, safe=""), safe=""),
    "percent-all-twice": escapes("%25{:02X}"),
    "percent-all-thrice": escapes("%2525{:02X}"),
    "percent-u": escapes("%u{:04x}"),
    "html": html.escape,
    "entities": escapes("&#{};"),
    "entities-hex": escapes("&#x{:X};"),
    "entities-twice": escapes("&amp;#{};"),
    "utf-16-le": encoded("utf-16-le"),
    "utf-16-be": encoded("utf-16-be"),
    "utf-32": encoded("utf-32-le"),
    "repr-of-utf-16": lambda secret: repr(secret.encode("utf-16-le"))[2:-1],
    "wrapped": lambda secret: f"{secret[:4]}\r\n{secret[4:]}",
    "wrapped-in-json": lambda secret: rf"{secret[:4]}\n{secret[4:]}",
    "soft-hyphens": lambda secret: "\xad".join(secret),
    "hex": lambda secret: secret.encode().hex(),
    "base64": lambda secret: base64.b64encode(secret.encode()).decode(),
    "base64-url": lambda secret: base64.urlsafe_b64encode(b"{}" + secret.encode() + b"?").decode(),
    "base64-of-one-more": lambda secret: base64.b64encode(b":" + secret.encode()).decode(),
    "base64-of-a-pair": lambda secret: base64.b64encode(b"me:" + secret.encode() + b"!").decode(),
    "base64-in-percent": lambda secret: quote(quote(base64.b64encode(secret.encode()).decode(), safe=""), safe=""),
}


SECRETS = {"uuid": UUID_LIKE, "symbols": SYMBOLS, "hostile": HOSTILE, "short": SHORT}
# Backslashes of the secret itself cannot be told from those of the repr.
INDISTINCT = {("repr-of-utf-16", "hostile")}


@pytest.mark.parametrize(("spelling", "name"), [pair for pair in product(SPELLINGS, SECRETS) if pair not in INDISTINCT])
def test_a_secret_is_struck_out_in_every_spelling(spelling: str, name: str) -> None:
    """Three stars stand where it stood, and nothing but its frame is left; of bytes as well."""
    secret = SECRETS[name]
    written = SPELLINGS[spelling](secret)
    redactor = Redactor(["another-secret", secret])
    for before, after in (("no ", " and"), ("<", ">"), ("", "")):
        text = redactor.text(f"{before}{written}{after}")
        assert text.startswith(before)
        assert text.endswith(after)
        assert MARK in text
        # Of base64, the characters that its neighbours have a part in stay; of UTF-16, half of a character.
        left = text[len(before) : len(text) - len(after)].replace(MARK, "")
        assert len(left) <= 12
    content = f"{written}".encode("latin-1")
    assert MARK.encode() in redactor.content(b"{" + content + b"}")


def inside(before: bytes, after: bytes) -> str:
    """The short secret in base64, with something before and after it."""
    return base64.b64encode(before + SHORT.encode() + after).decode()


PLACES: list[tuple[str, str, str]] = [
    (SHORT, f"{SHORT}%20x", "***%20x"),
    (SHORT, f"s{SHORT}1", "s***1"),
    (SHORT, "%41 sh%30rt-1", "%41 ***"),
    (SHORT, "<sh0rt-%31>", "<***>"),
    (SHORT, r"<sh\u{30}rt-1>", "<***>"),
    (SHORT, r"<sh\60rt-1>", r"<sh\60rt-1>"),
    (SHORT, r"<sh\060rt-1>", "<***>"),
    ("seXret", r"<se\Xret>", "<***>"),
    ("S\xc9CRET-\xdc", "<S\xc9CRET-\xdc>", "<***>"),
    ("jabcdef", "<&fjlig;abcdef>", "<***>"),
    ("abcdef", "<&fjlig;abcdef>", "<&fjlig;***>"),
    ("foo-12345", "a&foo-12345", "a&***"),
    ("ab=cd=ef", "<ab=3Dcd=3def>", "<***>"),
    ("sec\udcffret", "<sec\udcffret>", "<***>"),
    ("0123456789abcdefg", "<123456789abcdefg>", "<***>"),
    (SHORT, inside(b"", b"!"), "***" + inside(b"", b"!")[9:]),
    (SHORT, inside(b":", b"!"), inside(b":", b"!")[:2] + "***" + inside(b":", b"!")[10:]),
    (SHORT, inside(b"::", b"!"), inside(b"::", b"!")[:3] + "***" + inside(b"::", b"!")[12:]),
]


@pytest.mark.parametrize(("secret", "text", "expected"), PLACES)
def test_what_is_struck_out_is_the_secret_alone(secret: str, text: str, expected: str) -> None:
    """From the first character of its spelling to the last; what stands beside it stays as it was written."""
    assert Redactor([secret]).text(text) == expected


def test_all_ways_of_writing_a_secret_are_struck_out_of_one_text() -> None:
    """Side by side, each for itself."""
    written = list(_redact._encodings(SHORT))  # pyright: ignore[reportPrivateUsage]  # its parts are tested, too
    assert Redactor([SHORT]).text(" ".join(written)) == " ".join([MARK] * len(written))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("s", "***"),
        ("", ""),
        ("%", "%"),
        (f"so {SHORT[:3]}%3", "so ***"),
        (f"{SHORT} and s", "*** and ***"),
        (f"so {SHORT}", "so ***"),
        (r"so s\u0068\u00", "so ***"),
        (r"so s%5Cu00", "so ***"),
        ("so s" + "\\" * 128, "so ***"),
        ("so s" + "\\" * 129, "so s" + "\\" * 129),
    ],
    ids=range(10),
)
def test_what_is_struck_out_of_a_cut_text(text: str, expected: str) -> None:
    """What a secret may have begun with, and the spelling in which it was cut if that is not endless."""
    assert Redactor([SHORT]).text(text, cut=True) == expected


@pytest.mark.parametrize("more", [b"", b"\xff"])
def test_bytes_that_were_cut_say_so(more: bytes) -> None:
    """The beginning of a secret at the end of bytes goes if they were cut, and only then."""
    content = more + b"so " + SHORT[:3].encode()
    assert Redactor([SHORT]).content(content) is content
    assert Redactor([SHORT]).content(content, cut=True) == more + b"so ***"


def test_what_holds_no_secret_stays_as_it_is() -> None:
    """The very same text and bytes, whatever is spelled in them."""
    redactor = Redactor([UUID_LIKE])
    text = r'{"a": "\u00e9 %41 &amp; \n", "b": "api-01ab23cd"}'
    content = text.encode()
    assert redactor.text(text) is text
    assert redactor.content(content) is content
    assert redactor.text(text, cut=True) == text
    assert not redactor.contains_secret(text)


@pytest.mark.parametrize(
    ("piece", "gone"),
    [
        (UUID_LIKE[:16], True),
        (UUID_LIKE[:15], False),
        (UUID_LIKE[-16:], True),
        (UUID_LIKE[9:25], True),
        (UUID_LIKE[:20] + "..." + UUID_LIKE[20:], True),
        (UUID_LIKE[:8], False),
    ],
)
def test_a_long_piece_of_a_secret_is_struck_out(piece: str, gone: bool) -> None:
    """Sixteen of its characters, from wherever: the vendor may have cut it. Fewer are what vendors show on purpose."""
    text = Redactor([UUID_LIKE]).text(f"x {piece} y")
    assert (piece[:15] not in text) is gone
    assert text.startswith("x ")
    assert text.endswith(" y")


@pytest.mark.parametrize(
    ("length", "blocks"),
    [(15, [(0, 15)]), (16, [(0, 8)]), (17, [(0, 8), (8, 8)]), (32, [(0, 8), (8, 8), (16, 8)])],
)
def test_a_long_secret_is_looked_for_by_few_blocks(length: int, blocks: list[tuple[int, int]]) -> None:
    """As many as it takes that one of them stands in each of its pieces: every text is searched for every block."""
    needle = _redact._Needle.of("x" * length)  # pyright: ignore[reportPrivateUsage]  # its parts are tested, too
    assert [(start, len(block)) for start, block in needle.blocks] == blocks


def test_a_short_secret_is_struck_out_whole_alone() -> None:
    """Of one of up to 16 characters nothing shorter is taken for it; what is shorter than four is none."""
    redactor = Redactor(["0123456789abcdef", "sandbox-token", "abc", ""])
    assert redactor.text("0123456789abcde sandbox-toke sandbox- abc") == "0123456789abcde sandbox-toke sandbox- abc"
    assert redactor.text("0123456789ABCDEF sandbox-token!") == "*** ***!"
    assert repr(redactor) == "<Redactor of 2 secrets>"
    assert Redactor(["abcd"]).text("xabcdx") == "x***x"


@pytest.mark.parametrize("spelling", ["plain", "json-all", "percent-all-twice", "entities", "json-in-json", "hex"])
@pytest.mark.parametrize("secret", [UUID_LIKE, SHORT])
def test_no_beginning_of_a_secret_stays_where_a_text_was_cut(secret: str, spelling: str) -> None:
    """However little of it is left, and be it in the middle of a spelling."""
    written = SPELLINGS[spelling](secret)
    for length in range(len(written)):
        text = Redactor([secret]).text(f"so {written[:length]}", cut=True)
        left = text.removeprefix("so ")
        assert left in ("", MARK) or not any(SPELLINGS[spelling](one) in left for one in secret[:1]), (length, text)


def test_every_echo_in_a_text_is_struck_out() -> None:
    """Side by side, one inside of another's spelling, and those of several secrets."""
    redactor = Redactor([UUID_LIKE, SHORT])
    assert redactor.text(f"{UUID_LIKE}{UUID_LIKE} {SHORT}%73h0rt-1;{UUID_LIKE}") == "*** ***;***"
    assert redactor.text(f'{{"a": "{UUID_LIKE}", "é": "{quote(SHORT)}"}}') == '{"a": "***", "é": "***"}'


def test_reading_ends() -> None:
    """Spellings inside of each other are read five deep; what is deeper stays."""
    text = SHORT
    for _ in range(5):
        text = text.replace("&", "&amp;").replace("h", "&#104;")
    assert Redactor([SHORT]).text(text) == "***"
    deeper = text.replace("&", "&amp;")
    assert Redactor([SHORT]).text(deeper) == deeper


@pytest.mark.parametrize(
    "unit", ["\\", "%25", "%", "&", "&amp;", "=3D", "\0", "25", "\\u00", UUID_LIKE[:8], "aaaaaaaa"]
)
def test_reading_takes_no_longer_than_the_text_is(unit: str) -> None:
    """A text made to be read again and again is read within the seconds that a test has."""
    redactor = Redactor([UUID_LIKE, "a" * 40])
    text = unit * (50_000 // len(unit))
    for hostile in (text, f"%{text}", f"\\{text}\n"):
        redactor.text(hostile)
        redactor.text(hostile, cut=True)


def test_a_redactor_learns_more_secrets() -> None:
    """The one that knows them already is the same; the other is left as it was."""
    redactor = Redactor([SHORT])
    assert redactor.including([SHORT]) is redactor
    assert redactor.including([SHORT, UUID_LIKE]).text(f"{SHORT} {UUID_LIKE}") == "*** ***"
    assert redactor.text(f"{SHORT} {UUID_LIKE}") == f"*** {UUID_LIKE}"


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (gzip.compress(f"no {SHORT}".encode(), mtime=0), False),
        (zlib.compress(f"no {SHORT}".encode()), False),
        (gzip.compress(b"nothing", mtime=0), True),
        (b"\x28\xb5\x2f\xfd\x04\x00", False),
        (b"\x1f\x8bno gzip", True),
        (b"x\x9cno zlib", True),
        (b"x9 is no header of zlib", True),
        (gzip.compress(b"first member") + gzip.compress(SHORT.encode()), False),
        (gzip.compress(gzip.compress(SHORT.encode())), False),
        (gzip.compress(bz2.compress(SHORT.encode())), False),
        (gzip.compress(bytes(5_000_000) + SHORT.encode()), False),
        (bz2.compress(SHORT.encode()), False),
        (lzma.compress(SHORT.encode()), False),
        (b"BZh is no bzip2", True),
    ],
    ids=lambda one: "" if isinstance(one, bytes) else None,  # the bytes hold the time
)
def test_compressed_bytes_are_looked_into(content: bytes, kept: bool) -> None:
    """Those that hold a secret, or cannot be looked into, are left out whole."""
    assert Redactor([SHORT]).content(content) == (content if kept else MARK.encode())


def test_what_is_inflated_is_bounded() -> None:
    """A bomb is read for its first four megabytes, and what is as long to its end."""
    assert inflated(gzip.compress(bytes(10_000_000))) is None
    assert inflated(gzip.compress(bytes(4 * 1024 * 1024))) == bytes(4 * 1024 * 1024)


class Plain(Exception):
    """An error of somebody else."""


class Told(Exception):
    """One that says more than its repr does."""

    def __str__(self) -> str:
        return f"no {SHORT}"

    def __repr__(self) -> str:
        return "Told()"


class Mute(Exception):
    """One that cannot be shown."""

    def __repr__(self) -> str:
        raise ValueError


def test_an_error_loses_its_secrets_wherever_it_keeps_them() -> None:
    """Arguments, attributes, keys, lists, bytes; what is none of these stays as it is."""
    marker = object()
    error = errors.PagingError(f"at {SHORT}", page_token=f"?k={SHORT}")
    vars(error).update(more={f"x-{SHORT}": [SHORT.encode(), 5]}, pair=(SHORT, None), other=marker)
    Redactor([SHORT]).error(error)
    assert (error.args, error.message, error.page_token) == (("at ***",), "at ***", "?k=***")
    assert vars(error)["more"] == {"x-***": [b"***", 5]}
    assert (vars(error)["pair"], vars(error)["other"]) == (("***", None), marker)


def chain(*links: BaseException) -> BaseException:
    for outer, inner in pairwise(links):
        outer.__context__ = inner
    return links[0]


def test_causes_that_show_a_secret_are_cut_off() -> None:
    """In either chain, with what is behind them; harmless ones stay, and what was suppressed stays suppressed."""
    redactor = Redactor([SHORT])
    harmless, told, hidden = Plain("x"), Plain(f"no {SHORT}"), Plain("y")
    hidden.__cause__ = told
    error = chain(Plain("top"), harmless, hidden)
    setattr(error, "__cause__", Mute())  # noqa: B010  # else mypy believes that it stays
    redactor.error(error)
    assert (error.__cause__, error.__context__, error.__suppress_context__) == (None, harmless, True)
    assert (harmless.__context__, harmless.__suppress_context__) == (hidden, False)
    assert hidden.__cause__ is None
    around = chain(Plain("a"), Plain("b"))
    assert around.__context__ is not None
    around.__context__.__context__ = around
    redactor.error(around)


@pytest.mark.parametrize("shown", [Told(), Plain(f"no {SHORT}"), Mute()])
def test_a_cause_is_read_in_every_way(shown: Exception) -> None:
    """As text, as repr, and for what it keeps; one that cannot be read is not kept."""
    error = chain(Plain("top"), shown)
    Redactor([SHORT]).error(error)
    assert error.__context__ is None
    keeping = Plain("x")
    vars(keeping)["request"] = SHORT
    error = chain(Plain("top"), keeping)
    Redactor([SHORT]).error(error)
    assert error.__context__ is None


def told_inside() -> BaseException:
    told, harmless = Plain("x"), Plain("y")
    vars(told)["request"] = SHORT
    return ExceptionGroup("all", [harmless, ExceptionGroup("more", [told])])


def caused_inside() -> BaseException:
    told = Plain("x")
    told.__cause__ = Plain(f"no {SHORT}")
    return ExceptionGroup("all", [Plain("y"), told])


def test_errors_in_groups_show_no_secret() -> None:
    """Neither in themselves, with which the group goes, nor in what caused them, which goes alone."""
    redactor = Redactor([SHORT])
    error = chain(Plain("top"), told_inside())
    redactor.error(error)
    assert error.__context__ is None
    group = caused_inside()
    error = chain(Plain("top"), group)
    redactor.error(error)
    assert error.__context__ is group
    assert SHORT not in "".join(traceback.format_exception(error))


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ([], []),
        ([("Authorization", "Bearer " + "a" * 40)], ["a" * 40]),
        ([("authorization", "HMAC Signature=" + "b" * 32 + ",Key=" + "c" * 32)], ["b" * 32, "c" * 32]),
        ([("AUTHORIZATION", "d" * 31)], []),
        ([("X-Request-Id", "e" * 40), ("Authorization", "f" * 40)], ["f" * 40]),
    ],
)
def test_long_words_of_the_authorization_are_secrets(headers: list[tuple[str, str]], expected: list[str]) -> None:
    """What was made for one request is found in the header that carries it, and in no other."""
    assert secrets_in_authorization(headers) == expected


@pytest.mark.parametrize(
    ("name", "value", "echoes"),
    [
        ("Authorization", "Bearer t0ken", ["t0ken"]),
        ("Proxy-Authorization", "Basic " + base64.b64encode(b"me:pa55word").decode(), ["pa55word", "me:pa55word"]),
        ("Proxy-Authorization", "Basic " + base64.b64encode(b"me:pa:55word").decode(), ["pa:55word"]),
        ("Proxy-Authorization", "Basic " + base64.b64encode(b"me:p\xe4ssword").decode(), ["p\ufffdssword"]),
        ("Proxy-Authorization", "Basic " + base64.b64encode(b"me:pa55word").decode() + " ", ["pa55word"]),
        ("X-Api-Key", "k3y!", ["k3y!"]),
        ("X-Api-Key", '"secretword"', ["secretword"]),
        ("X-Api-Key", "k3y-one, k3y-two", ["k3y-one", "k3y-two"]),
        ("X-Team", "teamwork", ["teamwork"]),
        ("Cookie", "session=abcd=efgh", ["abcd=efgh"]),
        ("Cookie", "a=1; session=s3ss; c=3", ["session=s3ss", "s3ss"]),
        ("X-Gateway", "gateway-9876", ["gateway-9876"]),
        ("CF-Access-Client-Id", "abcdef.access", ["abcdef.access"]),
        ("Authorization", "AWS Credential=AKIA1234/x, Signature=0123abcd", ["AKIA1234/x", "0123abcd"]),
    ],
)
def test_headers_of_the_users_own_may_hold_credentials(name: str, value: str, echoes: list[str]) -> None:
    """Whole values, the words in them, and the password of a pair."""
    redactor = Redactor(secrets_in_headers([(name, value)]))
    for echo in [value, *echoes]:
        assert redactor.text(f"<{echo}>") == "<***>", echo


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("User-Agent", "mine/1.0 (growth team)"),
        ("X-Request-Id", "0123456789abcdef"),
        ("X-Team", "growth"),
        ("X-Api-Key", "abc"),
        ("Authorization", "Bearer x"),
        ("Authorization", "Bearer 1"),
        ("Authorization", "Basic a"),
    ],
)
def test_what_is_no_credential_is_left_to_be_seen(name: str, value: str) -> None:
    """Names of programs and ids of requests, short words, and the word Bearer."""
    said: Any = "mine/1.0 growth 0123456789abcdef abc Bearer Basic"
    assert Redactor(secrets_in_headers([(name, value)])).text(said) == said


def test_headers_behind_one_that_tells_are_looked_at() -> None:
    """In whatever order they are sent."""
    headers = [("User-Agent", "mine/1.0"), ("X-Api-Key", "k3y!")]
    assert list(secrets_in_headers(headers)) == list(secrets_in_headers(reversed(headers))) == ["k3y!", "k3y!"]
