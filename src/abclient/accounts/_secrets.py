"""What looks like a credential, in a file that must not have any.

Credentials are random: in them, letters of both cases and digits follow each other in any order, which words, ids and
paths do not.
"""

from __future__ import annotations

import re

_SHORTEST_RANDOM = 20
"""Characters of the shortest text that is judged; vendors' tokens have 32 and more."""

_CHANGES = 0.25
"""The part of characters that are followed by another kind: of random ones in hexadecimal, 0.47; in base 62, 0.52."""

_CHANGE = re.compile(r"(?=[a-z][A-Z]|[A-Z][A-Z][a-z]|[A-Za-z][0-9]|[0-9][A-Za-z])")
"""In words in CamelCase, only the first of these occurs, once in a word."""

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_HEXADECIMAL = re.compile(r"\b(?=\d*[a-f])[0-9a-f]{32,}\b", re.IGNORECASE)
_PRIVATE_KEY = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY")
_WORD = re.compile(r"[^\s\"'`,;()\[\]{}<>#=]+")
_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PATH = re.compile(r"(?:\.{1,2}|~\w*|[A-Za-z]:)?[/\\]")


def has_credential(text: str) -> bool:
    """Whether any word of a text looks like a credential."""
    return bool(_PRIVATE_KEY.search(text)) or any(map(_is_credential, _WORD.findall(text)))


def _is_credential(word: str) -> bool:
    if _URL.match(word):
        # Tenants' ids in a URL are often UUIDs.
        return "@" in word or any(map(_is_random, re.split(r"[/?&]", _UUID.sub("", word))))
    if _PATH.match(word):
        return False
    return bool(_UUID.search(word) or _HEXADECIMAL.search(word)) or _is_random(word)


def _is_random(word: str) -> bool:
    length = sum(map(str.isalnum, word))
    return length >= _SHORTEST_RANDOM and len(_CHANGE.findall(word)) >= _CHANGES * length
