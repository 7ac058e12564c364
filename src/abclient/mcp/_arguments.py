"""The arguments that tools share, as their schemas describe them. No text here comes from a vendor."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

Status: TypeAlias = Literal["not_started", "running", "paused", "ended", "archived"]

_LONGEST_ID = 500
"""Characters; no vendor has ids or keys that come near it."""

AccountName: TypeAlias = Annotated[
    str, Field(description="The account: a name that the tool accounts lists.", max_length=_LONGEST_ID)
]
Project: TypeAlias = Annotated[
    str | None,
    Field(
        description="The project's id or key; by default the account's own, or all projects.", max_length=_LONGEST_ID
    ),
]
Environment: TypeAlias = Annotated[
    str | None,
    Field(
        description="The environment's key, at vendors that have environments; by default the account's own.",
        max_length=_LONGEST_ID,
    ),
]
ExperimentId: TypeAlias = Annotated[
    str,
    Field(
        description="The experiment_id that list_experiments gives; some vendors need its project as well.",
        max_length=_LONGEST_ID,
    ),
]
ExperimentIds: TypeAlias = Annotated[
    list[str] | None,
    Field(
        description="Only experiments with these values of experiment_id; some vendors need their project as well.",
        max_length=50,
    ),
]
OfStatus: TypeAlias = Annotated[Status | None, Field(description="Only experiments with this status.")]
Offset: TypeAlias = Annotated[
    int, Field(description="How many experiments to skip: the next_offset of the answer before.", ge=0)
]
FewExperiments: TypeAlias = Annotated[
    int, Field(description="How many experiments to fetch results of, at most.", ge=1, le=50)
]
Experiments: TypeAlias = Annotated[
    int, Field(description="How many experiments to look at, at most; the results of each are fetched.", ge=1, le=200)
]
Listed: TypeAlias = Annotated[int, Field(description="How many experiments to list, at most.", ge=1, le=200)]
Search: TypeAlias = Annotated[
    str | None, Field(description="Only experiments with this text in their name or id.", max_length=_LONGEST_ID)
]
Metric: TypeAlias = Annotated[str | None, Field(description="Only this metric, by id or name.", max_length=_LONGEST_ID)]
PrimaryOnly: TypeAlias = Annotated[bool, Field(description="Only rows of primary metrics.")]
PrimaryMetrics: TypeAlias = Annotated[
    list[str] | None,
    Field(description="Ids of metrics to take for primary where the vendor does not say which are.", max_length=50),
]
Segment: TypeAlias = Annotated[
    str | None,
    Field(
        description="Results of a segment in place of all visitors, such as device=mobile; accounts lists which.",
        max_length=_LONGEST_ID,
    ),
]
OnlyFindings: TypeAlias = Annotated[bool, Field(description="Only experiments with findings.")]
Check: TypeAlias = Annotated[
    bool, Field(description="Send each vendor one small request, to see whether it accepts the credentials.")
]
DryRun: TypeAlias = Annotated[
    bool, Field(description="Only answer what would be sent. False sends it and changes the experiment.")
]
ReportFormat: TypeAlias = Annotated[
    Literal["markdown", "html"],
    Field(description="markdown returns a short draft; html writes a page to the directory of reports."),
]
Title: TypeAlias = Annotated[str, Field(description="The title of the report.", max_length=200)]
