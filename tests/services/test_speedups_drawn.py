"""Documents drawn from what models declare, by themselves and as damaged texts: read in C as they are in Python.

They are nested as models are, hold each other, come in any order of keys, and hold what no parser gives.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from support.cases import FACTOR
from support.noise import TOKENS, Noise
from support.speedups import Twice, difference, installed, outcome, twice

pytestmark = pytest.mark.services
place = pytest.fixture(scope="module")(installed)


@pytest.fixture(scope="module")
def both(place: Path) -> Iterator[Twice]:
    """All generated packages."""
    with twice(place) as found:
        yield found


class Text(str):
    """A key of another class than a parser's."""

    __slots__ = ()


class Items(list[Any]):
    """A list of another class."""


class Entries(dict[Any, Any]):
    """A dict of another class."""


ODD: tuple[Any, ...] = (b"x", (1,), 3 + 4j, object(), Text("x"), Items([1, None]), Entries(a=1), -(10**400), int)
KEYS: tuple[Any, ...] = (Text("id"), 5, None, ("id",), "\ud800", "")


class Drawn(Noise):
    """Draws documents.

    Args:
        seed: names the case.
        plans: the fields of every class.
        odd: whether there may be what no parser gives.
    """

    def __init__(self, seed: str, plans: dict[Any, Any], *, odd: bool) -> None:
        super().__init__(seed)
        self._plans = plans
        self._odd = odd
        self._made: list[Any] = []

    def model(self, kind: Any, depth: int) -> Any:
        """What may be an object of a class."""
        if not depth or self.odds(0.03):
            return self._single()
        if self._made and self.odds(0.06):
            return self.one_of(self._made)  # in two places, or in the place of another class's
        fields = [one for one in self._plans[kind] if one.required or self.odds(0.6)]
        if self.odds(0.3):
            self.chance.shuffle(fields)
        made = {one.key: self._within(one, one.containers, depth) for one in fields if not self.odds(0.01)}
        if self._odd and self.odds(0.05):
            made[self.one_of(KEYS)] = self._single()
        self._made.append(made)
        return Entries(made) if self._odd and self.odds(0.02) else made

    def _within(self, field: Any, containers: str, depth: int) -> Any:
        if self.odds(0.05):
            return self._single()
        if not containers:
            kind = getattr(field.each, "__self__", None)
            return self.model(kind, depth - 1) if kind in self._plans else self._single()
        inner = [self._within(field, containers[1:], depth) for _ in range(self.number(3))]
        return inner if containers[0] == "l" else {self.text("a", "b", "1999"): one for one in inner}

    def _single(self) -> Any:
        return self.one_of(ODD) if self._odd and self.odds(0.2) else self.value()

    def damaged(self, document: Any) -> Any:
        """What a parser gives of its text with a few changes, or None if it refuses each of them."""
        whole = json.dumps(document)
        for _ in range(20):
            start, end = sorted((self.number(len(whole)), self.number(len(whole))))
            token = self.one_of((*TOKENS, "null", "{}", "[]", ",", ":"))
            text = self.one_of((whole[:start] + token + whole[end:], whole[:end] + whole[start:]))
            try:
                return json.loads(text)
            except (ValueError, RecursionError):
                continue
        return None


@pytest.mark.parametrize("odd", [False, True], ids=["as parsers give them", "and others"])
def test_drawn_documents_are_read_alike(both: Twice, odd: bool) -> None:
    """Equal objects of the same values, and equal errors, also where a document is another class's."""
    plan = import_module("abclient_speedups._plan").plan
    kinds = [(slow, fast) for _, slow, fast in both.kinds()]
    plans = {fast: plan(fast, fast.from_dict.__func__).fields for _, fast in kinds}
    for case in range(3_000 * FACTOR):
        draw = Drawn(f"drawn {odd} {case}", plans, odd=odd)
        one = draw.one_of(kinds)
        document = draw.model(one[1], 1 + draw.number(3))
        pairs = [(one, document)]
        if not odd:
            damaged = draw.damaged(document)
            pairs += [(one, damaged), (draw.one_of(kinds), damaged)]
        for (slow, fast), given in pairs:
            assert difference(outcome(slow, given), outcome(fast, given), slow.__name__) is None, (case, given)


def test_what_is_drawn_is_also_read(both: Twice) -> None:
    """Else errors alone would be compared."""
    plan = import_module("abclient_speedups._plan").plan
    plans = {fast: plan(fast, fast.from_dict.__func__).fields for _, _, fast in both.kinds()}
    kinds = list(plans)
    made = [outcome(kind, Drawn(kind.__name__, plans, odd=False).model(kind, 3)) for kind in kinds]
    assert sum(isinstance(one, Exception) for one in made) in range(len(made) // 50, len(made) * 3 // 4)
