from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.experimentation_settings_rep import ExperimentationSettingsRep

if TYPE_CHECKING:
    from ...models.experimentation_settings_put import ExperimentationSettingsPut


def parse(response: Response) -> ExperimentationSettingsRep:
    """The result in a successful answer."""
    return read_one(response, ExperimentationSettingsRep)


def request(
    project_key: str, *, body: ExperimentationSettingsPut
) -> Request[ExperimentationSettingsRep, ExperimentationSettingsRep]:
    """Replace a project's experimentation settings.

    ``PUT /api/v2/projects/{projectKey}/experimentation-settings``

    Replaces the whole list of randomization units. Exactly one of them is the project's default.

    Args:
        project_key: The project's key.
        body: what to send.
    """
    return Request(
        operation="putExperimentationSettings",
        method="PUT",
        path_template="/api/v2/projects/{projectKey}/experimentation-settings",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/experimentation-settings",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
