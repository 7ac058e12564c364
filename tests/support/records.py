"""Files of an export's record, edited."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from abclient.export._hidden import hidden, revealed
from abclient.export._seal import SEAL, members_of, sealed


def sealed_json(document: dict[str, Any]) -> bytes:
    """The document with the checksum that belongs to it, as only an export would have written it."""
    members = {name: value for name, value in document.items() if name != SEAL}
    return sealed((json.dumps(members).encode()[1:],))


def unsealed_json(document: dict[str, Any]) -> bytes:
    """The document without a checksum, as earlier versions wrote it."""
    return json.dumps({name: value for name, value in document.items() if name != SEAL}).encode()


def sealed_anew(path: Path, *changes: tuple[str, str]) -> None:
    """Replace texts in a file, and its checksum by the one that belongs to it then."""
    content, beside_parquet = path.read_bytes(), path.suffix == ".parquet"
    members = members_of(revealed(content) if beside_parquet else content)
    for before, after in changes:
        assert before.encode() in members
        members = members.replace(before.encode(), after.encode())
    path.write_bytes(hidden(sealed((members,))) if beside_parquet else sealed((members,)))
