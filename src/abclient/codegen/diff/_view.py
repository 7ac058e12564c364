"""One spec as callers see it: its operations with their arguments, and the classes that they meet there."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from ..plan._operations import OperationPlan, plan_operations
from ..plan._types import Types, class_name, python_name
from ..spec._model import Operation, Parameter, Schema, Spec
from ._types import NOTHING, NULL, Terms, parse


@frozen
class OperationView:
    """An operation, and the function that it becomes.

    Attributes:
        operation: as the spec has it.
        plan: as generated code has it.
        parameters: those that callers give, by their Python names.
        constants: the headers that are always sent.
        schemas: the names of all schemas that it needs.
    """

    operation: Operation
    plan: OperationPlan
    parameters: Mapping[str, Parameter]
    constants: Mapping[str, str]
    schemas: frozenset[str]

    @property
    def line(self) -> str:
        """Its method and path."""
        return f"{self.operation.method} {self.operation.path}"

    @property
    def positional(self) -> list[str]:
        """The Python names of its path's parameters, in their order."""
        return [one.name for one in self.plan.positional]

    @property
    def content_types(self) -> tuple[str, ...]:
        """What it sends, as a header says it."""
        return tuple(self.operation.body.schemas) if self.operation.body else ()


@frozen
class View:
    """A spec as callers see it.

    Attributes:
        spec: the spec.
        operations: by operationId.
        read: the names of the schemas with a class that answers hold, errors left out.
        sent: the names of those that bodies hold.
        reached: the names of all schemas that answers or bodies hold, with a class or without.
    """

    spec: Spec
    operations: Mapping[str, OperationView]
    read: frozenset[str]
    sent: frozenset[str]
    reached: frozenset[str]

    @property
    def used(self) -> frozenset[str]:
        """The names of all schemas with a class that an operation needs."""
        return self.read | self.sent

    def attribute(self, name: str, key: str, renamed: Mapping[str, str]) -> Terms:
        """The type of a model's attribute, where it is read."""
        schema = self.spec.schemas[name]
        made = Types(self.spec, sending=False).of(schema.properties[key])
        optional = not made.free and (key not in schema.required or made.nullable or made.lossy)
        return parse(made.annotation, renamed) | (NULL if optional else NOTHING)

    def closes(self, name: str) -> bool:
        """Whether callers may give known values only: in what is only sent, and in keywords."""
        return self.spec.only_sent(name) or name in self.spec.bodies

    def given(self, name: str, key: str, renamed: Mapping[str, str], *, closed: bool) -> Terms:
        """What callers may give for a property."""
        made = Types(self.spec, sending=closed).of(self.spec.schemas[name].properties[key])
        return parse(made.annotation, renamed) | (NULL if made.nullable else NOTHING)


def view(spec: Spec) -> View:
    """A spec as callers see it."""
    plans = {plan.operation: plan for plan in plan_operations(spec).values()}
    operations = {one.name: _operation(spec, one, plans[one.name]) for one in spec.operations}
    read = frozenset[str]().union(*(_answered(spec, one) for one in spec.operations))
    sent = frozenset[str]().union(*(_sent(spec, one) for one in spec.operations))
    models = {name for name, schema in spec.schemas.items() if schema.is_model}
    return View(spec=spec, operations=operations, read=read & models, sent=sent & models, reached=read | sent)


def _operation(spec: Spec, operation: Operation, plan: OperationPlan) -> OperationView:
    given = {argument.key: argument.name for argument in plan.arguments}
    return OperationView(
        operation=operation,
        plan=plan,
        parameters={given[one.name]: one for one in operation.parameters if one.constant is None},
        constants={one.name: one.constant for one in operation.parameters if one.constant is not None},
        schemas=_answered(spec, operation) | _sent(spec, operation),
    )


def _answered(spec: Spec, operation: Operation) -> frozenset[str]:
    return _reached(spec, [one.schema for one in operation.successes if one.schema is not None])


def _sent(spec: Spec, operation: Operation) -> frozenset[str]:
    return _reached(spec, list(operation.body.schemas.values()) if operation.body else [])


def _reached(spec: Spec, schemas: list[Schema]) -> frozenset[str]:
    """The names of all schemas that can be reached from these."""
    found: set[str] = set()
    waiting = list(schemas)
    while waiting:
        schema = waiting.pop()
        if schema.reference in found:
            continue
        if schema.reference is not None:
            found.add(schema.reference)
            schema = spec.schemas[schema.reference]
        waiting += inside(schema)
    return frozenset(found)


def inside(schema: Schema) -> list[Schema]:
    """The schemas directly inside of a schema."""
    single = [one for one in (schema.items, schema.values) if one is not None]
    return [*schema.properties.values(), *schema.alternatives, *single]


def properties(schema: Schema) -> dict[str, str]:
    """The names of properties in JSON, by their Python names."""
    return {python_name(key, inner.python_name): key for key, inner in schema.properties.items()}


def classes(names: Mapping[str, str]) -> dict[str, str]:
    """New names of classes by the old ones, of schemas that were renamed."""
    return {class_name(old): class_name(new) for old, new in names.items()}
