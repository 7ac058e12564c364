from __future__ import annotations

from typing import Never

from ...._arguments import segment
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(project_key: str, feature_flag_key: str) -> Request[None, Never]:
    """Delete a flag.

    ``DELETE /api/v2/flags/{projectKey}/{featureFlagKey}``

    Deletes a flag in all environments. It cannot be undone; archiveFlag can.

    Args:
        project_key: The project's key.
        feature_flag_key: The feature flag's key.
    """
    return Request(
        operation="deleteFeatureFlag",
        method="DELETE",
        path_template="/api/v2/flags/{projectKey}/{featureFlagKey}",
        path=f"/api/v2/flags/{segment('project_key', project_key)}/{segment('feature_flag_key', feature_flag_key)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
