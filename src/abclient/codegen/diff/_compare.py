"""What a change of a spec means for those who call the code that is generated of it."""

from __future__ import annotations

from ..spec._model import Spec
from ._change import Change
from ._operations import gone_with, operations, renamed_operations
from ._schemas import renamed_schemas, schemas
from ._service import service
from ._view import view


def compare(old: Spec, new: Spec) -> list[Change]:
    """All differences that callers can see, breaking ones first, then in the order of what they are about.

    Schemas that no operation uses are not looked at, and descriptions do not count. What was renamed is told as that,
    if its place, its type or its words show that it is the same.
    """
    before, after = view(old), view(new)
    renamed, classes = renamed_operations(before, after), renamed_schemas(before, after)
    gone = gone_with(before, after, renamed)
    found = [
        *service(old, new),
        *operations(before, after, renamed, classes, gone),
        *schemas(before, after, classes, gone),
    ]
    return sorted(dict.fromkeys(found), key=lambda one: (one.level.rank, one.where, one.kind, one.what))
