"""Changes as LaunchDarkly takes them: instructions of semantic patches, and operations of JSON patches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from abclient_api._arguments import flag, segment, text, whole
from abclient_api._runtime import Body
from abclient_api.launchdarkly import models

from ...resource import Resource
from ._arguments import instructions_sent, listed

B = TypeVar("B", bound=Body)


def semantic_patch(
    instructions: Sequence[Mapping[str, Any]], *, comment: str | None = None, environment_key: str | None = None
) -> models.SemanticPatch:
    """A semantic patch as it is sent.

    Raises:
        TypeError: ``instructions`` is a single one, or one of them is not a mapping.
    """
    body = models.SemanticPatch(instructions=instructions_sent(instructions))
    return with_texts(body, comment=comment, environment_key=environment_key)


def with_texts(body: B, **texts: str | None) -> B:
    """The body with these fields, except those that are None.

    Raises:
        TypeError: one of them is not text.
    """
    for name, value in given(**texts).items():
        setattr(body, name, text(name, value))
    return body


def instruction(kind: str, **parameters: Any) -> dict[str, Any]:
    """One instruction.

    Args:
        kind: what the vendor calls it.
        **parameters: all that it needs; those that may be missing come from ``given``.

    Raises:
        TypeError: one of them is None, which would leave it out, or of another type than the vendor documents.
    """
    for name, value in parameters.items():
        _KINDS.get(name, segment)(name, value)
    return {"kind": kind, **parameters}


def given(**parameters: Any) -> dict[str, Any]:
    """Those parameters that are not None."""
    return {name: value for name, value in parameters.items() if value is not None}


def _mapping(name: str, value: object) -> None:
    if not isinstance(value, Mapping):
        raise TypeError(f"{name} must be a mapping, not {type(value).__name__}")


_KINDS: Mapping[str, Callable[[str, Any], object]] = {
    **dict.fromkeys(("clauses", "clauseIds", "prerequisites", "ruleIds", "rules", "targets", "values"), listed),
    **dict.fromkeys(("clause", "rolloutWeights"), _mapping),
    **dict.fromkeys(("changeJustification", "description", "name", "value", "winningReason"), text),
    "reservationPercent": whole(0, 100),
    "trackEvents": flag,
}
"""What reads the parameters of instructions that are not ids, keys or other words."""


def json_patch(item: Resource[Any], changes: Mapping[str, Any]) -> list[models.PatchOperation]:
    """The operations that change these attributes of an object."""
    whole = item.to_dict()
    operations: list[models.PatchOperation] = []
    for name, value in changes.items():
        key = item.FIELDS[name]
        path = "/" + key.replace("~", "~0").replace("/", "~1")
        if value is None:
            operations.append(models.PatchOperation(op="remove", path=path))
        else:
            operations.append(models.PatchOperation(op="add", path=path, value=whole[key]))  # replaces what is there
    return operations


def operations_sent(given: Sequence[Mapping[str, Any] | models.PatchOperation]) -> list[Any]:
    """The operations of a JSON patch as they are sent.

    Raises:
        TypeError: they are one, or one of them is neither a mapping nor a ``PatchOperation``.
    """
    if isinstance(given, models.PatchOperation):
        raise TypeError("operations must be several, not one PatchOperation; put it into a list")
    mappings = [one for one in given if not isinstance(one, models.PatchOperation)]
    instructions_sent(given if isinstance(given, str | bytes | Mapping) else mappings)
    return list(given)


def tag_changes(before: Sequence[str] | None, after: Sequence[str] | None) -> list[dict[str, Any]]:
    """The instructions that turn these tags into those."""
    old, new = list(before or ()), list(after or ())
    found: list[dict[str, Any]] = []
    if added := [tag for tag in new if tag not in old]:
        found.append(instruction("addTags", values=added))
    if removed := [tag for tag in old if tag not in new]:
        found.append(instruction("removeTags", values=removed))
    return found
