"""How the classes of a spec's schemas change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from ..plan._fields import fields_names
from ..spec._model import Schema, Spec
from ._change import Change
from ._renames import LEAST_FIELD, field_likeness, pairs, shared
from ._types import NONE, Terms, alike, aspects
from ._view import View, classes, properties

_LEAST_SCHEMA = 0.6
"""Of the properties that two schemas have, the part that both must have to be one under two names; a little less where
their names are alike."""


def renamed_schemas(old: View, new: View) -> dict[str, str]:
    """The schemas that are used under another name now."""
    gone = sorted(old.used - new.spec.schemas.keys())
    fresh = sorted(new.used - old.spec.schemas.keys())

    def likeness(one: str, other: str) -> float:
        before, after = old.spec.schemas[one], new.spec.schemas[other]
        same = shared(set(before.properties), set(after.properties))
        same_use = (one in old.read, one in old.sent) == (other in new.read, other in new.sent)
        return 0.7 * same + 0.2 * alike(one, other) + 0.1 * same_use

    return pairs(gone, fresh, likeness, _LEAST_SCHEMA)


def schemas(old: View, new: View, renamed: Mapping[str, str], gone: Mapping[str, frozenset[str]]) -> Iterator[Change]:
    """All changes of classes.

    Args:
        old: the spec as it was.
        new: the spec as it is.
        renamed: new names of schemas by the old ones.
        gone: the operations that are gone, and the schemas that are gone with each.
    """
    told = frozenset[str]().union(*gone.values())
    for name in sorted(old.used):
        now = renamed.get(name, name)
        if now not in new.spec.schemas:
            if name not in told:
                yield Change(kind="schema-removed", where=name, what="is gone")
            continue
        if now != name:
            yield Change(kind="schema-renamed", where=name, what=f"is called {now} now", names=(now,))
        if now in new.used:
            yield from _schema(_Pair(old, new, name, now, classes(renamed)))
    yield from _keywords(old, new, renamed, gone)
    yield from _unions(old, new, renamed)


@frozen
class _Pair:
    """A schema as it was and as it is.

    Attributes:
        renamed: new names of classes by old ones.
    """

    old: View
    new: View
    was: str
    now: str
    renamed: Mapping[str, str]

    @property
    def schemas(self) -> tuple[Schema, Schema]:
        return self.old.spec.schemas[self.was], self.new.spec.schemas[self.now]

    @property
    def directions(self) -> list[str]:
        """Where callers meet it: ``response``, ``request``, or both."""
        both = {
            "response": self.was in self.old.read and self.now in self.new.read,
            "request": self.was in self.old.sent and self.now in self.new.sent,
        }
        return [direction for direction, there in both.items() if there]


def _schema(pair: _Pair) -> Iterator[Change]:
    old, new = pair.old.spec.only_sent(pair.was), pair.new.spec.only_sent(pair.now)
    if old != new:
        what = "is only sent now" if new else "is read now, too; its attributes are never UNSET"
        yield Change(kind="schema-use-changed", where=pair.now, what=what)
    if not pair.directions:
        return
    before, after = pair.schemas
    was, now = properties(before), properties(after)
    renamed = _renamed_properties(pair, was, now)
    for name in sorted(was.keys() - now.keys() - renamed.keys()):
        yield Change(
            kind=f"{pair.directions[0]}-property-removed", where=pair.now, what=f"{name} is gone", names=(name,)
        )
    for name in sorted(now.keys() - was.keys() - set(renamed.values())):
        yield _new_property(pair, name, now[name])
    for name in sorted(was):
        then = renamed.get(name, name)
        if then not in now:
            continue
        if then != name:
            kind = f"{pair.directions[0]}-property-renamed"
            yield Change(kind=kind, where=pair.now, what=f"{name} is called {then} now", names=(name, then))
        yield from _property(pair, then, was[name], now[then], same_name=then == name)
    if before.items_key != after.items_key:
        what = f"its items are in {after.items_key or 'no property'}, were in {before.items_key or 'no property'}"
        yield Change(kind="page-items-changed", where=pair.now, what=what)


def _renamed_properties(pair: _Pair, was: dict[str, str], now: dict[str, str]) -> dict[str, str]:
    before, after = pair.schemas
    gone, fresh = sorted(was.keys() - now.keys()), sorted(now.keys() - was.keys())
    alone = len(gone) == len(fresh) == 1

    def likeness(one: str, other: str) -> float:
        first, second = before.properties[was[one]], after.properties[now[other]]
        same_type = _type(pair, pair.old, pair.was, was[one]) - {NONE} == (
            _type(pair, pair.new, pair.now, now[other]) - {NONE}
        )
        same_words = bool(first.description) and first.description == second.description
        return field_likeness((one, other), same_type=same_type, same_words=same_words, alone=alone)

    return pairs(gone, fresh, likeness, LEAST_FIELD)


def _type(pair: _Pair, side: View, name: str, key: str) -> Terms:
    renamed: Mapping[str, str] = pair.renamed if side is pair.old else {}
    if "response" in pair.directions:
        return side.attribute(name, key, renamed)
    return side.given(name, key, renamed, closed=side.closes(name))


def _new_property(pair: _Pair, name: str, key: str) -> Change:
    after = pair.schemas[1]
    needed = "request" in pair.directions and key in after.required
    kind = "required-request-property-added" if needed else f"{pair.directions[0]}-property-added"
    return Change(kind=kind, where=pair.now, what=f"{'required ' if needed else ''}{name} is new", names=(name,))


def _property(pair: _Pair, name: str, old_key: str, new_key: str, *, same_name: bool) -> Iterator[Change]:
    """How a property has changed, in both directions; what both say is told once, as the worse of the two."""
    found: dict[str, Change] = {}
    for direction in pair.directions:
        for suffix, what in _aspects(pair, old_key, new_key, direction, same_name=same_name):
            kind = f"{direction}-property-{suffix}"
            change = Change(kind=kind, where=pair.now, what=f"{name} {what}", names=(name,))
            other = found.get(what)
            if other is None or change.level.rank < other.level.rank:
                found[what] = change
    yield from found.values()


def _aspects(pair: _Pair, old_key: str, new_key: str, direction: str, *, same_name: bool) -> Iterator[tuple[str, str]]:
    before, after = pair.schemas
    sent = direction == "request"
    if sent:
        # Where a schema is read no more, or no body any more, that was told.
        closed = pair.old.closes(pair.was) and pair.new.closes(pair.now)
        old = pair.old.given(pair.was, old_key, pair.renamed, closed=closed)
        new = pair.new.given(pair.now, new_key, {}, closed=closed)
    else:
        old = pair.old.attribute(pair.was, old_key, pair.renamed)
        new = pair.new.attribute(pair.now, new_key, {})
    yield from _presence((old_key in before.required, NONE in old), (new_key in after.required, NONE in new), sent=sent)
    for one in aspects(old, new, sent=sent):
        yield one.suffix, one.what
    if same_name and old_key != new_key:
        yield "wire-name-changed", f"is {new_key} in JSON, was {old_key}"
    was, now = before.properties[old_key], after.properties[new_key]
    if sent:
        yield from _rights(was, now)
    yield from said_of(pair.old.spec, pair.new.spec, was, now, same_type=old - {NONE} == new - {NONE})


def _presence(was: tuple[bool, bool], now: tuple[bool, bool], *, sent: bool) -> Iterator[tuple[str, str]]:
    """Whether something must be there, and whether it may be null; of what is read, only None shows either."""
    (was_required, was_null), (required, null) = was, now
    if was_required != required and (sent or was_null != null):
        yield (f"became-{'required' if required else 'optional'}", f"is {'required' if required else 'optional'} now")
    elif was_null != null:
        yield (f"became-{'' if null else 'not-'}nullable", f"may {'now' if null else 'no longer'} be None")
    if sent and was_required != required and was_null != null:
        yield (f"became-{'' if null else 'not-'}nullable", f"may {'now' if null else 'no longer'} be None")


def _rights(was: Schema, now: Schema) -> Iterator[tuple[str, str]]:
    if was.read_only != now.read_only:
        yield (
            ("became-read-only", "is not a keyword any more")
            if now.read_only
            else ("became-writable", "is a keyword now")
        )
    if was.needed_on_create != now.needed_on_create:
        how = "required" if now.needed_on_create else "optional"
        yield f"became-{how}-on-create", f"is {how} on creation now"


def said_of(old: Spec, new: Spec, was: Schema, now: Schema, *, same_type: bool) -> Iterator[tuple[str, str]]:
    """What has changed of a value beside its type: limits, default, how it stands in JSON, and so on."""
    before, after = old.target(was), new.target(now)
    if same_type and was.wire != now.wire:
        yield "wire-form-changed", f"stands in JSON as {now.wire or 'it is'}, was {was.wire or 'as it is'}"
    yield from limits(before, after)
    if before.items is not None and after.items is not None:
        for suffix, what in limits(old.target(before.items), new.target(after.items)):
            yield suffix, f"items: {what}"
    if was.default != now.default:
        yield "default-changed", f"is {now.default or 'unknown'} by default, was {was.default or 'unknown'}"
    if was.deprecated != now.deprecated:
        yield ("deprecated", "is deprecated") if now.deprecated else ("undeprecated", "is no longer deprecated")
    if (before.format == "password") != (after.format == "password"):
        yield "secrecy-changed", f"is {'hidden' if after.format == 'password' else 'shown'} in reprs now"


def limits(was: Schema, now: Schema) -> Iterator[tuple[str, str]]:
    """How the bounds of a value have changed."""
    for name in sorted(was.limits.keys() | now.limits.keys()):
        before, after = was.limits.get(name), now.limits.get(name)
        if before != after:
            words = f"has no {name} any more, was {before}" if after is None else f"has {name} {after} now"
            yield "limits-changed", words + (f", was {before}" if before is not None and after is not None else "")


def _keywords(old: View, new: View, renamed: Mapping[str, str], gone: Mapping[str, frozenset[str]]) -> Iterator[Change]:
    """Changes of the TypedDicts of bodies, unless their classes or their operations have gone, which was told."""
    staying = frozenset[str]().union(*(one.schemas for name, one in old.operations.items() if name not in gone))
    for body in old.spec.bodies:
        if body in renamed or body not in new.spec.schemas or body not in staying:
            continue
        before, after = _typed_dicts(old.spec, body), _typed_dicts(new.spec, body)
        for name in sorted(before - after):
            yield Change(kind="keywords-removed", where=name, what="the TypedDict is gone")
        for name in sorted(after - before):
            yield Change(kind="keywords-added", where=name, what="the TypedDict is new")


def _typed_dicts(spec: Spec, body: str) -> set[str]:
    if body not in spec.bodies:
        return set()
    both = any(one.needed_on_create for one in spec.schemas[body].properties.values())
    return set(fields_names(body, both=both))


def _unions(old: View, new: View, renamed: Mapping[str, str]) -> Iterator[Change]:
    for name in sorted(old.reached & new.reached):
        was, now = old.spec.schemas[name], new.spec.schemas[name]
        if was.tag and now.tag:
            if was.tag != now.tag:
                what = f"its kinds are told by {now.tag}, were by {was.tag}"
                yield Change(kind="discriminator-changed", where=name, what=what)
            before = {value: renamed.get(kind, kind) for value, kind in was.kinds.items()}
            for what in _meanings(before, now.kinds):
                yield Change(kind="discriminator-changed", where=name, what=what)


def _meanings(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """What values mean another class, or one of those that others mean, too: a class of its own is told by the type."""
    for value in sorted(was.keys() | now.keys()):
        before, after = was.get(value), now.get(value)
        if before and after and before != after:
            yield f"{value!r} means {after}, was {before}"
        elif after and not before and after in was.values():
            yield f"{value!r} means {after}, was of no kind"
        elif before and not after and before in now.values():
            yield f"{value!r} is of no kind any more, was {before}"
