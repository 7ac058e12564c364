"""The TypedDicts that bodies are made of, ready for fields.py.jinja to print.

They serve signatures: ``async def create(self, **fields: Unpack[models.ThingCreateFields])``.
"""

from __future__ import annotations

from attrs import frozen

from plan_docs import described, hints, prose, sentence
from plan_types import Types, class_name, python_name
from spec_document import Json
from spec_model import Spec


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


def fields_names(name: str, schema: Json) -> dict[str, bool]:
    """The TypedDicts of a body of this name, and for each whether it is for what is created.

    One schema for creating and changing, told by ``x-required-on-create``, has two.
    """
    if any("x-required-on-create" in inner for inner in schema["properties"].values()):
        stem = name.removesuffix("Input")
        return {f"{stem}CreateFields": True, f"{stem}UpdateFields": False}
    return {f"{name}Fields": False}


def plan_fields(spec: Spec) -> list[FieldsPlan]:
    """A plan for each TypedDict."""
    return [
        _fields(spec, body, name, creating)
        for body in spec.bodies
        for name, creating in fields_names(body, spec.schemas[body]).items()
    ]


def _fields(spec: Spec, body: str, name: str, creating: bool) -> FieldsPlan:
    schema = spec.schemas[body]
    required = set(schema.get("required", ()))
    types = Types(spec, sending=True)
    entries: list[Entry] = []
    models: set[str] = set()
    for key, inner in schema["properties"].items():
        if inner.get("readOnly"):
            continue
        made = types.of(inner)
        models |= made.models | made.lazy
        needed = key in required or (creating and "x-required-on-create" in inner)
        accepted = " | ".join([*made.accepted, *(["None"] if made.nullable else [])])
        entries.append(
            Entry(
                name=python_name(key, inner.get("x-python-name")),
                annotation=f"Required[{accepted}]" if needed else accepted,
                docstring=prose(sentence(described(spec.resolve, inner)) + hints(inner, required=True)),
            )
        )
    return FieldsPlan(
        name=name,
        module=python_name(name),
        docstring=prose(schema.get("description", body), f"The fields of ``{class_name(body)}``, by keyword."),
        entries=entries,
        models=sorted(models),
    )
