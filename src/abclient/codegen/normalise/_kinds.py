"""Objects of several kinds, where one of their properties says which kind each one is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from attrs import frozen

from ..spec._document import Json, SpecError, is_map
from ._flat import Flat, flat
from ._refs import Node, References


@frozen
class Kinds:
    """How objects of several kinds are told apart.

    Attributes:
        tag: the property that says it.
        parts: the kind that each of its values means.
        guessed: whether the document says so only by the values that the property may have in each kind.
    """

    tag: str
    parts: Mapping[str, Flat]
    guessed: bool


def kinds_of(references: References, union: Flat, parts: list[Flat]) -> Kinds | None:
    """How the alternatives of a union are told apart; None if they are not, or are not all objects.

    A value means the alternative that the discriminator maps it to, or whose property has it as ``const`` or ``enum``,
    or, as OpenAPI has it, the one that is called so. The discriminator may also be that of what all alternatives are
    made of. Without one, the property must be required in all of them.
    """
    keys = {part.node.key or str(id(part)) for part in parts}
    if len(keys) < len(parts) or len(parts) < 2 or not all(part.is_object and not part.alternatives for part in parts):
        return None
    told = next((one for one in (union, *parts) if one.discriminator), union)
    tag = told.discriminator.get("propertyName")
    if isinstance(tag, str) and (told is union or all(tag in part.properties for part in parts)):
        mapped = {value: node.key for value, node in _mapped(references, told).items()}
        values = [_means(references, part, tag, mapped) for part in parts]
        return _apart(tag, values, parts, guessed=False)
    for name in parts[0].properties:
        if all(name in part.required for part in parts):
            found = _apart(name, [_values(references, part, name) for part in parts], parts, guessed=True)
            if found is not None:
                return found
    return None


def heirs_of(references: References, part: Flat) -> list[Flat]:
    """The kinds of an object that says itself which schemas they are, each made of it by ``allOf``."""
    own = part.node.value.get("discriminator") if is_map(part.node.value) and not part.alternatives else None
    nodes = {node.key: node for node in _mapped(references, part).values()} if own else {}
    return [flat(references, node) for node in nodes.values()]


def _apart(tag: str, values: list[list[str | int]], parts: list[Flat], *, guessed: bool) -> Kinds | None:
    told = {value: part for several, part in zip(values, parts, strict=True) for value in several}
    of_two_types = len({isinstance(value, str) for value in told}) > 1
    if not all(values) or len(told) < sum(map(len, values)) or of_two_types:
        return None
    return Kinds(tag, {str(value): part for value, part in told.items()}, guessed)


def _means(references: References, part: Flat, tag: str, mapped: Mapping[str, str]) -> list[str | int]:
    """The values that mean an alternative."""
    given: list[str | int] = [value for value, key in mapped.items() if key == part.node.key]
    return given or _values(references, part, tag) or ([part.node.name] if part.node.key else [])


def _values(references: References, part: Flat, name: str) -> list[str | int]:
    """The texts or whole numbers that a property may be; empty if it may be anything else."""
    enums = [flat(references, node).enum for node in part.properties.get(name, ())]
    first, *others = [enum for enum in enums if enum is not None] or [[]]
    values = [one for one in first if all(one in other for other in others)]
    return values if all(isinstance(one, (str, int)) and not isinstance(one, bool) for one in values) else []


def _mapped(references: References, part: Flat) -> dict[str, Node]:
    """The schemas that a discriminator maps values to, which it refers to, or gives the names of."""
    given: Json = part.discriminator.get("mapping")
    components = part.node.document.root.get("components")
    named: Json = components.get("schemas") if is_map(components) else None
    found: dict[str, Node] = {}
    for value, target in given.items() if is_map(given) else ():
        name = str(target)
        ref = f"#/components/schemas/{name}" if is_map(named) and name in named else name
        with suppress(SpecError):  # it leads nowhere, or where it may not
            found[str(value)] = references.resolved(part.node.inside({"$ref": ref}))
    return found
