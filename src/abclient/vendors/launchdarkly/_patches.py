"""Changes as LaunchDarkly takes them: instructions of semantic patches, and operations of JSON patches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from abclient_api.launchdarkly import models

from ...resource import Resource
from ._arguments import instructions_sent


def semantic_patch(
    instructions: Sequence[Mapping[str, Any]], *, comment: str | None = None, environment_key: str | None = None
) -> models.SemanticPatch:
    """A semantic patch as it is sent.

    Raises:
        TypeError: ``instructions`` is a single one, or one of them is not a mapping.
    """
    body = models.SemanticPatch(instructions=instructions_sent(instructions))
    if comment is not None:
        body.comment = comment
    if environment_key is not None:
        body.environment_key = environment_key
    return body


def instruction(kind: str, **parameters: Any) -> dict[str, Any]:
    """One instruction; parameters that are None are left out."""
    return {"kind": kind, **{name: value for name, value in parameters.items() if value is not None}}


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
