"""What the vendor's page rules out, looked for in the JSON that is about to be sent; and calls that cannot be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from abclient_api._runtime import UNSET, Body, Model, Unset

from ...errors import InvalidRequestError
from .._wrong_use import check_words

T = TypeVar("T")
Fields = Mapping[str, Any]

_SITE_AREA_TYPES = frozenset({"url", "url_with_query", "query_string"})
_RULE_LEVELS = ("OR", "AND", "OR_WHEN")


def project(fields: Fields) -> None:
    """The three switches of a project are 0 or 1."""
    for name in ("include_jquery", "allow_crossdomain_tracking", "data_anonymization"):
        if name in fields and (fields[name] not in (0, 1) or isinstance(fields[name], bool)):
            raise InvalidRequestError(f"{name} must be 0 or 1, not {fields[name]!r}")


def experience(fields: Fields) -> None:
    """A personalization has no goals, and a site area looks at URLs and page tags only."""
    if fields.get("experience_type") == "personalization" and fields.get("goals"):
        raise InvalidRequestError("an experience of type 'personalization' cannot have goals")
    area = _object(fields.get("site_area"), "site_area")
    for side in ("include", "exclude"):
        for where, rule in _members(area.get(side), f"site_area.{side}"):
            _site_rule(rule, where)


def _site_rule(rule: Fields, where: str) -> None:
    kind = rule.get("rule_type")
    if isinstance(kind, str) and kind not in _SITE_AREA_TYPES and not kind.startswith("page_tag_"):
        allowed = ", ".join(sorted(_SITE_AREA_TYPES))
        raise InvalidRequestError(f"{where}: a site area looks at {allowed} and page_tag_… only, not at {kind!r}")


def rule_tree(fields: Fields, name: str) -> None:
    """A rule is an object with OR, in it objects with AND, in them objects with OR_WHEN, in them rules."""
    level = [(name, _object(fields.get(name), name))]
    for key in _RULE_LEVELS:
        level = [inner for where, node in level for inner in _members(node.get(key), f"{where}.{key}")]


def _members(found: Any, where: str) -> Iterator[tuple[str, Fields]]:
    """The objects of a list, each with its place."""
    if found is None:
        return
    if not isinstance(found, list):
        raise InvalidRequestError(f"{where} must be a list, not {found!r}")
    for index, member in enumerate(cast("list[object]", found)):
        yield f"{where}[{index}]", _object(member, f"{where}[{index}]")


def _object(found: Any, where: str) -> Fields:
    if found is None:
        return {}
    if not isinstance(found, Mapping):
        raise InvalidRequestError(f"{where} must be an object, not {found!r}")
    return cast("Fields", found)


def check_object(name: str, value: object) -> None:
    """Look at what stands for an object: a model, a mapping with the vendor's own JSON names, or nothing.

    Raises:
        TypeError: it is something else.
    """
    if value is not None and not isinstance(value, Unset | Model | Body | Mapping):
        raise TypeError(f"{name} must be a model or a mapping, not {type(value).__name__}")


def choices(name: str, values: object, known: Any = None) -> Any:
    """One string or several as a list; UNSET if there are none.

    Raises:
        TypeError: one of them is not a string, or it is not a sequence.
        ValueError: one of them is nearly one of those that are known.
    """
    if not isinstance(values, Sequence):
        raise TypeError(f"{name} must be a list, not {type(values).__name__}")
    given: list[Any] = [values] if isinstance(values, str) else list(cast("Sequence[object]", values))
    for value in given:
        if not isinstance(value, str):
            raise TypeError(f"{name} must be strings, not {type(value).__name__}")
    if known is not None:
        check_words(name, given, known)
    return given or UNSET


def optional(value: T | None) -> T | Unset:
    """None, where it means that a filter is not sent, as UNSET."""
    return UNSET if value is None else value


def moment(name: str, value: object) -> datetime | Unset:
    """A point in time, once it is certain that it is one.

    Raises:
        TypeError: it is not a datetime.
        ValueError: it has no time zone.
    """
    if value is None:
        return UNSET
    if not isinstance(value, datetime):
        raise TypeError(f"{name} must be a datetime, not {type(value).__name__}")
    if value.utcoffset() is None:
        raise ValueError(f"{name} needs a time zone, such as datetime.UTC: {value!r}")
    return value
