"""What the smoke test of a package calls: each operation once, with made-up arguments."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from .plan._operations import OperationPlan
from .plan._types import FORM, URL_FORM, Types, class_name, is_json
from .spec._model import Operation, Parameter, Schema, Spec

_TEXTS = {"date": "datetime.date(2026, 1, 2)", "date-time": "datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)"}


@frozen
class CallPlan:
    """A line of the smoke test.

    Attributes:
        module: code of the operation's module, such as ``api_things.get_thing``.
        arguments: code of what it is called with.
        method: in capitals.
        path: with names in braces.
    """

    module: str
    arguments: str
    method: str
    path: str


def plan_calls(spec: Spec, plans: Mapping[str, OperationPlan], tags: Mapping[str, str]) -> list[CallPlan]:
    """A call for each operation; ``tags`` has the packages that their modules are in."""
    found = {one.name: one for one in spec.operations}
    return [
        CallPlan(f"api_{tags[name]}.{name}", _arguments(spec, found[plan.operation], plan), plan.method, plan.path)
        for name, plan in plans.items()
    ]


def _arguments(spec: Spec, operation: Operation, plan: OperationPlan) -> str:
    by_key = {one.name: one for one in operation.parameters}
    positional = [_parameter(by_key[one.key]) for one in plan.positional]
    named = [
        f"{one.name}={_parameter(by_key[one.key])}"
        for one in plan.arguments
        if one.location != "path" and (one.required or one.location == "query")
    ]
    if operation.body is not None:
        content_type, schema = next(iter(operation.body.schemas.items()))
        named.insert(0, f"body={_body(spec, content_type, schema)}")
    return ", ".join([*positional, *named])


def _parameter(parameter: Parameter) -> str:
    return _scalar(parameter.schema)


def _scalar(schema: Schema) -> str:
    if schema.alternatives:
        return _scalar(schema.alternatives[0])
    if schema.enum:
        return repr(schema.enum[0])
    if schema.items is not None:
        return f"[{_scalar(schema.items)}]"
    match schema.type:
        case "integer" | "number" if schema.wire:
            return _TEXTS["date-time"]
        case "integer" | "number":
            least = max(1, schema.minimum or 1)
            return repr(int(least if schema.maximum is None else min(least, schema.maximum)))
        case "boolean":
            return "True"
        case _:
            return _TEXTS.get(schema.format, '"text"')


def _body(spec: Spec, content_type: str, schema: Schema) -> str:
    if not is_json(content_type) and content_type not in (FORM, URL_FORM):
        return '"text"' if content_type.startswith("text/") else 'b"content"'
    return _made(spec, schema)


def _made(spec: Spec, schema: Schema) -> str:
    """Code of a value; of a model, what ``make`` fills in."""
    name, target = "", schema
    while target.reference is not None:
        name, target = target.reference, spec.schemas[target.reference]
    if target.is_model:
        return f"make(models.{class_name(name)})"
    if target.items is not None:
        return f"[{_made(spec, target.items)}]"
    if target.type == "object":
        return "{}" if target.values is None else f'{{"key": {_made(spec, target.values)}}}'
    if target.alternatives:
        return _made(spec, target.alternatives[0])
    return _scalar(target) if Types(spec, sending=True).of(target).annotation != "Any" else "{}"
