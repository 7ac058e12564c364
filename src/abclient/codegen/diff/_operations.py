"""How the operations of a spec change, and what they take and answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from ..plan._types import Types
from ..spec._model import Parameter
from ._change import Change
from ._renames import LEAST_FIELD, field_likeness, pairs, shared
from ._schemas import limits, said_of
from ._types import NONE, Terms, alike, aspects, fits, parse, text_of
from ._view import OperationView, View, classes

_LEAST_OPERATION = 0.7
"""The same method at a path alike, with the same arguments or the same answer."""


def renamed_operations(old: View, new: View) -> dict[str, str]:
    """The operations that have another id now: those at the same place first, then those that do alike things."""
    gone = [name for name in old.operations if name not in new.operations]
    fresh = [name for name in new.operations if name not in old.operations]

    def likeness(one: str, other: str) -> float:
        before, after = old.operations[one], new.operations[other]
        if _place(before) == _place(after):
            return 1.0
        if before.operation.method != after.operation.method:
            return 0.0
        steps = shared(set(before.operation.path.split("/")), set(after.operation.path.split("/")))
        takes = before.parameters.keys() == after.parameters.keys()
        answers = before.plan.answer_type == after.plan.answer_type and before.plan.answer_type != "None"
        return 0.3 * steps + 0.2 * takes + 0.2 * answers + 0.3 * alike(one, other)

    return pairs(gone, fresh, likeness, _LEAST_OPERATION)


def _place(side: OperationView) -> tuple[str, list[str]]:
    steps = ["{}" if step.startswith("{") else step for step in side.operation.path.split("/")]
    return side.operation.method, steps


def gone_with(old: View, new: View, renamed: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The schemas that are gone with each operation that is: nothing else needs them."""
    staying = [one for one in old.operations if one in new.operations or one in renamed]
    needed = frozenset[str]().union(*(old.operations[one].schemas for one in staying))
    found: dict[str, frozenset[str]] = {}
    for name, side in old.operations.items():
        if name not in staying:
            told = frozenset[str]().union(*found.values())
            found[name] = (side.schemas & old.used) - needed - told - new.spec.schemas.keys()
    return found


def operations(
    old: View,
    new: View,
    renamed: Mapping[str, str],
    renamed_schemas: Mapping[str, str],
    gone: Mapping[str, frozenset[str]],
) -> Iterator[Change]:
    """All changes of operations.

    Args:
        old: the spec as it was.
        new: the spec as it is.
        renamed: new ids of operations by the old ones.
        renamed_schemas: new names of schemas by the old ones.
        gone: the operations that are gone, and the schemas that are gone with each.
    """
    for name, side in old.operations.items():
        now = renamed.get(name, name)
        if now not in new.operations:
            lost = sorted(gone.get(name, ()))
            what = f"is gone ({side.line})" + (f", and with it {', '.join(lost)}" if lost else "")
            yield Change(kind="operation-removed", where=name, what=what)
            continue
        if now != name:
            yield Change(kind="operation-renamed", where=name, what=f"is called {now} now", names=(now,))
        yield from _Pair(old, new, side, new.operations[now], classes(renamed_schemas)).changes()
    for name, side in new.operations.items():
        if name not in old.operations and name not in renamed.values():
            yield Change(kind="operation-added", where=name, what=f"is new ({side.line})")


@frozen
class _Pair:
    """An operation as it was and as it is.

    Attributes:
        renamed: new names of classes by old ones.
    """

    old: View
    new: View
    was: OperationView
    now: OperationView
    renamed: Mapping[str, str]

    def changes(self) -> Iterator[Change]:
        """All of them."""
        for kind, what in [*self._place(), *self._constants(), *self._body(), *self._answers()]:
            yield Change(kind=kind, where=self.now.operation.name, what=what)
        yield from self._parameters()

    def _place(self) -> Iterator[tuple[str, str]]:
        before, after = self.was.operation, self.now.operation
        if _place(self.was) != _place(self.now):
            yield "operation-moved", f"{self.was.line} is now {self.now.line}"
        if before.tag != after.tag:
            yield "operation-tag-changed", f"its module is in api.{after.tag}, was in api.{before.tag}"
        if before.deprecated != after.deprecated:
            said = "is deprecated" if after.deprecated else "is no longer deprecated"
            yield f"operation-{'' if after.deprecated else 'un'}deprecated", said
        if before.reads != after.reads and after.method != "GET":
            yield "operation-retries-changed", f"is {'also' if after.reads else 'no longer'} sent again after a failure"

    def _constants(self) -> Iterator[tuple[str, str]]:
        was, now = self.was.constants, self.now.constants
        for name in sorted(was.keys() | now.keys()):
            before, after = was.get(name), now.get(name)
            if before != after:
                yield "constant-header-changed", f"sends {name} {after or 'no more'}, was {before or 'not sent'}"

    def _body(self) -> Iterator[tuple[str, str]]:
        before, after = self.was.plan.body, self.now.plan.body
        if before is None or after is None:
            if before is not None:
                yield "body-removed", "takes no body any more"
            elif after is not None:
                yield ("body-added", "may have a body") if after.optional else ("required-body-added", "needs a body")
            return
        if before.optional != after.optional:
            how = "optional" if after.optional else "required"
            yield f"body-became-{how}", f"the body is {how} now"
        old, new = parse(before.annotation, self.renamed), parse(after.annotation)
        if not before.optional and not after.optional and NONE in old ^ new:
            allowed = NONE in new
            what = f"the body may {'now' if allowed else 'no longer'} be None"
            yield f"body-type-{'widened' if allowed else 'changed'}", what
        for one in aspects(old, new, sent=True):
            yield f"body-{_of_types(one.suffix)}", f"the body {one.what}"
        yield from self._body_limits()
        if self.was.content_types != self.now.content_types:
            what = f"sends {' or '.join(self.now.content_types)}, was {' or '.join(self.was.content_types)}"
            yield "body-content-type-changed", what

    def _body_limits(self) -> Iterator[tuple[str, str]]:
        before, after = (side.operation.body for side in (self.was, self.now))
        for content_type, schema in before.schemas.items() if before and after else ():
            other = after.schemas.get(content_type) if after else None
            if other is not None:
                for suffix, what in limits(self.old.spec.target(schema), self.new.spec.target(other)):
                    yield f"body-{suffix}", f"the body {what}"

    def _answers(self) -> Iterator[tuple[str, str]]:
        before, after = self.was.operation, self.now.operation
        for status in sorted(before.statuses - after.statuses):
            yield "response-status-removed", f"status {status} is gone"
        for status in sorted(after.statuses - before.statuses):
            yield "response-status-added", f"status {status} is new"
        old, new = parse(self.was.plan.answer_type, self.renamed), parse(self.now.plan.answer_type)
        if old != new:
            yield _answer_changed(old, new), f"answers {text_of(new)}, was {text_of(old)}"
        if self.was.plan.accept != self.now.plan.accept:
            what = f"asks for {self.now.plan.accept}, was {self.was.plan.accept}"
            yield "response-content-type-changed", what
        old_item = self.renamed.get(self.was.plan.resource, self.was.plan.resource)
        if fits(new, old) and old_item != self.now.plan.resource:
            what = f"its resources are {_resource(self.now.plan.resource)}, were {_resource(old_item)}"
            yield "response-resource-changed", what

    def _parameters(self) -> Iterator[Change]:
        was, now = self.was.parameters, self.now.parameters
        renamed = self._renamed_parameters()
        where = self.now.operation.name
        for name in sorted(was.keys() - now.keys() - renamed.keys()):
            yield Change(kind="parameter-removed", where=where, what=f"parameter {name} is gone", names=(name,))
        for name in sorted(now.keys() - was.keys() - set(renamed.values())):
            needed = now[name].required
            what = f"{'required ' if needed else ''}parameter {name} is new"
            kind = "required-parameter-added" if needed else "parameter-added"
            yield Change(kind=kind, where=where, what=what, names=(name,))
        for name in was:
            then = renamed.get(name, name)
            if then not in now:
                continue
            if then != name:
                what = f"parameter {name} is called {then} now"
                yield Change(kind="parameter-renamed", where=where, what=what, names=(name, then))
            for suffix, what in self._parameter(was[name], now[then], same_name=then == name):
                yield Change(kind=f"parameter-{suffix}", where=where, what=f"parameter {then} {what}", names=(then,))
        yield from self._order(renamed)

    def _renamed_parameters(self) -> dict[str, str]:
        was, now = self.was.parameters, self.now.parameters
        gone, fresh = sorted(was.keys() - now.keys()), sorted(now.keys() - was.keys())
        alone = len(gone) == len(fresh) == 1

        def likeness(one: str, other: str) -> float:
            before, after = was[one], now[other]
            same_type = before.location == after.location and self._given(self.old, before) == (
                self._given(self.new, after)
            )
            same_words = bool(before.description) and before.description == after.description
            return field_likeness((one, other), same_type=same_type, same_words=same_words, alone=alone)

        return pairs(gone, fresh, likeness, LEAST_FIELD)

    def _given(self, side: View, parameter: Parameter) -> Terms:
        return parse(Types(side.spec, sending=True).of(parameter.schema).annotation, self.renamed)

    def _parameter(self, was: Parameter, now: Parameter, *, same_name: bool) -> Iterator[tuple[str, str]]:
        if was.required != now.required:
            how = "required" if now.required else "optional"
            yield f"became-{how}", f"is {how} now"
        if was.location != now.location:
            yield "location-changed", f"is in the {now.location}, was in the {was.location}"
        if same_name and was.name != now.name and now.location != "path":
            yield "wire-name-changed", f"is {now.name} in the request, was {was.name}"
        old, new = self._given(self.old, was), self._given(self.new, now)
        for one in aspects(old, new, sent=True):
            yield one.suffix, one.what
        if was.schema.items is not None and now.schema.items is not None and was.exploded != now.exploded:
            told = "repeats its name for each value" if now.exploded else "has all values in one, with commas"
            yield "style-changed", told
        yield from said_of(self.old.spec, self.new.spec, was.schema, now.schema, same_type=old == new)
        if was.default != now.default:
            yield "default-changed", f"is {now.default or 'unknown'} by default, was {was.default or 'unknown'}"
        if was.deprecated != now.deprecated:
            yield ("deprecated", "is deprecated") if now.deprecated else ("undeprecated", "is no longer deprecated")

    def _order(self, renamed: Mapping[str, str]) -> Iterator[Change]:
        """Arguments that are given by position and are at another one now; those that are gone were told."""
        was = [renamed.get(one, one) for one in self.was.positional]
        now = self.now.positional
        stayed = [one for one in was if one in now]
        moved_out = [one for one in was if one not in now and one in self.now.parameters]
        if now[: len(stayed)] != stayed or moved_out:
            what = f"is called with ({', '.join(now)}), was with ({', '.join(was)})"
            yield Change(kind="arguments-reordered", where=self.now.operation.name, what=what)


def _of_types(suffix: str) -> str:
    """What is told of the type of a body as a whole, which callers see as one."""
    return {"value-added": "type-widened", "became-free": "type-widened"}.get(
        suffix, suffix if suffix.startswith("type-") else "type-changed"
    )


def _resource(name: str) -> str:
    return "none" if name == "Never" else name


def _answer_changed(old: Terms, new: Terms) -> str:
    if not fits(new, old):
        return "response-type-changed"
    return "response-type-narrowed" if new < old else "response-type-compatible"
