"""What a vendor's newest published document has that our specification has not, and the reverse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from attrs import frozen

from ..spec._document import Json, is_map
from ._document import Document, Nodes, Operation, Parameter, Shape, elsewhere

Kind: TypeAlias = Literal["new", "gone", "different"]

_ANY_CALL = {"accept", "authorization", "content-type", "user-agent"}
"""Headers that each call has, whether or not a document names them."""


@frozen(order=True)
class Finding:
    """One difference between a vendor's document and our specification.

    Attributes:
        kind: ``new`` is in the document only, ``gone`` in our specification only.
        where: the operation, or the schema of ours and the property.
        what: in words.
    """

    kind: Kind
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.what}"


@frozen
class Drift:
    """How far a document and our specification are apart.

    Attributes:
        findings: all differences in what both have, and in the groups of operations that we have.
        others: how many operations there are in groups of which we have none, by the group's name.
        common: how many operations both have.
    """

    findings: tuple[Finding, ...]
    others: Mapping[str, int]
    common: int


def drift(ours: Document, theirs: Document) -> Drift:
    """Compare them.

    Operations are matched by method and path, and what they take and answer by its place, so that names of schemas do
    not matter. Types that are open in our specification (any JSON) are not compared. What must be there is compared for
    what is sent only; null is not, because everything that is read may be missing. What our specification has from
    other material is never gone.
    """
    own, published = _matching(ours, theirs)
    common = own.keys() & published.keys()
    groups = {tag for key in common for tag in published[key].tags}
    found: list[Finding] = []
    others: Counter[str] = Counter()
    for key in sorted(published.keys() - own.keys()):
        one = published[key]
        if groups.intersection(one.tags) or not one.tags:
            found.append(Finding("new", one.name, f"operation {one.line}"))
        else:
            others[one.tags[0]] += 1
    for key in sorted(own.keys() - published.keys()):
        one = own[key]
        if not (one.elsewhere or one.deprecated):
            found.append(Finding("gone", one.name, f"operation {one.line}"))
    walk = _Walk(ours, theirs)
    for key in sorted(common):
        found += _operation(ours, theirs, own[key], published[key])
        walk.meet("sent", own[key].name, own[key].body, published[key].body)
        walk.meet("read", own[key].name, own[key].answer, published[key].answer)
    found += walk.findings()
    return Drift(tuple(sorted(set(found))), dict(sorted(others.items())), len(common))


def _matching(
    ours: Document, theirs: Document
) -> tuple[dict[tuple[str, str], Operation], dict[tuple[str, str], Operation]]:
    """The operations of both, with addresses before their paths if more are the same then."""
    ways = [
        (ours.operations(first), theirs.operations(second)) for first, second in ((ours.base, theirs.base), ("", ""))
    ]
    return max(ways, key=lambda way: len(way[0].keys() & way[1].keys()))


def _operation(ours: Document, theirs: Document, own: Operation, published: Operation) -> Iterator[Finding]:
    if own.deprecated != published.deprecated:
        yield Finding("different", own.name, "is deprecated" if published.deprecated else "is not deprecated")
    for key in published.parameters.keys() - own.parameters.keys():
        one = published.parameters[key]
        if not (one.location == "header" and one.name.lower() in _ANY_CALL):
            needed = "required " if one.required else ""
            yield Finding("new", own.name, f"{needed}{one.location} parameter {one.name}")
    for key in own.parameters.keys() - published.parameters.keys():
        one = own.parameters[key]
        if not one.elsewhere and one.location != "header":
            yield Finding("gone", own.name, f"{one.location} parameter {one.name}")
    for key in own.parameters.keys() & published.parameters.keys():
        yield from _parameter(ours, theirs, own.name, own.parameters[key], published.parameters[key])


def _parameter(ours: Document, theirs: Document, where: str, own: Parameter, published: Parameter) -> Iterator[Finding]:
    shape = ours.shape([own.schema])
    constant = own.location == "header" and shape.values is not None and len(shape.values) == 1  # we always send it
    if own.required != published.required and own.location != "path" and not constant:
        yield Finding("different", where, f"parameter {own.name} {_needed(published.required)}")
    for what in values_and_types(shape, theirs.shape([published.schema])):
        yield Finding("different", where, f"parameter {own.name} {what}")


def _needed(required: bool) -> str:
    return "is required" if required else "is not required"


def values_and_types(own: Shape, published: Shape) -> Iterator[str]:
    """How the type of a place differs; nothing where either may be anything."""
    if own.types and published.types and _plain(own.types) != _plain(published.types):
        yield f"is {' or '.join(sorted(published.types))} there, {' or '.join(sorted(own.types))} here"
    elif own.values is not None and published.values is not None:
        for one in sorted(published.values - own.values, key=repr):
            yield f"has the value {one!r} there"
        for one in sorted(own.values - published.values, key=repr):
            yield f"has no value {one!r} there"


def _plain(types: frozenset[str]) -> frozenset[str]:
    """Types as they are compared: what is any number may be a whole one."""
    return types - {"integer"} if "number" in types else types


@frozen
class _Place:
    """A schema of ours, or a place within an operation, where something is read or sent."""

    direction: str
    name: str


class _Walk:
    """Meets what stands at the same places, and compares each schema of ours with all that stands where it does."""

    def __init__(self, ours: Document, theirs: Document) -> None:
        self._ours, self._theirs = ours, theirs
        self._own: dict[_Place, Nodes] = {}
        self._published: dict[_Place, dict[int, Json]] = {}

    def meet(self, direction: str, where: str, own: Nodes, published: Nodes) -> None:
        """Note that these stand in the same place, and all within them that does."""
        waiting = [(where, own, published)] if own and published else []
        while waiting:
            where, own, published = waiting.pop()
            here = _Place(direction, self._ours.named(where, own))
            known = self._published.setdefault(here, {})
            fresh = [one for one in map(self._theirs.resolved, published) if id(one) not in known]
            if not fresh:
                continue
            self._own.setdefault(here, own)
            known.update((id(one), one) for one in fresh)
            waiting += self._inside(here.name, self._ours.shape(own), self._theirs.shape(fresh))

    @staticmethod
    def _inside(where: str, own: Shape, published: Shape) -> Iterable[tuple[str, Nodes, Nodes]]:
        for name in own.properties.keys() & published.properties.keys():
            yield f"{where}.{name}", own.properties[name], published.properties[name]
        if own.items and published.items:
            yield f"{where}[]", own.items, published.items
        if own.entries and published.entries:
            yield f"{where}{{}}", own.entries, published.entries

    def findings(self) -> Iterator[Finding]:
        """All differences."""
        for here, nodes in self._own.items():
            own = self._ours.shape(nodes)
            published = self._theirs.shape(self._published[here].values())
            for what in values_and_types(own, published):
                yield Finding("different", here.name, what)
            if own.properties and published.properties:
                yield from self._properties(here, own, published)

    def _properties(self, here: _Place, own: Shape, published: Shape) -> Iterator[Finding]:
        verb = "sent" if here.direction == "sent" else "read"
        marked = "readOnly" if here.direction == "sent" else "writeOnly"
        for name in published.properties.keys() - own.properties.keys():
            if all(is_map(node) and node.get(marked) for node in published.properties[name]):
                continue
            yield Finding("new", f"{here.name}.{name}", f"property that is {verb}")
        for name in own.properties.keys() - published.properties.keys():
            if not any(elsewhere(node) for node in own.properties[name]):
                yield Finding("gone", f"{here.name}.{name}", f"property that is {verb}")
        if here.direction == "sent":
            for name in (own.required ^ published.required) & own.properties.keys() & published.properties.keys():
                yield Finding("different", f"{here.name}.{name}", f"{_needed(name in published.required)} there")
