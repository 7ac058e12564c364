from __future__ import annotations

from ...._arguments import number, segment
from ...._runtime import Request, Response, read_one
from ...models.success_data import SuccessData


def parse(response: Response) -> SuccessData:
    """The result in a successful answer."""
    return read_one(response, SuccessData)


def request(
    account_id: int, project_id: int, experience_id: int, section_id: str, version_id: str
) -> Request[SuccessData, SuccessData]:
    """Remove a version.

    ``DELETE /accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections/{section_id}/versions/{version_id}/delete``

    Removes a version of a section.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        experience_id: The experience's id.
        section_id: The section's id, of one or two characters.
        version_id: The version's id, of one or two characters.
    """
    return Request(
        operation="deleteExperienceSectionVersion",
        method="DELETE",
        path_template="/accounts/{account_id}/projects/{project_id}/experiences/{experience_id}/sections/{section_id}/versions/{version_id}/delete",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/experiences/{number('experience_id', experience_id)}/sections/{segment('section_id', section_id)}/versions/{segment('version_id', version_id)}/delete",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
