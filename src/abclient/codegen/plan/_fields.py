"""The TypedDicts that bodies are made of, ready for fields.py.jinja to print.

They serve signatures: ``async def create(self, **fields: Unpack[models.ThingCreateFields])``.
"""

from __future__ import annotations

from attrs import frozen

from ..spec._model import Schema, Spec
from ._docs import hints, prose, sentence
from ._types import Types, class_name, python_name


@frozen(kw_only=True)
class Entry:
    """A key of a TypedDict.

    Attributes:
        name: in Python.
        annotation: the whole type, None and Required included.
        docstring: what it means.
    """

    name: str
    annotation: str
    docstring: str


@frozen(kw_only=True)
class FieldsPlan:
    """A TypedDict.

    Attributes:
        name: of the class.
        module: where it stands.
        docstring: what it is for.
        entries: its keys, in the spec's order.
        models: the models that their types name.
    """

    name: str
    module: str
    docstring: str
    entries: list[Entry]
    models: list[str]


def fields_names(name: str, *, both: bool) -> dict[str, bool]:
    """The TypedDicts of a body of this name, and for each whether it is for what is created.

    One schema for ``both`` creating and changing, told by ``x-required-on-create``, has two.
    """
    if both:
        stem = name.removesuffix("Input")
        return {f"{stem}CreateFields": True, f"{stem}UpdateFields": False}
    return {f"{name}Fields": False}


def plan_fields(spec: Spec) -> list[FieldsPlan]:
    """A plan for each TypedDict."""
    return [
        _fields(spec, body, name, creating)
        for body in spec.bodies
        for name, creating in fields_names(body, both=_is_for_both(spec.schemas[body])).items()
    ]


def _is_for_both(schema: Schema) -> bool:
    return any(inner.needed_on_create for inner in schema.properties.values())


def _fields(spec: Spec, body: str, name: str, creating: bool) -> FieldsPlan:
    schema = spec.schemas[body]
    types = Types(spec, sending=True)
    entries: list[Entry] = []
    models: set[str] = set()
    for key, inner in schema.properties.items():
        if inner.read_only:
            continue
        made = types.of(inner)
        models |= made.models | made.lazy
        needed = key in schema.required or (creating and inner.needed_on_create)
        accepted = " | ".join([*made.accepted, *(["None"] if made.nullable else [])])
        entries.append(
            Entry(
                name=python_name(key, inner.python_name),
                annotation=f"Required[{accepted}]" if needed else accepted,
                docstring=prose(sentence(spec.description(inner)) + hints(inner, required=True)),
            )
        )
    return FieldsPlan(
        name=name,
        module=python_name(name),
        docstring=prose(schema.description or body, f"The fields of ``{class_name(body)}``, by keyword."),
        entries=entries,
        models=sorted(models),
    )
