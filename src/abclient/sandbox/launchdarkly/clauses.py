"""Conditions of targeting rules, of flags and of segments."""

from __future__ import annotations

from typing import Any

from ..fields import Fields
from ..vendor import RefusedError
from ..world import Document, World
from . import store


def clauses(world: World, fields: Fields) -> list[Document]:
    """The ``clauses`` of an instruction, with ids."""
    return [_clause(world, one) for one in fields.objects("clauses")]


def _clause(world: World, one: Fields) -> Document:
    return {
        "_id": store.variation_id(world),
        "attribute": one.text("attribute"),
        "op": one.text("op"),
        "values": one.value("values") or [],
        "contextKind": one.text_or("contextKind", "user"),
        "negate": one.boolean_or("negate", default=False),
    }


def by_id(items: list[Document], one: Fields, name: str) -> Document:
    """The item whose id an instruction names; 400 if there is none."""
    wanted = one.text(name)
    document = next((item for item in items if item["_id"] == wanted), None)
    if document is None:
        raise RefusedError(400, f"{one.name(name)} is unknown: {wanted}")
    return document


def without(rules: list[Document], one: Fields) -> list[Document]:
    """All rules but the one that an instruction names, which need not be there."""
    wanted = one.text("ruleId")
    return [rule for rule in rules if rule["_id"] != wanted]


def reordered(rules: list[Document], one: Fields) -> list[Document]:
    """The rules in the order of ``ruleIds``, which must be those of all."""
    order = one.texts_or("ruleIds", [])
    if sorted(order) != sorted(rule["_id"] for rule in rules):
        raise RefusedError(400, f"{one.name('ruleIds')} must be the ids of all rules")
    known = {rule["_id"]: rule for rule in rules}
    return [known[rule_id] for rule_id in order]


def change_clauses(world: World, rules: list[Document], one: Fields) -> None:
    """Carry out an instruction that changes the conditions of a rule."""
    kind, rule = one.text("kind"), by_id(rules, one, "ruleId")
    if kind == "addClauses":
        rule["clauses"] += clauses(world, one)
    elif kind == "removeClauses":
        gone = one.texts_or("clauseIds", [])
        rule["clauses"] = [clause for clause in rule["clauses"] if clause["_id"] not in gone]
    elif kind == "updateClause":
        clause = by_id(rule["clauses"], one, "clauseId")
        clause |= {**_clause(world, one.nested("clause")), "_id": clause["_id"]}
    else:
        clause = by_id(rule["clauses"], one, "clauseId")
        clause["values"] = changed(clause["values"], one.values("values"), kind)


CLAUSE_KINDS = ("addClauses", "removeClauses", "updateClause", "addValuesToClause", "removeValuesFromClause")
"""What ``change_clauses`` carries out."""


def changed(before: list[Any], given: list[Any], kind: str) -> list[Any]:
    """A list after an instruction whose kind begins with ``add`` or ``remove``; nothing is in it twice."""
    if kind.startswith("add"):
        return [*before, *(value for place, value in enumerate(given) if value not in [*before, *given[:place]])]
    return [value for value in before if value not in given]
