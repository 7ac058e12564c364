from __future__ import annotations

from typing import Never

from ...._arguments import segment
from ...._runtime import Request, Response, read_table


def parse(response: Response) -> str:
    """The result in a successful answer."""
    return read_table(response)


def request(catalog_id: str, recommender_id: str, date: str) -> Request[str, Never]:
    """Get recommendations as CSV.

    ``GET /recommendations/catalogs/{catalog_id}/recommenders/{recommender_id}/{date}``

    What a recommender recommended on a day.

    Args:
        catalog_id: Identifier of the catalog, text.
        recommender_id: Identifier of the recommender, text.
        date: Day of the file.
    """
    return Request(
        operation="get_recs_output_csv",
        method="GET",
        path_template="/recommendations/catalogs/{catalog_id}/recommenders/{recommender_id}/{date}",
        path=f"/recommendations/catalogs/{segment('catalog_id', catalog_id)}/recommenders/{segment('recommender_id', recommender_id)}/{segment('date', date)}",
        headers=(("accept", "text/csv"),),
        parse=parse,
    )
