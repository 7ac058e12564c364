"""Lists that a notebook shows as tables; what makes these is imported when one is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias, TypeVar

T = TypeVar("T")
What: TypeAlias = Literal["items", "outcomes", "rows", "winners"]


class Listing(list[T]):
    """A list that a notebook shows as a table; in everything else it is a list.

    Args:
        items: what is in it.
        what: what these are.
    """

    __slots__ = ("_what",)

    def __init__(self, items: Iterable[T] = (), what: What = "items") -> None:
        super().__init__(items)
        self._what: What = what

    def _repr_html_(self) -> str:
        from . import _html

        render = {
            "items": _html.items_html,
            "outcomes": _html.outcomes_html,
            "rows": _html.rows_html,
            "winners": _html.winners_html,
        }
        return render[self._what](self)
