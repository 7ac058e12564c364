"""The experiments of all environments of a project."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Unpack

from abclient_api.launchdarkly.api import experiments as api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from .._paging import checked_page_size
from . import _arguments
from ._paging import BY_LINK
from .experiment import Experiment
from .experiments import Expand, Experiments, LifecycleState, Status, list_parameters

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination


class ProjectExperiments(_Collection[Experiment, str]):
    """The experiments of all environments of a project. Made by ``LaunchDarkly.project_experiments``.

    They can be changed like those of an environment; ``environment_key`` says which they belong to.
    """

    model = Experiment
    pagination: Pagination = BY_LINK

    def __init__(
        self, session: Session, project_key: str, expand: str | None = None, *, as_today: bool = False
    ) -> None:
        super().__init__(session)
        self.project_key = project_key
        self._expand = expand
        self._as_today = as_today

    def list(
        self,
        *,
        status: Status | str | None = None,
        flag_key: str | None = None,
        metric_key: str | None = None,
        lifecycle_state: LifecycleState | Collection[LifecycleState] = (),
        expand: Expand | Collection[Expand] = (),
        offset: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Experiment]:
        """The experiments that match all conditions; arguments as for ``Experiments.list``."""
        words = _arguments.commas("expand", expand, Expand)
        there = ProjectExperiments(self._session, self.project_key, words, as_today=self._as_today)
        parameters = list_parameters(status, flag_key, metric_key, lifecycle_state)
        request = api.get_experiments_any_env.request(
            self.project_key, expand=words, limit=checked_page_size(paging), offset=offset, **parameters
        )
        return there.many(request, paging)

    def of(self, experiment: Experiment) -> Experiments:
        """The collection of its environment, through which an experiment is changed and loaded.

        Raises:
            ValueError: the response did not say which environment it belongs to.
        """
        if not experiment.environment_key:
            raise ValueError(f"the vendor did not say which environment the experiment {experiment.key!r} belongs to")
        return Experiments(
            self._session, self.project_key, experiment.environment_key, self._expand, as_today=self._as_today
        )
