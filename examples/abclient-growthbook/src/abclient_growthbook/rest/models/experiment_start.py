from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class ExperimentStart(Body):
    """How an experiment is started."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "skip_checklist": "skipChecklist",
    }

    skip_checklist: bool | Unset = UNSET
    """Whether it is started although its checklist is not complete."""
