"""JSON that begins with a checksum of itself, so that whatever damages it is found.

Without it, only a search for names that are there twice would find some damage, and that search takes three times as
long as reading does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

SEAL = "sha256"
"""The name of the first member, which is the checksum."""

_HEAD = b'{"sha256": "%s", '
_LENGTH = len(_HEAD % b"".zfill(64))


def sealed(members: Iterable[bytes]) -> bytes:
    """An object of JSON that begins with the checksum of what follows.

    Args:
        members: the JSON of its other members, from the first name to the last brace, in pieces.
    """
    pieces, digest = [b""], hashlib.sha256()
    for piece in members:
        digest.update(piece)
        pieces.append(piece)
    pieces[0] = _HEAD % digest.hexdigest().encode()
    return b"".join(pieces)


def is_sealed(content: bytes) -> bool:
    """Whether it begins with a checksum; raises ValueError if that is not the one of what follows."""
    if not content.startswith(_HEAD.partition(b"%s")[0]):
        return False
    rest = memoryview(content)[_LENGTH:]
    if content[:_LENGTH] != _HEAD % hashlib.sha256(rest).hexdigest().encode():
        raise ValueError("its checksum is not that of what it says")
    return True


def members_of(content: bytes) -> bytes:
    """What follows the checksum, as ``sealed`` takes it."""
    return content[_LENGTH:]
