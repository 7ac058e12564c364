"""Changes of a spec as lines, as a section of a changelog, and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import evolve

from ._change import Change, Level

NOTHING = "no changes that callers can see"
_MOST_PLACES = 3
"""How many operations are named that have changed in the same way, before the others are counted."""

_SPECIAL = re.compile(r"[\\`*<>\[\]|&#~$]|(?<!\w)_|_(?!\w)")


def lines(changes: Sequence[Change]) -> list[str]:
    """A line for each change, or for each group of operations or schemas with the same one, and a summary."""
    if not changes:
        return [NOTHING]
    told = [f"{one.level.value}: {_places(where) or 'all'}: {one.what}" for one, where in _grouped(changes)]
    return [*told, summary(changes)]


def summary(changes: Sequence[Change]) -> str:
    """How many of each level there are."""
    return ", ".join(f"{count} {name}" for name, count in counts(changes).items())


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """How many of each level there are."""
    found = dict.fromkeys((level.value for level in Level), 0)
    for change in changes:
        found[change.level.value] += 1
    return found


def markdown(changes: Sequence[Change]) -> str:
    """A section of a changelog: a list below a heading for each level that there is."""
    parts: list[str] = []
    for level in Level:
        found = [
            f"- {_places([*map(_code, where)]) or 'All operations'}: {_escaped(change.what)}"
            for change, where in _grouped([one for one in changes if one.level is level])
        ]
        if found:
            parts += [f"### {level.value.capitalize()}", "", *found, ""]
    return "\n".join(parts).rstrip() or f"{NOTHING.capitalize()}."


def _escaped(text: str) -> str:
    """Text in one line, of which nothing is markup."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def _code(name: str) -> str:
    """A name as code, between more backticks than are in it."""
    line = " ".join(name.split())
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    return f"{fence} {line} {fence}" if len(fence) > 1 else f"`{line}`"


def document(changes: Sequence[Change]) -> dict[str, Any]:
    """All changes one by one, as JSON."""
    return {
        "summary": counts(changes),
        "changes": [
            {
                "level": one.level.value,
                "kind": one.kind,
                "where": one.where or None,
                "names": list(one.names),
                "what": one.what,
            }
            for one in changes
        ],
    }


def reaches(changes: Iterable[Change], level: Level) -> bool:
    """Whether there is a change of this level, or of a worse one."""
    return any(change.level.rank <= level.rank for change in changes)


def _grouped(changes: Iterable[Change]) -> list[tuple[Change, list[str]]]:
    """Changes that are the same at several places, once with all of these; what is new in one place, in one line."""
    found: dict[tuple[str, str], tuple[Change, list[str]]] = {}
    for change in _additions_together(changes):
        places = found.setdefault((change.kind, change.what), (change, []))[1]
        places += [change.where] if change.where else []
    return list(found.values())


def _additions_together(changes: Iterable[Change]) -> Iterator[Change]:
    several: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        together = change.kind.endswith(("property-added", "parameter-added")) and change.level is Level.ADDITIVE
        several.setdefault((change.kind, change.where if together else f"{change.where} {change.what}"), []).append(
            change
        )
    for same in several.values():
        first = same[0]
        if len(same) > 1:
            names = [one.names[0] for one in same]
            noun = "parameters " if first.kind == "parameter-added" else ""
            what = f"{noun}{', '.join(names[:-1])} and {names[-1]} are new"
            first = evolve(first, what=what, names=tuple(names))
        yield first


def _places(names: Sequence[str]) -> str:
    if len(names) <= _MOST_PLACES:
        return ", ".join(names)
    return f"{', '.join(names[:_MOST_PLACES])} and {len(names) - _MOST_PLACES} more"
