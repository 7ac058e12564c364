"""What was done to a published document, and what a person has to decide: each with the places that it concerns."""

from __future__ import annotations

from collections.abc import Iterable

CHANGED, GUESSED, LEFT_OUT, DECIDE = "changed", "guessed", "left out", "to decide"
_ORDER = (CHANGED, GUESSED, LEFT_OUT, DECIDE)


class Report:
    """Notes, by kind and subject, in the order in which they were made."""

    def __init__(self) -> None:
        self._notes: dict[tuple[str, str], dict[str, None]] = {}

    def note(self, kind: str, subject: str, place: str) -> None:
        """Note something of a place; the same twice counts once."""
        self._notes.setdefault((kind, subject), {})[place] = None

    def count(self, kind: str) -> int:
        """How many places are noted of a kind."""
        return sum(len(places) for (noted, _), places in self._notes.items() if noted == kind)

    def lines(self) -> Iterable[str]:
        """All of it: a line for each subject, and below it one for each place; what is to decide comes last."""
        for kind in _ORDER:
            for (noted, subject), places in self._notes.items():
                if noted == kind:
                    yield f"{kind}: {subject} ({len(places)})"
                    yield from (f"  {place}" for place in places if place)
