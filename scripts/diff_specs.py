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

from plan_operations import OperationPlan, plan_operations
from plan_types import Types, is_model, python_name
from spec_document import Json, SpecError, load, operations, parameters, read_and_sent, resolve


@frozen(order=True)
class Change:
    """One difference that callers can see."""

    additive: bool
    where: str
    what: str

    def __str__(self) -> str:
        return f"{'additive' if self.additive else 'BREAKING'}: {self.where}: {self.what}"


def compare(old: dict[str, Json], new: dict[str, Json]) -> list[Change]:
    """All differences, breaking ones first."""
    return sorted({*_operations(old, new), *_schemas(old, new)})


def _named(old: dict[str, Any], new: dict[str, Any], where: str, kind: str) -> Iterator[Change]:
    for name in old.keys() - new.keys():
        yield Change(False, where or name, f"{kind} {name} is gone")
    for name in new.keys() - old.keys():
        yield Change(True, where or name, f"{kind} {name} is new")


@frozen
class _Side:
    """An operation in one of the specs."""

    document: dict[str, Json]
    path: str
    method: str
    operation: dict[str, Json]
    plan: OperationPlan

    @property
    def line(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def tag(self) -> str:
        return str(self.operation["tags"][0])

    @property
    def parameters(self) -> dict[str, dict[str, Json]]:
        given = parameters(self.document, self.path, self.operation)
        return {python_name(one["name"], one.get("x-python-name")): one for one in given}


def _sides(document: dict[str, Json]) -> dict[str, _Side]:
    plans = {plan.operation: plan for plan in plan_operations(document).values()}
    found = ((operation["operationId"], path, method, operation) for path, method, operation in operations(document))
    return {name: _Side(document, path, method, operation, plans[name]) for name, path, method, operation in found}


def _operations(old: dict[str, Json], new: dict[str, Json]) -> Iterator[Change]:
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
        same = re.findall("{.*?}", was.path) == re.findall("{.*?}", now.path)
        order = "" if same else ", so its arguments have another order"
        yield Change(same, where, f"{was.line} is now {now.line}{order}")
    if was.tag != now.tag:
        yield Change(False, where, f"moved from tag {was.tag} to {now.tag}, and its module with it")
    if now.operation.get("deprecated") and not was.operation.get("deprecated"):
        yield Change(True, where, "is deprecated")


def _parameters(
    where: str, old: dict[str, Json], new: dict[str, Json], before: Types, after: Types
) -> Iterator[Change]:
    for name in old.keys() - new.keys():
        yield Change(False, where, f"parameter {name} is gone")
    for name in new.keys() - old.keys():
        required = bool(new[name].get("required"))
        yield Change(not required, where, f"{'required ' if required else ''}parameter {name} is new")
    for name in old.keys() & new.keys():
        was, now = old[name], new[name]
        if bool(was.get("required")) != bool(now.get("required")):
            yield Change(bool(was.get("required")), where, f"parameter {name} {_became(now.get('required'))}")
        if was["in"] != now["in"]:
            yield Change(True, where, f"parameter {name} moved from {was['in']} to {now['in']}")
        yield from _types(where, f"parameter {name}", was["schema"], now["schema"], before, after, sent=True)


def _became(required: object) -> str:
    return "became required" if required else "became optional"


def _bodies(where: str, was: _Side, now: _Side) -> Iterator[Change]:
    before, after = was.plan.body, now.plan.body
    if before is None or after is None:
        if before is not after:
            yield Change(False, where, "takes no body any more" if after is None else "needs a body now")
        return
    if before.annotation != after.annotation:
        yield Change(False, where, f"the body is {after.annotation}, was {before.annotation}")
    sent_before, sent_after = dict(was.plan.headers)["content-type"], dict(now.plan.headers)["content-type"]
    if sent_before != sent_after:
        yield Change(True, where, f"sends {sent_after} instead of {sent_before}")


def _answers(where: str, was: _Side, now: _Side) -> Iterator[Change]:
    before, after = was.operation["responses"], now.operation["responses"]
    for status in before.keys() - after.keys():
        yield Change(True, where, f"status {status} is gone")
    for status in after.keys() - before.keys():
        yield Change(True, where, f"status {status} is new")
    answered, answers = was.plan.answer_type, now.plan.answer_type
    if answered != answers:
        narrower = set(answers.split(" | ")) < set(answered.split(" | "))
        yield Change(narrower, where, f"answers {answers}, was {answered}")


def _schemas(old: dict[str, Json], new: dict[str, Json]) -> Iterator[Change]:
    before: dict[str, Json] = _models(old)
    after: dict[str, Json] = _models(new)
    yield from _named(before, after, "", "schema")
    read_before, sent_before = read_and_sent(old)
    read_after, sent_after = read_and_sent(new)
    for name in before.keys() & after.keys():
        sent, was_sent = name in sent_after - read_after, name in sent_before - read_before
        if sent != was_sent:
            yield Change(False, name, "is only sent now" if sent else "is read now; its attributes are never UNSET")
        types = Types(old, was_sent), Types(new, sent)
        yield from _properties(name, before[name], after[name], *types, is_sent=name in sent_after)


def _models(document: dict[str, Json]) -> dict[str, Json]:
    schemas = document.get("components", {}).get("schemas", {})
    return {name: schema for name, schema in schemas.items() if is_model(schema)}


def _properties(where: str, old: Json, new: Json, before: Types, after: Types, *, is_sent: bool) -> Iterator[Change]:
    was = {python_name(key, one.get("x-python-name")): (key, one) for key, one in old["properties"].items()}
    now = {python_name(key, one.get("x-python-name")): (key, one) for key, one in new["properties"].items()}
    required_before, required_after = set(old.get("required", ())), set(new.get("required", ()))
    for name in was.keys() - now.keys():
        yield Change(False, where, f"field {name} is gone")
    for name in now.keys() - was.keys():
        needed = is_sent and now[name][0] in required_after
        yield Change(not needed, where, f"{'required ' if needed else ''}field {name} is new")
    for name in was.keys() & now.keys():
        (old_key, old_schema), (new_key, new_schema) = was[name], now[name]
        if old_key != new_key:
            yield Change(True, where, f"field {name} is {new_key} in JSON, was {old_key}")
        needed = new_key in required_after
        if needed != (old_key in required_before):
            # What is read becomes safer when it is required, what is sent becomes more demanding; and the reverse.
            yield Change(needed != is_sent, where, f"field {name} {_became(needed)}")
        yield from _types(where, f"field {name}", old_schema, new_schema, before, after, sent=after.sending)


def _types(where: str, what: str, old: Json, new: Json, before: Types, after: Types, *, sent: bool) -> Iterator[Change]:
    old, new = _plain(before, old), _plain(after, new)
    if ("enum" in old or "enum" in new) and old.get("type") == new.get("type"):
        yield from _values(where, what, old.get("enum"), new.get("enum"), sent=sent)
        return
    was, now = before.of(old), after.of(new)
    if was.annotation != now.annotation:
        yield Change(False, where, f"{what} is {now.annotation}, was {was.annotation}")
    elif was.nullable != now.nullable:
        yield Change(now.nullable == sent, where, f"{what} may {'now' if now.nullable else 'no longer'} be null")


def _plain(types: Types, schema: Json) -> Json:
    """What a reference leads to, unless that is a model, which is compared on its own."""
    target = resolve(types.document, schema)
    return schema if is_model(target) else target


def _values(where: str, what: str, old: list[Json] | None, new: list[Json] | None, *, sent: bool) -> Iterator[Change]:
    """Changes of an enum: sent ones are closed, and what is read may be any other value, too."""
    if new is None:
        yield Change(True, where, f"{what} may be any value now")
    elif old is None:
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
