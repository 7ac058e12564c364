"""Published schemas in the dialect of the specs: named objects, single types, one way to say null."""

from __future__ import annotations

import json
import math
from typing import Any

from ..spec._document import Json
from ._flat import Flat, flat
from ._kinds import Kinds, heirs_of, kinds_of
from ._names import pascal, property_name, singular
from ._refs import Node, References
from ._report import CHANGED, DECIDE, GUESSED, Report

SCALARS = {"string", "integer", "number", "boolean"}
BINARY: dict[str, Json] = {"type": "string", "format": "binary"}
_FORMATS = {"date", "date-time", "double", "float", "int32", "int64", "password", "uri"}
_WIRES = {"byte": "base64", "base64": "base64", "unix-time": "epoch-seconds", "unixtime": "epoch-seconds"}
_DEEPEST = 30
"""Levels of objects without names in objects; what is deeper is any JSON."""

READ, SENT, FORM = "read", "sent", "form"

ANSWER, ITEM, DEEPER = "answer", "item", "deeper"
_INSIDE = {"": "", ANSWER: ITEM, ITEM: DEEPER, DEEPER: DEEPER}
"""Where something in a list stands, of a whole answer or of none."""


class Schemas:
    """The schemas of what operations read and send, by keys that get names at the end.

    One that is both read and sent becomes two: what is required and what may be null differs.
    """

    def __init__(self, references: References, report: Report, *, descriptions: bool) -> None:
        self._references = references
        self._report = report
        self._descriptions = descriptions
        self._inlined: list[str] = []
        self._waiting: list[tuple[str, Flat, str, str]] = []
        self.found: dict[str, dict[str, Json]] = {}
        self.wishes: dict[str, str] = {}

    def flat(self, node: Node) -> Flat:
        """A schema in parts."""
        return flat(self._references, node)

    def described(self, text: str) -> dict[str, str]:
        """A description, if it is kept."""
        return {"description": " ".join(text.split())} if text.strip() and self._descriptions else {}

    def convert(self, node: Node, wish: str, mode: str, *, whole: str = "") -> dict[str, Json]:
        """A schema in the dialect.

        Args:
            node: the published one.
            wish: what an object without a name would be called.
            mode: READ, SENT, or FORM for a body with files.
            whole: ANSWER if it is a whole answer, which is of one type, or of kinds that say what they are.
        """
        return self._converted(self.flat(node), wish, mode, whole)

    def _converted(self, part: Flat, wish: str, mode: str, whole: str) -> dict[str, Json]:
        if part.merged > 1:
            self._report.note(CHANGED, "allOf merged into one schema", wish)
        if part.alternatives:
            return self._union(part, wish, mode, whole)
        if (kinds := self._kinds(part, heirs_of(self._references, part), mode, whole)) is not None:
            return self._with_null(self._told_apart(kinds, part, wish, mode), part)
        if part.is_object:
            return self._with_null(self._named(part, wish, mode), part)
        if part.node.key in self._inlined or len(self._inlined) > _DEEPEST:
            self._report.note(DECIDE, "contains itself without an object in between: is any JSON now", wish)
            return {}
        self._inlined.append(part.node.key or wish)
        try:
            return self._with_null(self._unnamed(part, wish, mode, whole), part)
        finally:
            self._inlined.pop()

    def _with_null(self, made: dict[str, Json], part: Flat) -> dict[str, Json]:
        if not part.nullable or not made:
            return made
        if "$ref" in made:
            return {"allOf": [made], "nullable": True}
        return {**made, "nullable": True}

    def _unnamed(self, part: Flat, wish: str, mode: str, whole: str) -> dict[str, Json]:
        match part.type:
            case "array":
                items = part.items or part.node.inside({})
                inner = self.convert(items, singular(wish), mode, whole=_INSIDE[whole])
                return {"type": "array", "items": without(inner, "x-wire", "nullable")}
            case "object":
                if part.values is None:
                    return {"type": "object"}
                inner = self.convert(part.values, f"{wish}Value", mode, whole=DEEPER if whole else "")
                return {"type": "object", **({"additionalProperties": without(inner, "x-wire")} if inner else {})}
            case "string" | "integer" | "number" | "boolean":
                return self._scalar(part, wish)
            case _:
                single = sorted(part.types & SCALARS)
                if single and len(single) == len(part.types):
                    return {"oneOf": [{"type": one} for one in single]}
                if part.types:
                    self._report.note(DECIDE, f"is {' or '.join(sorted(part.types))}: is any JSON now", wish)
                return {}

    def _scalar(self, part: Flat, wish: str) -> dict[str, Json]:
        made: dict[str, Json] = {"type": part.type}
        if part.format in _WIRES:
            made["x-wire"] = _WIRES[part.format]
        elif part.format in _FORMATS:
            made["format"] = part.format
        elif part.format and part.format != "binary":
            self._report.note(CHANGED, f"format {part.format} means nothing here: left out", wish)
        kind = {"string": str, "integer": int}.get(part.type)
        if part.enum:
            if kind and all(isinstance(one, kind) and not isinstance(one, bool) for one in part.enum):
                made |= {"enum": list(part.enum)}
                made.pop("x-wire", None)
                made.pop("format", None)
            else:
                self._report.note(CHANGED, "enum of other values than texts or integers: left out", wish)
        return made

    def _named(self, part: Flat, wish: str, mode: str) -> dict[str, str]:
        """An object of its own, made once for each name, or for each place without one."""
        key = f"{mode}:{part.node.key}" if part.node.key else self._fresh(f"{mode}:{wish}")
        if key not in self.found:
            name = pascal(part.node.name) if part.node.key else wish
            if not part.node.key:
                self._report.note(CHANGED, "object without a name: named", wish)
            self.wishes[key] = name
            self.found[key] = {}
            # Later, because documents have chains of objects that are longer than Python's stack.
            self._waiting.append((key, part, name, mode))
        return {"$ref": key}

    def finish(self) -> None:
        """Make all objects that were referred to, and those that these refer to."""
        while self._waiting:
            key, part, name, mode = self._waiting.pop()
            self.found[key].update(self._object(part, name, SENT if mode == FORM else mode, form=mode == FORM))

    def _fresh(self, key: str) -> str:
        number = 1
        while (numbered := key if number == 1 else f"{key}{number}") in self.found:
            number += 1
        return numbered

    def _object(self, part: Flat, name: str, mode: str, *, form: bool) -> dict[str, Json]:
        properties: dict[str, Json] = {}
        names: set[str] = set()
        description = self.described(part.description or ("" if part.node.key else part.beside))
        for key, nodes in part.properties.items():
            made = self._property(nodes, f"{name}{pascal(key)}", mode, form=form)
            if made is None:
                continue
            given = property_name(key, names)
            if given is not None:
                made = {**_own(made), "x-python-name": given}
                self._report.note(CHANGED, "property with another name in Python", f"{name}.{key}: {given}")
            properties[key] = made
        required = [key for key in properties if key in part.required]
        if mode == READ:
            required = [key for key in required if _identifies(properties[key])]
        if not properties:
            return {"type": "object", **description}
        told = {"required": required} if required else {}
        return {"type": "object", **description, **told, "properties": properties}

    def _property(self, nodes: list[Node], wish: str, mode: str, *, form: bool) -> dict[str, Json] | None:
        parts = [self.flat(node) for node in nodes]
        kept = {key: value for part in parts for key, value in part.kept.items()}
        if kept.get("readOnly" if mode == SENT else "writeOnly") is True:
            return None
        description = next((text for part in parts if (text := part.beside or part.description)), "")
        if form and (file := self._file(parts[0])):
            return {**file, **self.described(description)}
        made = self._merged(parts, wish, mode)
        if made.get("type") in SCALARS:
            made = {**made, **{key: kept[key] for key in ("minimum", "maximum") if is_number(kept.get(key))}}
        if isinstance(kept.get("default"), (str, int, float, bool)):
            made = {**_own(made), "x-default": kept["default"]}
        told = self.described(description)
        return {**_own(made), **told} if told else made

    def _file(self, part: Flat) -> dict[str, Json]:
        """A file of a form, or several; empty for anything else."""
        if part.type == "array" and part.items is not None:
            items = self._file(self.flat(part.items))
            return {"type": "array", "items": items} if items.get("type") == "string" else {}
        return dict(BINARY) if part.type in {"string", ""} and part.format in {"binary", "byte"} else {}

    def _merged(self, parts: list[Flat], wish: str, mode: str) -> dict[str, Json]:
        """What a property is that several schemas speak of."""
        several = [self._converted(part, wish, mode, "") for part in parts[:1]]
        if len(parts) > 1 and not all(part.is_object for part in parts):
            first, *others = parts
            if any(other.structured and other.node.key != first.node.key for other in others):
                several = [self._any_of(parts, wish, mode, "")]
        elif len(parts) > 1 and len({part.node.key or id(part) for part in parts}) > 1:
            several = [self._one_object(parts, wish, mode)]
        return several[0]

    def _union(self, part: Flat, wish: str, mode: str, whole: str) -> dict[str, Json]:
        parts = [self.flat(one) for one in part.alternatives]
        part.nullable = part.nullable or any(one.nullable for one in parts)
        if (kinds := self._kinds(part, parts, mode, whole)) is not None:
            return self._with_null(self._told_apart(kinds, part, wish, mode), part)
        if part.properties:  # what all alternatives share
            for one in parts:
                one.properties = {**part.properties, **one.properties}
                one.required |= part.required
        key = f"{mode}:{part.node.key}"
        if part.node.key in self._inlined:
            self._report.note(DECIDE, "contains itself without an object in between: is any JSON now", wish)
            return {}
        if part.node.key and key in self.found:
            return self._with_null({"$ref": key}, part)
        self._inlined.append(part.node.key or wish)
        try:
            name = pascal(part.node.name) if part.node.key else wish
            return self._with_null(self._any_of(parts, name, mode, whole, key if part.node.key else ""), part)
        finally:
            self._inlined.pop()

    def _kinds(self, part: Flat, parts: list[Flat], mode: str, whole: str) -> Kinds | None:
        """How objects of several kinds are told apart, where they may stand, and nothing is said of all beside that."""
        restated = all(part.properties.keys() <= one.properties.keys() for one in parts)
        return None if whole == DEEPER or mode == FORM or not restated else kinds_of(self._references, part, parts)

    def _told_apart(self, kinds: Kinds, part: Flat, wish: str, mode: str) -> dict[str, str]:
        """Objects that say of which kind they are, as a schema of its own, made once as ``_named`` makes objects."""
        key = f"{mode}:kinds:{part.node.key}" if part.node.key else self._fresh(f"{mode}:kinds:{wish}")
        if key in self.found:
            return {"$ref": key}
        name = pascal(part.node.name) if part.node.key else wish
        self.wishes[key], self.found[key] = name, {}
        refs: dict[int, dict[str, str]] = {}
        for value, one in kinds.parts.items():
            if id(one) not in refs:
                refs[id(one)] = self._named(one, f"{name}{pascal(value)}", mode)
        mapping = {value: refs[id(one)]["$ref"] for value, one in kinds.parts.items()}
        made: dict[str, Json] = {
            "oneOf": [*refs.values()],
            "discriminator": {"propertyName": kinds.tag, "mapping": mapping},
            **self.described(part.description),
        }
        if kinds.guessed:
            made |= {"x-source": "inferred", "x-source-note": f"Each kind has values of its own in {kinds.tag}."}
            self._report.note(GUESSED, "what tells kinds of objects apart, discriminator", f"{wish}: {kinds.tag}")
        self.found[key].update(made)
        return {"$ref": key}

    def _any_of(self, parts: list[Flat], wish: str, mode: str, whole: str, key: str = "") -> dict[str, Json]:
        """One of several: single values, an id or an object, objects of several kinds as one; or any JSON."""
        parts = [inner for part in parts for inner in self._spread(part)]
        objects = [part for part in parts if part.is_object]
        singles = [part for part in parts if part.type in SCALARS]
        if len(objects) == len(parts):
            return self._one_object(parts, wish, mode, key)
        if len(singles) == len(parts):
            return _one_scalar([self._scalar(part, wish) for part in singles])
        free = {
            json.dumps(without(self._converted(part, wish, mode, whole), "nullable")) for part in parts if not objects
        }
        if len(free) == 1:
            made: dict[str, Json] = json.loads(free.pop())
            return made
        if len(objects) == 1 and len(objects) + len(singles) == len(parts) and not whole and objects[0].node.key:
            return self._expandable(objects[0], singles, wish, mode)
        kinds = ", ".join(dict.fromkeys(part.type or "any JSON" for part in parts))
        self._report.note(DECIDE, "of types that cannot be told apart: is any JSON now", f"{wish}: {kinds}")
        return {}

    def _spread(self, part: Flat) -> list[Flat]:
        if not part.alternatives or len(self._inlined) > _DEEPEST:
            return [part]
        return [inner for one in part.alternatives for inner in self._spread(self.flat(one))]

    def _one_object(self, parts: list[Flat], wish: str, mode: str, key: str = "") -> dict[str, Json]:
        """Objects of several kinds as one schema, with the properties of all."""
        if len({part.node.key or id(part) for part in parts}) == 1:
            return self._named(parts[0], wish, mode)
        self._report.note(
            DECIDE,
            "objects of several kinds merged into one schema",
            f"{wish}: {', '.join(pascal(part.node.name) if part.node.key else 'without a name' for part in parts)}",
        )
        names = {name: None for part in parts for name in part.properties}
        merged = Flat(
            Node({}, parts[0].node.document, key.partition(":")[2]),
            types={"object"},
            properties={name: _either([n for one in parts for n in one.properties.get(name, [])]) for name in names},
            required={name for name in names if all(name in part.required for part in parts)},
            description=next((part.description for part in parts if part.description), ""),
        )
        return self._named(merged, wish, mode)

    def _expandable(self, part: Flat, singles: list[Flat], wish: str, mode: str) -> dict[str, Json]:
        """An id, or the object when it is asked for, as a schema of its own."""
        types = dict.fromkeys(one.type for one in singles)
        key = f"{mode}:{'-or-'.join(types)}:{part.node.key}"
        if key not in self.found:
            self.wishes[key] = f"{pascal(part.node.name)}Or{'Or'.join(map(pascal, types))}"
            self.found[key] = {}
            several = [*({"type": one} for one in types), self._named(part, wish, mode)]
            self.found[key].update({"oneOf": several, **self.described("An id, or the object itself.")})
        return {"$ref": key}


def _one_scalar(several: list[dict[str, Json]]) -> dict[str, Json]:
    types = list(dict.fromkeys(one["type"] for one in several))
    if types == ["integer", "number"] or types == ["number", "integer"]:
        types = ["number"]
    if len(types) > 1:
        return {"oneOf": [{"type": one} for one in types]}
    values = [one.get("enum") for one in several]
    if all(values):
        return {"type": types[0], "enum": list(dict.fromkeys(value for one in values for value in one or ()))}
    same = all(one == several[0] for one in several)
    return several[0] if same else {"type": types[0]}


def _either(nodes: list[Node]) -> list[Node]:
    """A property of which kinds of objects say different things: one of these; what several say alike counts once."""
    texts = {json.dumps(node.value, sort_keys=True, default=str): node for node in nodes}
    several = [*texts.values()]
    if len(several) == 1:
        return several
    same = all(node.document is several[0].document for node in several)
    return [several[0].inside({"anyOf": [node.value for node in several]} if same else {})]


def _own(made: dict[str, Json]) -> dict[str, Json]:
    """The schema in a form that can have something beside it."""
    return {"allOf": [made]} if "$ref" in made else made


def without(made: dict[str, Json], *keys: str) -> dict[str, Json]:
    """The schema without some of what is said of it."""
    if "allOf" in made and "nullable" in keys:
        inner: dict[str, Json] = made["allOf"][0]
        return inner
    return {key: value for key, value in made.items() if key not in keys}


def _identifies(made: dict[str, Json]) -> bool:
    return made.get("type") in {"string", "integer"}


def is_number(value: Any) -> bool:
    """Whether it is a number, and neither a boolean nor endless."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
