"""What callers give, as the vendor takes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from abclient_api._arguments import several, text
from abclient_api._runtime import Body
from abclient_api.launchdarkly import models

from .._wrong_use import check_fields, check_item, check_several, check_words


def iteration_body(given: object) -> Any:
    """An iteration as it is sent.

    Raises:
        TypeError: it is neither the model nor a mapping, or has a field that no iteration has.
    """
    check_fields(models.IterationInput, given, "iteration")
    if isinstance(given, Mapping):
        return dict(cast("Mapping[str, Any]", given))
    if isinstance(given, models.IterationInput):
        return given
    raise TypeError(f"iteration must be an IterationInput or a mapping, not {_kind(given)}")


def randomization_units(given: object) -> Any:
    """Randomization units as they are sent.

    Raises:
        TypeError: they are not several, or one has a field that none has.
    """
    kind = _kind(given)
    if isinstance(given, str | bytes | Mapping | Body) or not isinstance(given, Iterable):
        raise TypeError(f"randomization_units must be several, not one {kind}; put it into a list")
    units = list(cast("Iterable[object]", given))
    for index, unit in enumerate(units):
        check_fields(models.RandomizationUnitInput, unit, f"randomization_units[{index}]")
    return units


def instructions_sent(given: object) -> list[dict[str, Any]]:
    """The instructions of a semantic patch as they are sent.

    Raises:
        TypeError: they are not several, or one of them is not a mapping.
    """
    kind = _kind(given)
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise TypeError(f"instructions must be several instructions, not one {kind}; put it into a list")
    instructions = list(cast("Iterable[object]", given))
    for index, one in enumerate(instructions):
        if not isinstance(one, Mapping):
            raise TypeError(
                f'instructions[{index}] must be a mapping, such as {{"kind": "updateName"}}, not {_kind(one)}'
            )
    return [dict(one) for one in cast("list[Mapping[str, Any]]", instructions)]


def statements_sent(given: object) -> list[Any]:
    """Statements about entries of the audit log as they are sent.

    Raises:
        TypeError: they are not several, or one has a field that none has.
    """
    kind = _kind(given)
    if isinstance(given, str | bytes | Mapping | Body) or not isinstance(given, Iterable):
        raise TypeError(f"statements must be several statements, not one {kind}; put it into a list")
    statements = list(cast("Iterable[object]", given))
    for index, one in enumerate(statements):
        check_item("statements", one, lambda item: isinstance(item, Body | Mapping), "statements or mappings")
        check_fields(models.StatementPost, one, f"statements[{index}]")
    return statements


def listed(name: str, given: object) -> list[Any]:
    """The values of an argument that takes several, as they are sent.

    Raises:
        TypeError: it is a single one, such as a text, whose letters would be taken for values.
    """
    kind = _kind(given)
    if isinstance(given, str | bytes | Mapping | Body) or not isinstance(given, Iterable):
        raise TypeError(f"{name} must be several values, not one {kind}; put it into a list")
    return list(cast("Iterable[object]", given))


def field_changes(given: object) -> dict[str, dict[str, Any]]:
    """Changes of an experiment's fields as they are sent.

    Raises:
        TypeError: they are not a mapping of mappings.
        ValueError: there are none, or an operation is unknown or lacks its value.
    """
    if not isinstance(given, Mapping):
        raise TypeError(f"changes must be a mapping of field names, not {_kind(given)}")
    changes: dict[str, dict[str, Any]] = {}
    for name, change in cast("Mapping[object, object]", given).items():
        if not isinstance(change, Mapping):
            example = '{"operation": "update", "value": ...}'
            raise TypeError(f"changes[{name!r}] must be a mapping, such as {example}, not {_kind(change)}")
        known = dict(cast("Mapping[str, Any]", change))
        operation = known.get("operation")
        if operation not in ("add", "update", "remove"):
            raise ValueError(f"changes[{name!r}] must have the operation add, update or remove, not {operation!r}")
        if operation != "remove" and "value" not in known:
            raise ValueError(f"changes[{name!r}] has no value to {operation}")
        changes[str(name)] = known
    if not changes:
        raise ValueError("changes has no field")
    return changes


def _is_wanted(item: object) -> bool:
    """Whether results can be fetched for it, as far as its type tells: a pair of keys, an experiment, or its key."""
    return _is_pair(item) or isinstance(item, str | models.Experiment)


def _is_pair(item: object) -> bool:
    keys = cast("tuple[object, ...]", item) if isinstance(item, tuple) else ()
    return len(keys) == 2 and isinstance(keys[0], str) and isinstance(keys[1], str)


_WANTED = "(experiment_key, metric_key) pairs, experiments or their keys"


def check_wanted_one(item: object) -> None:
    """Look at one thing that results are to be fetched for. Raises as ``check_item``."""
    check_item("wanted", item, _is_wanted, _WANTED)


def check_wanted(given: Any) -> None:
    """Look at what results are to be fetched for.

    Raises:
        TypeError: it is a single pair of keys, or one of them is invalid.
    """
    if _is_pair(given):
        raise TypeError(
            f"wanted must be several {_WANTED}; {given!r} is taken for one pair: put it into a list, as two keys, too"
        )
    check_several("wanted", given, _WANTED, _is_wanted)


def commas(name: str, values: str | Collection[str], known: Any) -> str | None:
    """A comma-separated list of words, as the vendor takes them; None for an empty one. Raises as ``check_words``.

    Args:
        name: of the argument.
        values: one or several.
        known: the ``Literal`` of those in the vendor's document; None for keys.
    """
    words = several(text)(name, values)
    if known is not None:
        check_words(name, words, known)
    return ",".join(words) or None


def filter_expression(**fields: object) -> str | None:
    """The vendor's filter expression; None without conditions."""
    given = {name: text(name, value) for name, value in fields.items() if value is not None}
    for name, value in given.items():
        if not value or "," in value:
            raise ValueError(f"{name} must be a non-empty key without commas, not {value!r}")
    return ",".join(f"{name}:{value}" for name, value in given.items()) or None


def _kind(value: object) -> str:
    return type(value).__name__
