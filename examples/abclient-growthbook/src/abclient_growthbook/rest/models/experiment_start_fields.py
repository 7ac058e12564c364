from typing import TypedDict


class ExperimentStartFields(TypedDict, total=False):
    """How an experiment is started.

    The fields of ``ExperimentStart``, by keyword.
    """

    skip_checklist: bool
    """Whether it is started although its checklist is not complete."""
