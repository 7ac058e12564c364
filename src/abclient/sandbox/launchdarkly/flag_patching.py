"""The instructions of a flag's semantic patch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ..fields import Fields
from ..vendor import RefusedError
from ..world import Document, World
from . import store
from .bodies import now
from .clauses import changed
from .flag_targeting import TARGETING, config_of, defaults_of, index_of

_CLIENT_SIDE = ("usingMobileKey", "usingEnvironmentId")


def apply(world: World, flag: Document, instruction: Fields, environment: str) -> None:
    """Carry out one instruction on a flag, or refuse it."""
    kind = instruction.text("kind")
    if change := _OF_FLAG.get(kind):
        change(world, flag, instruction)
        return
    targeting = TARGETING.get(kind)
    if targeting is None:
        raise RefusedError(400, f"{instruction.name('kind')} is not a known instruction: {kind}")
    if not environment:
        raise RefusedError(400, f"environmentKey is required for {kind}")
    config = config_of(flag, environment)
    targeting(world, flag, config, instruction)
    config |= {"version": config["version"] + 1, "lastModified": now()}
    flag.setdefault("config", {})[environment] = config


def check_unused(world: World, flag: Document, *, deleted: bool = False) -> None:
    """Refuse to retire a flag that others, or a running experiment, need."""
    key = flag["key"]
    others = [one for one in store.flags(world).find() if one["key"] != key]  # there is one project
    needing = [one["key"] for one in others if any(key == each["key"] for each in _prerequisites(one))]
    if needing:
        raise RefusedError(409, f"The flag {key} is a prerequisite of {', '.join(needing)}")
    if deleted and store.experiments(world).count(tags={"flagKey": {key}, "status": {"running"}}):
        raise RefusedError(409, f"The flag {key} is used by a running experiment")


def _prerequisites(flag: Document) -> Iterator[Document]:
    yield from flag.get("prerequisites", ())
    for config in flag.get("config", {}).values():
        yield from config["prerequisites"]


def _mark(name: str, *, value: bool) -> Callable[[World, Document, Fields], None]:
    def carry_out(world: World, flag: Document, one: Fields) -> None:
        if name == "archived" and value:
            check_unused(world, flag)
        if name == "deleted":
            check_unused(world, flag, deleted=True)
        flag[name] = value
        if name in ("archived", "deprecated"):
            flag[f"{name}Date"] = now() if value else None

    return carry_out


def _text(name: str) -> Callable[[World, Document, Fields], None]:
    def carry_out(world: World, flag: Document, one: Fields) -> None:
        flag[name] = one.text("value") if name == "name" else one.text_or("value", "")

    return carry_out


def _maintainer(name: str) -> Callable[[World, Document, Fields], None]:
    """A flag has a member or a team, and neither after ``removeMaintainer``."""

    def carry_out(world: World, flag: Document, one: Fields) -> None:
        wanted = one.text("value") if name else ""
        flag |= {"maintainer": "", "maintainerTeam": ""}
        if name:
            flag[name] = wanted

    return carry_out


def _tags(world: World, flag: Document, one: Fields) -> None:
    flag["tags"] = changed(flag.get("tags", []), one.texts_or("values", []), one.text("kind"))


def _add_variation(world: World, flag: Document, one: Fields) -> None:
    new = store.variation_id(world)
    if one.value("value") is None:
        raise RefusedError(400, f"{one.name('value')} is required")
    flag["defaults"] = defaults_of(flag)  # which stay what they are
    flag["variations"] = [*flag["variations"], new]
    flag.setdefault("details", {})[new] = _detail(one)


def _update_variation(world: World, flag: Document, one: Fields) -> None:
    wanted = flag["variations"][index_of(flag, one)]
    details = flag.setdefault("details", {})
    details[wanted] = {**details.get(wanted, {"value": flag["variations"].index(wanted)}), **_detail(one)}


def _detail(one: Fields) -> Document:
    return {name: one.value(name) for name in ("value", "name", "description") if one.value(name) is not None}


def _remove_variation(world: World, flag: Document, one: Fields) -> None:
    place = index_of(flag, one)
    if len(flag["variations"]) <= 2:
        raise RefusedError(400, "A flag needs two variations")
    required = [
        each["key"] == flag["key"] and each["variation"] == place
        for other in store.flags(world).find()
        for each in _prerequisites(other)
    ]
    if any(required) or place in _places(flag):
        raise RefusedError(400, f"{one.name('variationId')} is served, or another flag requires it")
    flag["defaults"] = {name: _after(number, place) for name, number in defaults_of(flag).items()}
    for config in flag.get("config", {}).values():
        _shift(config, place)
    del flag["variations"][place]


def _places(flag: Document) -> set[int]:
    """The variations that anything serves."""
    found = set(defaults_of(flag).values())
    for config in flag.get("config", {}).values():
        found |= {one["variation"] for one in _serving(config)} | {config["offVariation"]}
    return found


def _serving(config: Document) -> Iterator[Document]:
    """All places where a configuration names a variation of the flag, but the off variation."""
    yield from (*config["targets"], *config["contextTargets"])
    for one in (config["fallthrough"], *config["rules"]):
        yield from one["rollout"]["variations"] if "rollout" in one else (one,)


def _after(number: int, removed: int) -> int:
    return number - (number > removed)


def _shift(config: Document, removed: int) -> None:
    config["offVariation"] = _after(config["offVariation"], removed)
    for one in _serving(config):
        one["variation"] = _after(one["variation"], removed)


def _update_defaults(world: World, flag: Document, one: Fields) -> None:
    details = flag.get("details", {})
    values = [details.get(wanted, {"value": place})["value"] for place, wanted in enumerate(flag["variations"])]
    fresh = dict(defaults_of(flag))
    for name, parameter in (("onVariation", "onVariationValue"), ("offVariation", "offVariationValue")):
        value = one.value(parameter)
        if value is None:
            continue
        place = next((at for at, known in enumerate(values) if (known, type(known)) == (value, type(value))), None)
        if place is None:
            raise RefusedError(400, f"{one.name(parameter)} is the value of no variation")
        fresh[name] = place
    flag["defaults"] = fresh


def _custom(world: World, flag: Document, one: Fields) -> None:
    kind, key = one.text("kind"), one.text("key")
    properties: Document = flag.setdefault("customProperties", {})
    known = properties.get(key, {"value": []})
    given = one.texts_or("values", [])
    after = given if kind.startswith("replace") else changed(known["value"], given, kind)
    name = known.get("name", "") if kind.startswith("remove") else one.text("name")
    properties.pop(key, None)
    if after:
        properties[key] = {"name": name, "value": after}


def _client_side(world: World, flag: Document, one: Fields) -> None:
    value = one.text("value")
    if value not in _CLIENT_SIDE:
        raise RefusedError(400, f"{one.name('value')} must be one of {', '.join(_CLIENT_SIDE)}")
    before = flag.get("clientSide", [])
    flag["clientSide"] = changed(before, [value], "add" if one.text("kind").startswith("turnOn") else "remove")


_OF_FLAG: Mapping[str, Callable[[World, Document, Fields], None]] = {
    "updateName": _text("name"),
    "updateDescription": _text("description"),
    "updateMaintainerMember": _maintainer("maintainer"),
    "updateMaintainerTeam": _maintainer("maintainerTeam"),
    "removeMaintainer": _maintainer(""),
    "addTags": _tags,
    "removeTags": _tags,
    "makeFlagPermanent": _mark("temporary", value=False),
    "makeFlagTemporary": _mark("temporary", value=True),
    "archiveFlag": _mark("archived", value=True),
    "restoreFlag": _mark("archived", value=False),
    "deprecateFlag": _mark("deprecated", value=True),
    "restoreDeprecatedFlag": _mark("deprecated", value=False),
    "deleteFlag": _mark("deleted", value=True),
    "addVariation": _add_variation,
    "updateVariation": _update_variation,
    "removeVariation": _remove_variation,
    "updateDefaultVariation": _update_defaults,
    "addCustomProperties": _custom,
    "removeCustomProperties": _custom,
    "replaceCustomProperties": _custom,
    "turnOnClientSideAvailability": _client_side,
    "turnOffClientSideAvailability": _client_side,
}

KINDS = frozenset({*_OF_FLAG, *TARGETING})
"""Every kind of instruction that the vendor documents for flags."""
