"""Say what a change of a spec means for callers: ``diff_specs.py OLD NEW [--markdown] [--fail-on-breaking]``.

Breaking is what can stop working code from working: something is gone, was renamed, became required or closed, or has
another type. Additive is everything else that a caller can see. Descriptions do not count.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from abclient.codegen._plan_fields import plan_fields
from abclient.codegen._plan_operations import OperationPlan, plan_operations
from abclient.codegen._plan_types import Types, python_name
from abclient.codegen._spec_document import SpecError
from abclient.codegen._spec_model import Operation, Parameter, Schema, Spec, load


@frozen(order=True)
class Change:
    """One difference that callers can see."""

    additive: bool
    where: str
    what: str

    def __str__(self) -> str:
        return f"{'additive' if self.additive else 'BREAKING'}: {self.where}: {self.what}"


def compare(old: Spec, new: Spec) -> list[Change]:
    """All differences, breaking ones first."""
    return sorted({*_operations(old, new), *_schemas(old, new), *_keywords(old, new)})


def _named(old: dict[str, Any], new: dict[str, Any], where: str, kind: str) -> Iterator[Change]:
    for name in old.keys() - new.keys():
        yield Change(False, where or name, f"{kind} {name} is gone")
    for name in new.keys() - old.keys():
        yield Change(True, where or name, f"{kind} {name} is new")


@frozen
class _Side:
    """An operation in one of the specs."""

    operation: Operation
    plan: OperationPlan

    @property
    def line(self) -> str:
        return f"{self.operation.method} {self.operation.path}"

    @property
    def parameters(self) -> dict[str, Parameter]:
        return {python_name(one.name, one.python_name): one for one in self.operation.parameters}


def _sides(spec: Spec) -> dict[str, _Side]:
    plans = {plan.operation: plan for plan in plan_operations(spec).values()}
    return {one.name: _Side(one, plans[one.name]) for one in spec.operations}


def _operations(old: Spec, new: Spec) -> Iterator[Change]:
    before, after = _sides(old), _sides(new)
    yield from _named(before, after, "", "operation")
    for name in before.keys() & after.keys():
        was, now = before[name], after[name]
        yield from _place(name, was, now)
        yield from _parameters(name, was.parameters, now.parameters, Types(old, sending=True), Types(new, sending=True))
        yield from _bodies(name, was, now)
        yield from _answers(name, was, now)


def _place(where: str, was: _Side, now: _Side) -> Iterator[Change]:
    if was.line != now.line:
        same = re.findall("{.*?}", was.operation.path) == re.findall("{.*?}", now.operation.path)
        order = "" if same else ", so its arguments have another order"
        yield Change(same, where, f"{was.line} is now {now.line}{order}")
    if was.operation.tag != now.operation.tag:
        moved = f"moved from tag {was.operation.tag} to {now.operation.tag}, and its module with it"
        yield Change(False, where, moved)
    if now.operation.deprecated and not was.operation.deprecated:
        yield Change(True, where, "is deprecated")


def _parameters(
    where: str, old: dict[str, Parameter], new: dict[str, Parameter], before: Types, after: Types
) -> Iterator[Change]:
    for name in old.keys() - new.keys():
        yield Change(False, where, f"parameter {name} is gone")
    for name in new.keys() - old.keys():
        required = new[name].required
        yield Change(not required, where, f"{'required ' if required else ''}parameter {name} is new")
    for name in old.keys() & new.keys():
        was, now = old[name], new[name]
        if was.required != now.required:
            yield Change(was.required, where, f"parameter {name} {_became(now.required)}")
        if was.location != now.location:
            yield Change(True, where, f"parameter {name} moved from {was.location} to {now.location}")
        yield from _types(where, f"parameter {name}", was.schema, now.schema, before, after, sent=True)


def _became(required: object) -> str:
    return "became required" if required else "became optional"


def _bodies(where: str, was: _Side, now: _Side) -> Iterator[Change]:
    before, after = was.plan.body, now.plan.body
    if before is None or after is None:
        if before is not after:
            yield Change(False, where, "takes no body any more" if after is None else "needs a body now")
        return
    if before.optional != after.optional:
        yield Change(after.optional, where, f"the body {_became(not after.optional)}")
    elif before.annotation != after.annotation:
        wider = set(before.annotation.split(" | ")) < set(after.annotation.split(" | "))
        yield Change(wider, where, f"the body is {after.annotation}, was {before.annotation}")
    sent_before, sent_after = _content_types(was), _content_types(now)
    if sent_before != sent_after:
        yield Change(True, where, f"sends {sent_after} instead of {sent_before}")


def _content_types(side: _Side) -> str:
    return " or ".join(side.operation.body.schemas) if side.operation.body else ""


def _answers(where: str, was: _Side, now: _Side) -> Iterator[Change]:
    before, after = was.operation.statuses, now.operation.statuses
    for status in before - after:
        yield Change(True, where, f"status {status} is gone")
    for status in after - before:
        yield Change(True, where, f"status {status} is new")
    answered, answers = was.plan.answer_type, now.plan.answer_type
    if answered != answers:
        narrower = set(answers.split(" | ")) < set(answered.split(" | "))
        yield Change(narrower, where, f"answers {answers}, was {answered}")


def _schemas(old: Spec, new: Spec) -> Iterator[Change]:
    before, after = _models(old), _models(new)
    yield from _named(before, after, "", "schema")
    for name in before.keys() & after.keys():
        was_sent, sent = old.only_sent(name), new.only_sent(name)
        if sent != was_sent:
            yield Change(False, name, "is only sent now" if sent else "is read now; its attributes are never UNSET")
        types = Types(old, was_sent), Types(new, sent)
        yield from _properties(name, before[name], after[name], *types, is_sent=name in new.sent)


def _keywords(old: Spec, new: Spec) -> Iterator[Change]:
    before, after = ({plan.name: plan for plan in plan_fields(spec)} for spec in (old, new))
    yield from _named(before, after, "", "TypedDict")


def _models(spec: Spec) -> dict[str, Schema]:
    return {name: schema for name, schema in spec.schemas.items() if schema.is_model}


def _properties(
    where: str, old: Schema, new: Schema, before: Types, after: Types, *, is_sent: bool
) -> Iterator[Change]:
    was = {python_name(key, one.python_name): (key, one) for key, one in old.properties.items()}
    now = {python_name(key, one.python_name): (key, one) for key, one in new.properties.items()}
    for name in was.keys() - now.keys():
        yield Change(False, where, f"field {name} is gone")
    for name in now.keys() - was.keys():
        needed = is_sent and now[name][0] in new.required
        yield Change(not needed, where, f"{'required ' if needed else ''}field {name} is new")
    for name in was.keys() & now.keys():
        (old_key, old_schema), (new_key, new_schema) = was[name], now[name]
        if old_key != new_key:
            yield Change(True, where, f"field {name} is {new_key} in JSON, was {old_key}")
        needed = new_key in new.required
        if needed != (old_key in old.required):
            # What is read becomes safer when it is required, what is sent becomes more demanding; and the reverse.
            yield Change(needed != is_sent, where, f"field {name} {_became(needed)}")
        if is_sent and new_schema.read_only != old_schema.read_only:
            told = "is no keyword any more" if new_schema.read_only else "is a keyword now"
            yield Change(not new_schema.read_only, where, f"field {name} {told}")
        if is_sent and new_schema.needed_on_create != old_schema.needed_on_create:
            told = f"field {name} {_became(new_schema.needed_on_create)} on creation"
            yield Change(not new_schema.needed_on_create, where, told)
        yield from _types(where, f"field {name}", old_schema, new_schema, before, after, sent=after.sending)


def _types(
    where: str, what: str, old: Schema, new: Schema, before: Types, after: Types, *, sent: bool
) -> Iterator[Change]:
    old, new = _plain(before, old), _plain(after, new)
    if (old.enum or new.enum) and old.type == new.type:
        yield from _values(where, what, old.enum, new.enum, sent=sent)
        return
    if old.alternatives or new.alternatives:
        yield from _alternatives(where, what, _several(before, old), _several(after, new), sent=sent)
        return
    was, now = before.of(old), after.of(new)
    if was.annotation != now.annotation:
        yield Change(False, where, f"{what} is {now.annotation}, was {was.annotation}")
    elif was.nullable != now.nullable:
        yield Change(now.nullable == sent, where, f"{what} may {'now' if now.nullable else 'no longer'} be null")


def _several(types: Types, schema: Schema) -> list[str]:
    """The types that a value may have."""
    nothing = ["None"] if schema.nullable else []
    return [types.of(one).annotation for one in schema.alternatives or (schema,)] + nothing


def _alternatives(where: str, what: str, old: list[str], new: list[str], *, sent: bool) -> Iterator[Change]:
    """Changes of a union: what is sent may gain types, and what is read may lose some."""
    for one in (one for one in old if one not in new):
        yield Change(not sent, where, f"{what} is no longer {one}")
    for one in (one for one in new if one not in old):
        yield Change(sent, where, f"{what} may be {one}")


def _plain(types: Types, schema: Schema) -> Schema:
    """What a reference leads to, unless that is a model, which is compared on its own, or it adds something itself."""
    target = types.spec.target(schema)
    return schema if target.is_model or schema.nullable else target


def _values(
    where: str, what: str, old: tuple[str | int, ...], new: tuple[str | int, ...], *, sent: bool
) -> Iterator[Change]:
    """Changes of an enum: sent ones are closed, and what is read may be any other value, too."""
    if not new:
        yield Change(True, where, f"{what} may be any value now")
    elif not old:
        yield Change(not sent, where, f"{what} has known values now: {', '.join(map(str, new))}")
    else:
        for value in (one for one in old if one not in new):
            yield Change(not sent, where, f"{what}: value {value!r} is gone")
        for value in (one for one in new if one not in old):
            yield Change(True, where, f"{what}: value {value!r} is new")


def _markdown(changes: list[Change]) -> str:
    lines: list[str] = []
    for title, additive in (("Breaking", False), ("Additive", True)):
        found = [f"- `{change.where}`: {change.what}" for change in changes if change.additive is additive]
        if found:
            lines += [f"### {title}", "", *found, ""]
    return "\n".join(lines).rstrip() or "No changes that callers can see."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it.

    Returns:
        0; with ``--fail-on-breaking`` 1 if something breaks; 2 when a file cannot be read.
    """
    parser = argparse.ArgumentParser(prog="diff_specs.py", description="What a change of a spec means for callers.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--markdown", action="store_true", help="as a section for the changelog")
    parser.add_argument("--fail-on-breaking", action="store_true", help="return 1 if something breaks")
    options = parser.parse_args(arguments)
    try:
        changes = compare(load(options.old), load(options.new))
    except SpecError as exc:
        print(exc, file=sys.stderr)
        return 2
    print(_markdown(changes) if options.markdown else "\n".join(map(str, changes)) or "no changes that callers can see")
    return int(options.fail_on_breaking and any(not change.additive for change in changes))


if __name__ == "__main__":
    sys.exit(main())
