"""A program that uses all that a spec's generated code offers, as its author would have written it with the old one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from abclient.codegen.diff._view import OperationView, View, view
from abclient.codegen.plan._fields import plan_fields
from abclient.codegen.plan._models import ModelPlan, plan_models
from abclient.codegen.plan._types import python_name
from abclient.codegen.spec._model import Spec

_HEAD = """\
from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, Never

from {package} import models
from {runtime} import Request, Response
"""


def program(spec: Spec, package: str, runtime: str) -> str:
    """The program: every operation is called in each way, every attribute read, every body made.

    Args:
        spec: the old spec.
        package: where its generated code is.
        runtime: the module with ``Request``.
    """
    seen = view(spec)
    plans = {plan.name: plan for plan in plan_models(spec).values()}
    parts = [_call(one) for one in seen.operations.values()]
    parts += [_read(plans[name]) for name in sorted(seen.read)]
    parts += [_make(plans[name]) for name in sorted(seen.sent)]
    parts += _keywords(seen)
    imports = "".join(
        f"from {package}.api.{python_name(one.operation.tag)} import {_module(one)}\n"
        for one in seen.operations.values()
    )
    text = "\n\n".join(parts)
    classes = {*plans, *(plan.name for plan in plan_fields(spec))}
    qualified = re.sub(rf"(?<![\w.\"])({'|'.join(sorted(classes, key=len, reverse=True))})\b", r"models.\1", text)
    return _HEAD.format(package=package, runtime=runtime) + imports + "\n\n" + qualified


def _module(side: OperationView) -> str:
    return python_name(side.operation.name)


def _call(side: OperationView) -> str:
    plan = side.plan
    module = _module(side)
    arguments = [(one.name, one.annotation.removesuffix(" | None"), one.required) for one in plan.arguments]
    if plan.body:
        body = plan.body.annotation.removesuffix(" | None") if plan.body.optional else plan.body.annotation
        arguments.append(("body", body, not plan.body.optional))
    positional = [one.name for one in plan.positional]
    least = [f"{name}={name}" for name, _, needed in arguments if needed and name not in positional]
    return _function(
        f"call_{module}",
        [*((name, annotation) for name, annotation, _ in arguments), ("response", "Response")],
        [
            f"{module}.request({', '.join([*positional, *least])})",
            f"request: Request[Any, {plan.resource}] = {module}.request("
            + ", ".join(f"{name}={name}" for name, _, _ in arguments)
            + ")",
            f"answer: {plan.answer_type} = {module}.parse(response)"
            if plan.answer_type != "None"
            else f"{module}.parse(response)",
        ],
    )


def _read(plan: ModelPlan) -> str:
    return _function(
        f"read_{plan.name.lower()}_",
        [("it", plan.name)],
        [f"{one.name}: {_loose(one.annotation)} = it.{one.name}" for one in plan.attributes],
    )


def _make(plan: ModelPlan) -> str:
    arguments = [(one.name, one.annotation.replace(" | Unset", ""), not one.default) for one in plan.attributes]
    given = [(name, *_item(name, annotation), needed) for name, annotation, needed in arguments]
    return _function(
        f"make_{plan.name.lower()}_",
        [(name, annotation) for name, annotation, _, _ in given],
        [
            f"{plan.name}({', '.join(f'{name}={value}' for name, _, value, _ in given)})",
            f"{plan.name}({', '.join(f'{name}={value}' for name, _, value, needed in given if needed)})",
        ],
    )


def _keywords(seen: View) -> list[str]:
    parts: list[str] = []
    for plan in plan_fields(seen.spec):
        given = [(one.name, one.annotation.removeprefix("Required[")) for one in plan.entries]
        needed = {one.name for one in plan.entries if one.annotation.startswith("Required[")}
        arguments = [
            (name, annotation.removesuffix("]") if name in needed else annotation) for name, annotation in given
        ]
        parts.append(
            _function(
                f"keywords_{plan.name.lower()}_",
                arguments,
                [
                    f"every: {plan.name} = {{{', '.join(f'{name!r}: {name}' for name, _ in arguments)}}}",
                    f"least: {plan.name} = {{{', '.join(f'{name!r}: {name}' for name in sorted(needed))}}}",
                ],
            )
        )
    return parts


def _item(name: str, annotation: str) -> tuple[str, str]:
    """A list is written down with its items; what is the argument then, and what is given."""
    found = re.fullmatch(r"list\[(.*)\](?: \| None)?", annotation)
    return (found[1], f"[{name}]") if found else (annotation, name)


def _loose(annotation: str) -> str:
    """Lists and mappings as those see them who only read them."""
    return annotation.replace("list[", "Sequence[").replace("dict[", "Mapping[")


def _function(name: str, arguments: Iterable[tuple[str, str]], lines: list[str]) -> str:
    signature = ", ".join(f"{one}: {annotation}" for one, annotation in arguments)
    return f"def {name}({signature}) -> None:\n" + "".join(f"    {line}\n" for line in lines or ["pass"])
