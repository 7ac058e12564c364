"""JSON patches (RFC 6902): made from changes, and checked where callers make them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeGuard, cast

from abclient_api.optimizely_flags import models

from .._wrong_use import check_fields, check_several

Step = models.PatchRequestBody | Mapping[str, Any]
"""One step of a patch: the generated body, or a mapping with the names of RFC 6902."""


def pointer(*parts: object) -> str:
    """A place in a document (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def steps_sent(steps: Sequence[Step]) -> list[models.PatchRequestBody]:
    """The steps of a caller, once it is certain that they are steps.

    Raises:
        TypeError: it is a single step, or one of them is something else, or has an unknown field.
        ValueError: there is none, an operation is not one of RFC 6902, or a place does not begin with a slash.
    """
    if isinstance(steps, str | bytes | Mapping | models.PatchRequestBody):
        raise TypeError("a patch is several steps: put the one into a list")
    check_several("steps", steps, "steps")
    made = [_step(step, f"step {number}") for number, step in enumerate(steps)]
    if not made:
        raise ValueError("a patch needs at least one step")
    return made


def _step(step: object, where: str) -> models.PatchRequestBody:
    made = _body(step, where)
    if made.op not in _OPERATIONS:
        raise ValueError(f"the op of {where} must be one of {', '.join(_OPERATIONS)}, not {made.op!r}")
    for name, place in (("path", made.path), ("from", made.from_)):
        # Below a flag, "2/name" would lead from the flag "checkout" to "checkout2".
        if isinstance(place, str) and place and not place.startswith("/"):
            raise ValueError(f"the {name} of {where} must begin with a slash, not {place!r}")
    return made


def _body(step: object, where: str) -> models.PatchRequestBody:
    if isinstance(step, models.PatchRequestBody):
        return step
    if not isinstance(step, Mapping):
        raise TypeError(f"{where} must be a mapping, not {type(step).__name__}")
    fields = cast("Mapping[str, Any]", step)
    check_fields(models.PatchRequestBody, fields, where)
    if missing := [name for name in ("op", "path") if not isinstance(fields.get(name), str)]:
        raise TypeError(f"{where} needs the text {' and '.join(missing)}")
    return models.PatchRequestBody(**{_ATTRIBUTES[key]: value for key, value in fields.items()})


_OPERATIONS = ("add", "remove", "replace", "move", "copy", "test")
_ATTRIBUTES = {key: name for name, key in models.PatchRequestBody.FIELDS.items()}


def add(path: str, value: object) -> models.PatchRequestBody:
    """Put a value there; a member that exists is replaced, the items of a list move up."""
    return models.PatchRequestBody(op="add", path=path, value=value)


def replace(path: str, value: object) -> models.PatchRequestBody:
    """Put a value in the place of another."""
    return models.PatchRequestBody(op="replace", path=path, value=value)


def remove(path: str) -> models.PatchRequestBody:
    """Take away what is there."""
    return models.PatchRequestBody(op="remove", path=path)


def test(path: str, value: object) -> models.PatchRequestBody:
    """Refuse the whole patch unless this is there."""
    return models.PatchRequestBody(op="test", path=path, value=value)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is an object of JSON."""
    return isinstance(value, dict)


def put(inside: Mapping[str, Any], name: str, value: object, path: str) -> Iterator[models.PatchRequestBody]:
    """The steps that give a member of an object another value.

    What is there is replaced and what is not is added: the vendor refuses to add what exists. What is replaced as a
    whole, such as a list, and a share, which has to add up with others, is tested before: a change that others
    made meanwhile would be lost without a word.

    Args:
        inside: the object as it was loaded.
        name: of the member.
        value: what it becomes.
        path: of the object.
    """
    place = path + pointer(name)
    is_whole = name in _SHARES or not {type(value), type(inside.get(name))}.isdisjoint((list, dict))
    if name in inside:
        if is_whole:
            yield test(place, inside[name])
        yield replace(place, value)
    else:
        if is_whole and "revision" in inside:  # nothing else shows whether others put one there
            yield test(path + pointer("revision"), inside["revision"])
        yield add(place, value)


_SHARES = ("percentage_included", "traffic_allocation")


def put_members(before: Mapping[str, Any], after: Mapping[str, Any], path: str) -> Iterator[models.PatchRequestBody]:
    """The steps after which an object has these members and no others; of members that it has, given fields are put."""
    for key in before:
        if key not in after:
            yield remove(path + pointer(key))
    for key, value in after.items():
        known: Any = before.get(key)
        if is_object(known) and is_object(value):
            yield from put_fields(known, value, path + pointer(key))
        else:
            yield from put(before, key, value, path) if key in before else (add(path + pointer(key), value),)


def put_fields(before: Mapping[str, Any], given: Mapping[str, Any], path: str) -> Iterator[models.PatchRequestBody]:
    """The steps that put the given fields of an object, and leave its others as they are.

    The key that a member repeats is not put again.
    """
    for name, value in given.items():
        if name != "key" or before.get(name) != value:
            yield from put(before, name, value, path)


def between(before: Mapping[str, Any], after: Mapping[str, Any], path: str) -> Iterator[models.PatchRequestBody]:
    """The steps that make one object of another, member by member; lists are replaced as a whole."""
    for key in before:
        if key not in after:
            yield remove(path + pointer(key))
    for key, value in after.items():
        known: Any = before.get(key)
        if is_object(known) and is_object(value):
            yield from between(known, value, path + pointer(key))
        elif key not in before:
            is_list = value.__class__ is list
            yield from put(before, key, value, path) if is_list else (add(path + pointer(key), value),)
        # 1 equals True, and is another value all the same.
        elif json.dumps(known, sort_keys=True) != json.dumps(value, sort_keys=True):
            yield from put(before, key, value, path)
