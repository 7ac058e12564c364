"""The classes that a spec's schemas become, ready for model.py.jinja to print."""

from __future__ import annotations

from attrs import evolve, frozen

from ..spec._model import Schema, Spec
from ._docs import hints, prose, sentence
from ._types import WIRE_CODECS, PyType, Types, bound, class_name, python_name


@frozen(kw_only=True)
class Attribute:
    """A field of a model.

    Attributes:
        name: in Python.
        key: in JSON.
        annotation: the whole type, None or Unset included.
        default: the default's code; empty if it must be given.
        read: the expression that reads it from ``data``, the JSON object.
        reader: the function that reads it, where the Python value differs from the JSON; else empty.
        nested: how it is read, in words, where it is a list, an object or a model; else empty.
        encoder: the function that writes it, where ``encode`` does not fit; else empty.
        secret: whether the spec calls it a password, which no repr may show.
        docstring: what it means.
    """

    name: str
    key: str
    annotation: str
    default: str
    read: str
    reader: str
    nested: str
    encoder: str
    secret: bool
    docstring: str


@frozen(kw_only=True)
class ModelPlan:
    """A class for a component schema.

    Attributes:
        reader: the name under which models call its ``from_dict``; empty if none does.
        read_only: the attributes that a body has and callers do not give.
        needed_on_create: the attributes that a body needs only when something is created by it.
        readers: the models that it refers to, itself perhaps, and their readers.
        lazy: the models that it refers to only where one of several types may stand.
        unions: what reads these, and the expression that makes that.
    """

    name: str
    sent: bool
    docstring: str
    attributes: list[Attribute]
    readers: dict[str, str]
    lazy: list[str]
    unions: list[tuple[str, str]]
    read_only: list[str]
    needed_on_create: list[str]
    reader: str = ""


def plan_models(spec: Spec) -> dict[str, ModelPlan]:
    """A plan for each component schema that becomes a class, by class name."""
    plans = [_model(spec, name) for name, schema in spec.schemas.items() if schema.is_model]
    called = {name for plan in plans if not plan.sent for name in plan.readers}
    return {plan.name: evolve(plan, reader=bound(plan.name) if plan.name in called else "") for plan in plans}


def _model(spec: Spec, name: str) -> ModelPlan:
    schema = spec.schemas[name]
    sent = spec.only_sent(name)
    types = Types(spec, sent, bound)
    properties = schema.properties
    made = {key: types.of(inner) for key, inner in properties.items()}
    attributes = [_attribute(spec, key, properties[key], made[key], key in schema.required, sent) for key in made]
    own = class_name(name)
    named = frozenset[str]().union(*(one.models for one in made.values()))
    lazy = frozenset[str]().union(*(one.lazy for one in made.values())) - named - {own}
    unions = frozenset[tuple[str, str]]().union(*(one.unions for one in made.values()))
    return ModelPlan(
        name=own,
        sent=sent,
        docstring=prose(schema.description or own),
        attributes=attributes,
        readers={name: bound(name) for name in sorted(named)},
        lazy=sorted(lazy),
        unions=[] if sent else sorted(unions),
        read_only=[one.name for one in attributes if sent and properties[one.key].read_only],
        needed_on_create=[one.name for one in attributes if sent and properties[one.key].needed_on_create],
    )


def _attribute(spec: Spec, key: str, schema: Schema, made: PyType, required: bool, sent: bool) -> Attribute:
    codec = WIRE_CODECS.get(schema.wire)
    return Attribute(
        name=python_name(key, schema.python_name),
        key=key,
        annotation=_sent_annotation(made, required) if sent else _read_annotation(made, required),
        default="" if required else "UNSET" if sent else "None",
        read=_reading(made, repr(key), required),
        reader=made.reader,
        nested=made.nested,
        encoder=f"to_{codec[1]}" if codec else "",
        secret=schema.format == "password",
        docstring=prose(sentence(spec.description(schema)) + hints(schema, required)),
    )


def _read_annotation(made: PyType, required: bool) -> str:
    optional = not made.free and (not required or made.nullable or made.lossy)
    return f"{made.annotation} | None" if optional else made.annotation


def _sent_annotation(made: PyType, required: bool) -> str:
    parts = [made.annotation, *(["None"] if made.nullable else []), *([] if required else ["Unset"])]
    return " | ".join(parts)


def _reading(made: PyType, key: str, required: bool) -> str:
    decoded = made.decoding("v")
    if required and not (made.nullable or made.lossy):
        return made.decoding(f"data[{key}]")
    source = f"data[{key}]" if required else f"data.get({key})"
    return source if decoded == "v" else f"None if (v := {source}) is None else {decoded}"
