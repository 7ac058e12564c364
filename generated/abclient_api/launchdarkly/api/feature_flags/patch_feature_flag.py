from __future__ import annotations

from ...._arguments import flag, query_string, segment
from ...._bodies import body_type
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.feature_flag import FeatureFlag
from ...models.patch_with_comment import PatchWithComment
from ...models.semantic_patch import SemanticPatch


def parse(response: Response) -> FeatureFlag:
    """The result in a successful answer."""
    return read_one(response, FeatureFlag)


def request(
    project_key: str,
    feature_flag_key: str,
    *,
    body: SemanticPatch | PatchWithComment,
    ignore_conflicts: bool | None = None,
    dry_run: bool | None = None,
) -> Request[FeatureFlag, FeatureFlag]:
    """Update a flag.

    ``PATCH /api/v2/flags/{projectKey}/{featureFlagKey}``

    Applies semantic-patch instructions, or the operations of a JSON patch, all or none. The content type says
    which.

    Args:
        project_key: The project's key.
        feature_flag_key: The feature flag's key.
        body: what to send.
        ignore_conflicts: Whether the change is made although another one is scheduled or pending approval.
        dry_run: Whether the change is only checked, not made.
    """
    return Request(
        operation="patchFeatureFlag",
        method="PATCH",
        path_template="/api/v2/flags/{projectKey}/{featureFlagKey}",
        path=f"/api/v2/flags/{segment('project_key', project_key)}/{segment('feature_flag_key', feature_flag_key)}",
        query=query_string(
            ("ignoreConflicts", ignore_conflicts, flag),
            ("dryRun", dry_run, flag),
        ),
        headers=(
            ("accept", "application/json"),
            (
                "content-type",
                body_type(
                    body,
                    (SemanticPatch, "application/json; domain-model=launchdarkly.semanticpatch"),
                    (PatchWithComment, "application/json"),
                ),
            ),
        ),
        body=dumps(body),
        parse=parse,
    )
