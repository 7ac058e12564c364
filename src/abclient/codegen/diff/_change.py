"""What a change of an API is for callers: its kind, how bad that is, and where it is."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen


class Level(Enum):
    """What a change can do to code that works now; the worst comes first.

    Attributes:
        BREAKING: a type checker finds an error in it, or a call that it makes has another meaning.
        BEHAVIORAL: it stays correct, but other requests are sent, or other values arrive.
        ADDITIVE: it stays as it is, and there is something more to use.
    """

    BREAKING = "breaking"
    BEHAVIORAL = "behavioral"
    ADDITIVE = "additive"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Level).index(self)


_BY_LEVEL = {
    Level.BREAKING: """
        operation-removed operation-renamed operation-tag-changed arguments-reordered
        parameter-removed parameter-renamed required-parameter-added parameter-became-required parameter-type-changed
        parameter-value-removed parameter-value-renamed parameter-became-enum
        body-removed required-body-added body-became-required body-type-changed
        response-type-changed response-resource-changed
        schema-removed schema-renamed schema-use-changed keywords-removed
        request-property-removed request-property-renamed required-request-property-added
        request-property-became-required request-property-became-required-on-create
        request-property-became-not-nullable request-property-type-changed request-property-value-removed
        request-property-value-renamed request-property-became-enum request-property-became-read-only
        response-property-removed response-property-renamed response-property-became-optional
        response-property-became-nullable response-property-type-changed
    """,
    Level.BEHAVIORAL: """
        server-changed server-added server-removed security-changed
        operation-moved operation-deprecated operation-retries-changed constant-header-changed
        parameter-location-changed parameter-wire-name-changed parameter-style-changed parameter-limits-changed
        parameter-default-changed parameter-deprecated parameter-wire-form-changed
        body-limits-changed body-content-type-changed response-content-type-changed response-status-added
        response-status-removed
        page-items-changed discriminator-changed
        request-property-wire-name-changed request-property-wire-form-changed request-property-limits-changed
        request-property-default-changed request-property-deprecated request-property-secrecy-changed
        response-property-wire-name-changed response-property-wire-form-changed response-property-limits-changed
        response-property-default-changed response-property-deprecated response-property-secrecy-changed
        response-property-value-added response-property-value-removed response-property-value-renamed
        response-property-became-enum response-property-became-free response-property-type-compatible
        parameter-type-compatible request-property-type-compatible body-type-compatible response-type-compatible
    """,
    Level.ADDITIVE: """
        operation-added operation-undeprecated
        parameter-added parameter-became-optional parameter-value-added parameter-became-free parameter-type-widened
        parameter-undeprecated
        body-added body-became-optional body-type-widened response-type-narrowed
        keywords-added
        request-property-added request-property-became-optional request-property-became-optional-on-create
        request-property-became-nullable request-property-value-added request-property-became-free
        request-property-type-widened request-property-became-writable request-property-undeprecated
        response-property-added response-property-became-required response-property-became-not-nullable
        response-property-type-narrowed response-property-undeprecated
    """,
}

KINDS = {kind: level for level, kinds in _BY_LEVEL.items() for kind in kinds.split()}
"""The level of each kind of change."""


def _known(_: object, __: object, kind: str) -> None:
    if kind not in KINDS:
        raise ValueError(f"{kind} is not a kind of change")


@frozen(kw_only=True)
class Change:
    """One difference that callers can see.

    Attributes:
        kind: one of ``KINDS``.
        where: the operation's id or the schema's name; empty for the API as a whole.
        what: in words, with names as they are in Python.
        names: what it is about, beside ``where``: Python names of a parameter or a property, old and new ones.
    """

    kind: str = field(validator=_known)
    where: str
    what: str
    names: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """How bad it is."""
        return KINDS[self.kind]

    def __str__(self) -> str:
        return f"{self.level.value}: {self.where}: {self.what} ({self.kind})"
