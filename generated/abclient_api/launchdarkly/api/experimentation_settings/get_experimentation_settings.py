from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.experimentation_settings_rep import ExperimentationSettingsRep


def parse(response: Response) -> ExperimentationSettingsRep:
    """The result in a successful answer."""
    return read_one(response, ExperimentationSettingsRep)


def request(project_key: str) -> Request[ExperimentationSettingsRep, ExperimentationSettingsRep]:
    """Get a project's experimentation settings.

    ``GET /api/v2/projects/{projectKey}/experimentation-settings``

    The randomization units that the experiments of a project may use.

    Args:
        project_key: The project's key.
    """
    return Request(
        operation="getExperimentationSettings",
        method="GET",
        path_template="/api/v2/projects/{projectKey}/experimentation-settings",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/experimentation-settings",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
