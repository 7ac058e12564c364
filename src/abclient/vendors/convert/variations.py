"""What is sent of an experience, made of what was read: ids for objects, and variations that are all there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from abclient_api._runtime import Body, Model
from abclient_api.convert import models

from ...errors import InvalidRequestError
from ._reading import id_of, ids_of, read_id

OF_IDS: Mapping[str, type[Model]] = {
    "audiences": models.Audience,
    "goals": models.Goal,
    "locations": models.Location,
}
"""The fields of an experience that are ids of other objects, and what these are."""


def sendable(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an experience as the vendor takes them, whether ids or objects are given."""
    sent = dict(fields)
    for name, kind in OF_IDS.items():
        if _is_several(sent.get(name)):
            sent[name] = ids_of(sent[name], kind)
    if _is_several(sent.get("tags")):
        sent["tags"] = [_tag(tag) for tag in sent["tags"]]
    if _is_several(sent.get("variations")):
        sent["variations"] = [variation(one) for one in sent["variations"]]
    return sent


def variation(one: Any) -> Any:
    """A variation as the vendor takes it: an id, or an object whose changes are ids or objects."""
    if isinstance(one, int | str):
        return {"id": one}
    if not isinstance(one, Model | Body | Mapping):
        raise TypeError(f"variations must hold ids, models or mappings, not {type(one).__name__}")
    fields = _fields(one)
    if _is_several(fields.get("changes")):
        fields["changes"] = changes(fields["changes"])
    return fields


def changes(given: Iterable[Any]) -> list[Any]:
    """Changes as the vendor takes them; an id stands for a change that stays as it is."""
    return [{"id": one} if isinstance(one, int | str) else _fields(one) for one in given]


def check_complete(given: Iterable[Any], known: Iterable[Any], *, of: object) -> None:
    """Look whether each variation that there is, is also in a list that replaces them.

    Raises:
        InvalidRequestError: one is missing, which would remove it with its data; nothing was sent.
    """
    kept = {str(found) for one in given if (found := _known_id(one)) is not None}
    if missing := [str(one) for one in map(read_id, known) if str(one) not in kept]:
        raise InvalidRequestError(
            f"variations of experience {of}: {', '.join(missing)} would be removed with all data, because the list"
            " replaces those that are there; add them, or say replace=True"
        )


def _known_id(one: Any) -> Any:
    try:
        return one if isinstance(one, str) else id_of(one)
    except TypeError:
        return None


def _tag(tag: Any) -> Any:
    if isinstance(tag, Model):
        return id_of(tag, models.Tag)
    try:
        return id_of(tag)
    except TypeError:
        return tag


def _fields(one: Any) -> dict[str, Any]:
    return dict(cast("Mapping[str, Any]", one.to_dict() if isinstance(one, Model | Body) else one))


def _is_several(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)
