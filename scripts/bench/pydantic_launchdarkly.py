"""LaunchDarkly's documents of the benchmarks as pydantic models: the same fields and types as the generated ones.

What the vendor adds is kept here too, as the generated models keep it.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class _Model(BaseModel):
    model_config = ConfigDict(extra="allow")


class Interval(_Model):
    """Bounds."""

    upper: float | None = None
    lower: float | None = None


class Difference(Interval):
    """Against one other treatment."""

    fromTreatmentId: str | None = None


class Treatment(_Model):
    """One row."""

    treatmentId: str | None = None
    treatmentName: str | None = None
    mean: float | None = None
    credibleInterval: Interval | None = None
    pBest: float | None = None
    relativeDifferences: list[Difference] | None = None
    units: int | None = None


class Link(_Model):
    """Where something is."""

    href: str | None = None
    type: str | None = None


class MetricSeen(_Model):
    """When events last came."""

    ever: bool | None = None
    timestamp: int | None = None


class Results(_Model):
    """The document."""

    links: dict[str, Link] | None = Field(default=None, alias="_links")
    treatmentResults: list[Treatment] | None = None
    metricSeen: MetricSeen | None = None
    probabilityOfMismatch: float | None = None


class Metric(_Model):
    """What is measured."""

    key: str
    name: str | None = None
    kind: str | None = None
    links: dict[str, Link] | None = Field(default=None, alias="_links")


class Parameter(_Model):
    """Which variation a treatment serves."""

    flagKey: str
    variationId: str


class Arm(_Model):
    """A treatment of an iteration."""

    id: str | None = Field(default=None, alias="_id")
    name: str | None = None
    allocationPercent: str | None = None
    baseline: bool | None = None
    parameters: list[Parameter] | None = None


class Flag(_Model):
    """What serves the treatments."""

    targetingRule: str | None = None
    targetingRuleDescription: str | None = None
    targetingRuleClauses: list[Any] | None = None
    flagConfigVersion: int | None = None
    links: dict[str, Link] | None = Field(default=None, alias="_links")


class Iteration(_Model):
    """One run of an experiment."""

    id: str | None = Field(default=None, alias="_id")
    hypothesis: str | None = None
    status: str | None = None
    createdAt: int | None = None
    startedAt: int | None = None
    endedAt: int | None = None
    winningTreatmentId: str | None = None
    winningReason: str | None = None
    canReshuffleTraffic: bool | None = None
    flags: dict[str, Flag] | None = None
    primaryMetric: Metric | None = None
    secondaryMetrics: list[Metric] | None = None
    randomizationUnit: str | None = None
    treatments: list[Arm] | None = None


class Experiment(_Model):
    """One experiment."""

    id: str | None = Field(default=None, alias="_id")
    key: str
    name: str | None = None
    description: str | None = None
    maintainerId: str | None = Field(default=None, alias="_maintainerId")
    creationDate: int | None = Field(default=None, alias="_creationDate")
    archivedDate: int | None = None
    links: dict[str, Link] | None = Field(default=None, alias="_links")
    currentIteration: Iteration | None = None
    draftIteration: Iteration | None = None
    previousIterations: list[Iteration] | None = None


class Experiments(_Model):
    """The list."""

    items: list[Experiment] | None = None
    total_count: int | None = None
    links: dict[str, Link] | None = Field(default=None, alias="_links")
