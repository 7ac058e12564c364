from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Experiment(Model):
    """An experiment of an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "key": "key",
        "name": "name",
        "description": "description",
        "maintainer_id": "_maintainerId",
        "creation_date": "_creationDate",
        "archived_date": "archivedDate",
        "environment_key": "environmentKey",
        "type": "type",
        "methodology": "methodology",
        "data_source": "dataSource",
        "tags": "tags",
        "holdout_id": "holdoutId",
        "analysis_config": "analysisConfig",
        "mutable_fields_by_status": "mutableFieldsByStatus",
        "access": "_access",
        "links": "_links",
        "current_iteration": "currentIteration",
        "draft_iteration": "draftIteration",
        "previous_iterations": "previousIterations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "tags": "list of scalar",
        "analysis_config": "read_analysis_config_rep",
        "mutable_fields_by_status": "read_mutable_fields_by_status_rep",
        "access": "read_access",
        "links": "map of read_link",
        "current_iteration": "read_iteration_rep",
        "draft_iteration": "read_iteration_rep",
        "previous_iterations": "list of read_iteration_rep",
    }

    id: str | None = None
    """The experiment's id. Read-only."""
    key: str
    """The experiment's key, unique in its environment. Read-only."""
    name: str | None = None
    """A name for people."""
    description: str | None = None
    """What it is about."""
    maintainer_id: str | None = None
    """Id of the member who looks after it. Read-only."""
    creation_date: int | None = None
    """When it was created, in UTC epoch milliseconds. Read-only."""
    archived_date: int | None = None
    """When it was archived, in UTC epoch milliseconds; absent while it is active. Read-only."""
    environment_key: str | None = None
    """Key of its environment. Since 14.0.0. Read-only."""
    type: str | None = None
    """What kind of experiment it is, experiment, mab (a bandit) or holdout. Since 23.0.0. Read-only."""
    methodology: Literal["bayesian", "frequentist", "export_only"] | str | None = None
    """By which statistics it is judged; export_only means elsewhere. Absent in answers of editions before
    23.0.0, which knew bayesian only. Read-only."""
    data_source: Literal["launchdarkly", "snowflake"] | str | None = None
    """Where its events come from; a warehouse, if they are not the vendor's. Since 23.0.0. Read-only."""
    tags: list[str] | None = None
    """Tags. Since 18.1.0."""
    holdout_id: str | None = None
    """Id of the holdout that it belongs to. Since 17.0.0. Read-only."""
    analysis_config: AnalysisConfigRep | None = None
    """How its figures are judged; only with expand=analysisConfig. Since 23.0.0. Read-only."""
    mutable_fields_by_status: MutableFieldsByStatusRep | None = None
    """Which fields can be changed in which way, by the status of the iteration; only with
    expand=mutableFieldsByStatus. Since 23.0.0. Read-only."""
    access: Access | None = None
    """What the token may do with it. Read-only."""
    links: dict[str, Link] | None = None
    """Links by name. Read-only."""
    current_iteration: IterationRep | None = None
    """The iteration that runs, or ran last; absent before the first one has started. Read-only."""
    draft_iteration: IterationRep | None = None
    """The iteration that has not been started yet, if any; only with expand=draftIteration. Read-only."""
    previous_iterations: list[IterationRep] | None = None
    """The iterations before the current one; only with expand=previousIterations. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("_id")
            self.key = data["key"]
            self.name = data.get("name")
            self.description = data.get("description")
            self.maintainer_id = data.get("_maintainerId")
            self.creation_date = data.get("_creationDate")
            self.archived_date = data.get("archivedDate")
            self.environment_key = data.get("environmentKey")
            self.type = data.get("type")
            self.methodology = data.get("methodology")
            self.data_source = data.get("dataSource")
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.holdout_id = data.get("holdoutId")
            self.analysis_config = None if (v := data.get("analysisConfig")) is None else read_analysis_config_rep(v)
            self.mutable_fields_by_status = (
                None if (v := data.get("mutableFieldsByStatus")) is None else read_mutable_fields_by_status_rep(v)
            )
            self.access = None if (v := data.get("_access")) is None else read_access(v)
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.current_iteration = None if (v := data.get("currentIteration")) is None else read_iteration_rep(v)
            self.draft_iteration = None if (v := data.get("draftIteration")) is None else read_iteration_rep(v)
            self.previous_iterations = (
                None
                if (v := data.get("previousIterations")) is None
                else [read_iteration_rep(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment: Callable[[Any], Experiment] = Experiment.from_dict


from .access import Access, read_access
from .analysis_config_rep import AnalysisConfigRep, read_analysis_config_rep
from .iteration_rep import IterationRep, read_iteration_rep
from .link import Link, read_link
from .mutable_fields_by_status_rep import MutableFieldsByStatusRep, read_mutable_fields_by_status_rep
