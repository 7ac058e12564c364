"""How the type of a place changes for callers, read off the annotations that the generator prints there."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import TypeAlias

from attrs import frozen

Terms: TypeAlias = "frozenset[Scalar | Known | Container]"
"""The alternatives of a type; None is one of them."""


@frozen
class Scalar:
    """A class by name: of Python, or a model."""

    name: str


@frozen
class Known:
    """One value of a ``Literal``."""

    value: str | int

    @property
    def kind(self) -> Scalar:
        """The class that it belongs to."""
        return Scalar(type(self.value).__name__)


@frozen
class Container:
    """A list, or a mapping from texts."""

    kind: str
    items: Terms


@frozen
class Aspect:
    """One way in which a type has changed.

    Attributes:
        suffix: of the kind of change.
        what: in words.
    """

    suffix: str
    what: str


NONE = Scalar("None")
NULL: Terms = frozenset({NONE})
NOTHING: Terms = frozenset()
_ANY = Scalar("Any")
_LISTS = {"list", "Sequence"}
_WIDER = {
    ("bool", "int"),
    ("bool", "float"),
    ("int", "float"),
    ("datetime.datetime", "datetime.date"),
}
_LEAST_ALIKE = 0.6
_MOST_VALUES = 8
"""How many values of an enum are named where it is new or gone as a whole."""


def parse(annotation: str, renamed: Mapping[str, str] | None = None) -> Terms:
    """The alternatives of an annotation.

    Args:
        annotation: as generated code has it.
        renamed: new names of models by their old ones.
    """
    return frozenset(_terms(ast.parse(annotation, mode="eval").body, renamed or {}))


def _terms(node: ast.expr, renamed: Mapping[str, str]) -> Iterator[Scalar | Known | Container]:
    match node:
        case ast.BinOp():
            yield from _terms(node.left, renamed)
            yield from _terms(node.right, renamed)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=inner):
            for one in inner.elts if isinstance(inner, ast.Tuple) else [inner]:
                yield Known(ast.literal_eval(one))
        case ast.Subscript(slice=ast.Tuple(elts=[_, inner])):
            yield Container("dict", frozenset(_terms(inner, renamed)))
        case ast.Subscript(value=ast.Name(id=kind), slice=inner):
            yield Container("list" if kind in _LISTS else kind, frozenset(_terms(inner, renamed)))
        case _:
            name = ast.unparse(node)
            yield Scalar(renamed.get(name, name))


def text_of(terms: Terms) -> str:
    """The type as one reads it, its alternatives in order."""
    named = sorted(one.name for one in terms if isinstance(one, Scalar) and one != NONE)
    several = sorted(
        f"dict[str, {text_of(one.items)}]" if one.kind == "dict" else f"{one.kind}[{text_of(one.items)}]"
        for one in terms
        if isinstance(one, Container)
    )
    known = frozenset(one for one in terms if isinstance(one, Known))
    literal = [f"Literal[{_listed(known)}]"] if known else []
    return " | ".join([*literal, *named, *several, *(["None"] if NONE in terms else [])])


def fits(value: Terms, place: Terms) -> bool:
    """Whether all that ``value`` may be is accepted where ``place`` is asked for.

    Lists and mappings are compared by their items, as callers meet them who loop over what they read and write down
    what they send.
    """
    return all(any(_fits(one, other) for other in place) for one in value)


def _fits(one: Scalar | Known | Container, other: Scalar | Known | Container) -> bool:
    if one == other or _ANY in (one, other):
        return True
    if isinstance(one, Known):
        return _fits(one.kind, other)
    if isinstance(one, Container) and isinstance(other, Container):
        return one.kind == other.kind and fits(one.items, other.items)
    return isinstance(one, Scalar) and isinstance(other, Scalar) and (one.name, other.name) in _WIDER


def aspects(old: Terms, new: Terms, *, sent: bool) -> Iterator[Aspect]:
    """How a type has changed, None left out, which says whether something is required, too.

    Args:
        old: the type as it was.
        new: the type as it is; names of models in both are the new ones.
        sent: whether callers give it, and do not get it.
    """
    old, new = old - {NONE}, new - {NONE}
    if old == new:
        return
    was, now = _only_items(old, new)
    if (was, now) != (old, new):
        yield from (Aspect(one.suffix, f"items: {one.what}") for one in aspects(was, now, sent=sent))
        return
    values_before, values_after = _values(old), _values(new)
    rest_before, rest_after = old - values_before, new - values_after
    if sent and rest_before == rest_after and _kinds(values_before | values_after) <= rest_after:
        return  # any other value can be given, too
    if values_before and values_after:
        yield from _values_changed(values_before, values_after)
        if rest_before != rest_after:
            yield from _type_changed(rest_before, rest_after, sent=sent)
    elif values_before != values_after and _kinds(values_before or values_after) >= (rest_before ^ rest_after):
        known = _listed(values_before or values_after)
        if values_after:
            yield Aspect("became-enum", f"has known values now: {known}")
        else:
            yield Aspect("became-free", f"may be any {text_of(new)} now, was one of {known}")
    else:
        yield from _type_changed(old, new, sent=sent)


def _only_items(old: Terms, new: Terms) -> tuple[Terms, Terms]:
    """What is inside, if nothing has changed but what a list or a mapping holds."""
    if len(old) == len(new) == 1:
        [was], [now] = old, new
        if isinstance(was, Container) and isinstance(now, Container) and was.kind == now.kind:
            return was.items, now.items
    return old, new


def _values(terms: Terms) -> frozenset[Known]:
    return frozenset(one for one in terms if isinstance(one, Known))


def _kinds(values: frozenset[Known]) -> frozenset[Scalar]:
    return frozenset(one.kind for one in values)


def _listed(values: frozenset[Known]) -> str:
    words = sorted(repr(one.value) for one in values)
    rest = len(words) - _MOST_VALUES
    return ", ".join(words) if rest <= 0 else f"{', '.join(words[:_MOST_VALUES])} and {rest} more"


def _values_changed(old: frozenset[Known], new: frozenset[Known]) -> Iterator[Aspect]:
    gone, fresh = sorted(old - new, key=repr), sorted(new - old, key=repr)
    for one in gone:
        other = _alike(one, fresh)
        if other is None:
            yield Aspect("value-removed", f"value {one.value!r} is gone")
        else:
            fresh.remove(other)
            yield Aspect("value-renamed", f"value {one.value!r} is gone; {other.value!r} is new, and alike")
    for one in fresh:
        yield Aspect("value-added", f"value {one.value!r} is new")


def _alike(one: Known, others: list[Known]) -> Known | None:
    scored = [(alike(str(one.value), str(other.value)), other) for other in others]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _LEAST_ALIKE else None


def alike(one: str, other: str) -> float:
    """How alike two names are, whatever their case and what parts their words: 0 to 1."""
    plain, plainer = ("".join(filter(str.isalnum, name.lower())) for name in (one, other))
    return SequenceMatcher(None, plain, plainer).ratio()


def _type_changed(old: Terms, new: Terms, *, sent: bool) -> Iterator[Aspect]:
    what = f"is {text_of(new)}, was {text_of(old)}" if old and new else f"may {'also' if new else 'no longer'} be "
    what += "" if old and new else text_of(new or old)
    if not (fits(old, new) if sent else fits(new, old)):
        yield Aspect("type-changed", what)
    elif sent and old < new:
        yield Aspect("type-widened", what)
    elif not sent and new < old:
        yield Aspect("type-narrowed", what)
    else:
        yield Aspect("type-compatible", what)
