"""How comparisons are shown: the same words, marks and colors in the report and in plots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

Standing: TypeAlias = Literal["better", "worse", "open", "bare"]
Theme: TypeAlias = Literal["light", "dark"]

_STANDINGS: Mapping[str | None, Standing] = {
    "winner": "better",
    "better": "better",
    "loser": "worse",
    "worse": "worse",
    "inconclusive": "open",
}


class Look(NamedTuple):
    """How a standing is shown; the mark and the word tell it without the color.

    Attributes:
        mark: a character.
        words: for legends.
        colors: by theme. Blue and orange can be told apart with every common color blindness.
    """

    mark: str
    words: str
    colors: Mapping[Theme, str]


_OPEN: Mapping[Theme, str] = {"light": "#7d879b", "dark": "#8b96aa"}

LOOKS: Mapping[Standing, Look] = {
    "better": Look("\N{BLACK UP-POINTING TRIANGLE}", "better", {"light": "#1667b7", "dark": "#6cb2f5"}),
    "worse": Look("\N{BLACK DOWN-POINTING TRIANGLE}", "worse", {"light": "#b3541e", "dark": "#f09a62"}),
    "open": Look("\N{BLACK CIRCLE}", "undecided", _OPEN),
    "bare": Look("\N{WHITE CIRCLE}", "without interval and verdict", _OPEN),
}
"""For each standing, how it is shown."""

ARMS: Mapping[Theme, tuple[str, ...]] = {
    "light": ("#3b6fb6", "#7a5ea8", "#2f7f79", "#94662b", "#a34d72", "#5d6b7f"),
    "dark": ("#6f9fe0", "#ab92d8", "#5bb3ab", "#c9985a", "#d583a6", "#93a1b5"),
}
"""Colors that tell variations apart, by theme; white text can be read on the light ones."""

SURFACES: Mapping[Theme, Mapping[str, str]] = {
    "light": {
        "page": "#f5f6f8",
        "card": "#ffffff",
        "text": "#1b2130",
        "muted": "#5d6679",
        "line": "#dfe3ea",
        "warn": "#a33a12",
    },
    "dark": {
        "page": "#12151c",
        "card": "#1b2029",
        "text": "#e8ebf2",
        "muted": "#9aa5b8",
        "line": "#303848",
        "warn": "#ffa27a",
    },
}
"""The colors of everything else, by theme."""


def standing_of(verdict: str | None, low: float | None, high: float | None, direction: str | None = None) -> Standing:
    """Whether a variation is better, worse or neither: by the vendor's verdict, else by the interval.

    Args:
        verdict: as in ``ResultRow``.
        low: the lower end of the difference's interval; without a verdict, and both ends in order, nothing is known.
        high: the upper end.
        direction: the wanted direction; if unknown, more is better.
    """
    if verdict in _STANDINGS:
        return _STANDINGS[verdict]
    if low is None or high is None or low > high:
        return "bare"
    if low <= 0 <= high:
        return "open"
    return "better" if (low > 0) is (direction != "decrease") else "worse"
