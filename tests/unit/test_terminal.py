"""Text for terminals: what commands them is marked or escaped, what is only foreign stays as it is."""

from __future__ import annotations

import json
import logging
import math

import pytest

from abclient._console.terminal import harmless, json_text, lines_of, one_line, visible
from abclient.cli._log import HarmlessFormatter

MARK = "\N{REPLACEMENT CHARACTER}"

COMMANDING = {
    "escape": "\x1b",
    "bell": "\x07",
    "backspace": "\x08",
    "carriage return": "\r",
    "line end": "\n",
    "tab": "\t",
    "delete": "\x7f",
    "C1 CSI": "\x9b",
    "C1 OSC": "\x9d",
    "C1 next line": "\x85",
    "soft hyphen": "\xad",
    "no-break space": "\xa0",
    "right-to-left override": "\u202e",
    "isolate": "\u2066",
    "right-to-left mark": "\u200f",
    "Arabic letter mark": "\u061c",
    "zero width space": "\u200b",
    "zero width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "Hangul filler": "\u3164",
    "grapheme joiner": "\u034f",
    "tag": "\U000e0041",
    "half a surrogate pair": "\ud83d",
    "private use": "\ue000",
    "unassigned": "\u0378",
}


@pytest.mark.parametrize("letter", COMMANDING.values(), ids=COMMANDING)
def test_what_a_terminal_would_obey(letter: str) -> None:
    """Whatever moves the cursor, turns or hides text is a mark as text, and an escape of the same value in JSON."""
    assert not visible(letter)
    assert harmless(f"a{letter}b") == f"a{MARK}b"
    assert one_line(f"a{letter}b") in {f"a{MARK}b", "a b"}
    text = json_text({f"k{letter}": [f"a{letter}b"]})
    assert letter not in text
    assert json.loads(text) == {f"k{letter}": [f"a{letter}b"]}


@pytest.mark.parametrize("text", ["plain", "Größe", "日本語", "Ω≈ç√", "\N{PARTY POPPER}", "naïve café", 'a "b" \\', ""])
def test_what_is_only_foreign(text: str) -> None:
    """Letters of any script, and emoji, are shown as they are, in JSON too."""
    assert harmless(text) == text
    assert json.loads(json_text(text)) == text
    assert text.replace("\\", "\\\\").replace('"', '\\"') in json_text(text)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("indent", [None, 2])
def test_what_json_has_no_word_for(value: float, indent: int | None) -> None:
    """Numbers that are none are null, wherever they stand; the rest stays as it is."""
    text = json_text({"a": value, "b": [value, 1.5, {"c": (value, "NaN")}], "d": 2**70}, indent=indent)

    def refuse(word: str) -> object:
        raise AssertionError(word)

    assert json.loads(text, parse_constant=refuse) == {"a": None, "b": [None, 1.5, {"c": [None, "NaN"]}], "d": 2**70}


def test_lines_of_ours_stay_lines() -> None:
    """A text of several lines keeps them; only line feeds end one."""
    assert lines_of("one\n\ttwo\rthree\u2028four") == f"one\n two{MARK}three{MARK}four"


def test_a_log_record_is_one_line_and_harmless_in_its_traceback() -> None:
    """A vendor's words in a record's message look like no other record, and command nothing in its traceback."""
    try:
        raise ValueError("bad \x1b]0;title\x07 name")
    except ValueError as error:
        record = logging.LogRecord("abclient", logging.DEBUG, "x.py", 1, "a %s", ("b\nabclient c\x9b",), None)
        record.exc_info = (ValueError, error, error.__traceback__)
    first, *others = HarmlessFormatter("%(name)s %(message)s").format(record).split("\n")
    assert first == f"abclient a b{MARK}abclient c{MARK}"
    assert others[0] == "Traceback (most recent call last):"
    assert others[-1] == f"ValueError: bad {MARK}]0;title{MARK} name"
