"""The place of rules in exclusion groups, as rulesets show it and patches of rulesets change it."""

from __future__ import annotations

from typing import Any

from ..shapes import Shape, basis_points, integer, record, required
from ..vendor import RefusedError
from ..world import Document, World
from . import shape, store

EVERYONE = 10_000
_PLACE: Shape = {"group_id": required(integer), "traffic_allocation": shape.may_have(basis_points, 0)}


def groups_of(world: World, project: object) -> list[Document]:
    """The groups of a project."""
    return store.documents(world, "group").find(parent=str(project))


def check_total(shares: Document) -> None:
    """Refuse shares of a group's rules that are more than the whole."""
    total = sum(one["traffic_allocation"] for one in shares.values())
    if total > EVERYONE:
        raise RefusedError(400, f"The shares of a group's rules sum to {total}, more than {EVERYONE}")


def place_of(world: World, rule: Document) -> dict[str, Any]:
    """What a rule shows of its group, and the percentage of the group's traffic that no rule takes."""
    for group in groups_of(world, rule["_project"]):
        if (share := group["rules"].get(str(rule["id"]))) is not None:
            left = EVERYONE - sum(one["traffic_allocation"] for one in group["rules"].values())
            there = {"group_id": group["id"], "group_name": group["name"], **share}
            return {"group_rule": there, "group_remaining_traffic_allocation": left // 100}
    return {"group_rule": {"group_id": 0, "traffic_allocation": 0}, "group_remaining_traffic_allocation": 100}


def moved(world: World, before: Document, after: Document, wanted: Document) -> list[Document]:
    """The groups that a patch changes, once it is certain that rules can have the places that they shall have.

    Args:
        world: what there is.
        before: the ruleset.
        after: what becomes of it.
        wanted: its rules as they are patched.
    """
    groups = {one["id"]: one | {"rules": {**one["rules"]}} for one in groups_of(world, before["_project"])}
    for key in before["rules"].keys() - after["rules"].keys():
        _leave(groups, before["rules"][key])
    for key, rule in after["rules"].items():
        if "group_rule" in wanted[key]:
            _move(groups, rule, wanted[key]["group_rule"], f"rules.{key}.group_rule")
    return [one for one in groups.values() if one != store.find(world, "group", before["_project"], one["id"])]


def _leave(groups: dict[int, Document], rule: Document) -> None:
    for group in groups.values():
        group["rules"].pop(str(rule["id"]), None)


def _move(groups: dict[int, Document], rule: Document, wanted: object, where: str) -> None:
    place = record(_PLACE)(wanted, where)
    number, share = place["group_id"], {"traffic_allocation": place["traffic_allocation"]}
    _leave(groups, rule)
    if not number:
        return
    group = groups.get(number)
    if group is None or group["environment_key"] != rule["_environment"]:
        raise RefusedError(400, f"{where}: there is no group {number} in {rule['_environment']}")
    group["rules"][str(rule["id"])] = share
    check_total(group["rules"])


def keep_group(world: World, group: Document) -> None:
    """Store a group that was changed."""
    group |= {"revision": group["revision"] + 1, "updated_time": store.now()}
    store.keep(world, "group", store.place(group["project_id"], group["id"]), group)
