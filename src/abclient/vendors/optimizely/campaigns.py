"""Personalization campaigns: their life, and their results. Holdbacks are in basis points: 10000 is all traffic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely import models
from abclient_api.optimizely.api import campaigns as campaigns_api
from abclient_api.optimizely.api import results as results_api

from ...paging import Pager
from ...polling import RESULT_TIMEOUT
from .._optimizely_bodies import body_of, change_of
from .._wrong_use import check_words
from ._base import Action, ArchivingCollection, PageOptions, Startable, as_int
from ._results import Csv, Slice, computed, parameters


class Campaign(Startable["Campaigns"], models.Campaign):
    """A campaign; the generated model describes its attributes.

    Its methods change it at the vendor and update the object from the response; unsaved changes are kept.
    """

    __slots__ = ()

    async def results(self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[Slice]) -> models.CampaignResults | None:
        """Results by metric and experience; see ``Campaigns.results``."""
        return await self._collection.results(self._id, wait=wait, **part)

    async def results_share_link(self) -> models.ResultsShareLink:
        """A link with which anyone can read the results; see ``Campaigns.results_share_link``."""
        return await self._collection.results_share_link(self._id)

    def results_csv(self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[Slice]) -> Csv[str | None]:
        """Results as CSV; see ``Campaigns.results_csv``."""
        return self._collection.results_csv(self._id, wait=wait, **part)


class Campaigns(ArchivingCollection[Campaign]):
    """Personalization campaigns, by project, and their results. Made by ``Optimizely.campaigns``."""

    model = Campaign

    def list(
        self,
        project_id: int,
        *,
        archived: bool | None = None,
        for_journey: bool | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Campaign]:
        """The campaigns of a project. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            project_id: which project.
            archived: only archived ones, or only those that are not.
            for_journey: only those that have been part of a journey, or only those that have not.
            **paging: as ``PageOptions`` describes.
        """
        return self.pages(
            campaigns_api.list_campaigns.request,
            paging,
            project_id=as_int("project_id", project_id),
            archived=archived,
            for_journey=for_journey,
        )

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return campaigns_api.get_campaign.request(item_id)

    async def create(
        self, *, action: Literal["publish", "start"] | None = None, **fields: Unpack[models.CampaignCreateFields]
    ) -> Campaign:
        """Create a campaign, and publish or start it at once where ``action`` says so."""
        check_words("action", action, Literal["publish", "start"])
        checked = body_of(models.CampaignCreate, fields)
        return await self.one(campaigns_api.create_campaign.request(body=checked, action=action))

    async def update(
        self, campaign_id: int, /, *, action: Action | None = None, **fields: Unpack[models.CampaignUpdateFields]
    ) -> Campaign:
        """Change the given fields, if any, and do what ``action`` says.

        Raises:
            ValueError: there is neither a field nor an action.
        """
        check_words("action", action, Action)
        return await self.one(self._update_request(campaign_id, fields, action))

    def _update_request(
        self, item_id: int, fields: Mapping[str, Any], action: Action | None = None
    ) -> Request[Any, Any]:
        checked = (body_of if action else change_of)(models.CampaignUpdate, fields)
        return campaigns_api.update_campaign.request(item_id, body=checked, action=action)

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return campaigns_api.delete_campaign.request(item_id)

    async def results(
        self, campaign_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[Slice]
    ) -> models.CampaignResults | None:
        """Results by metric and experience; ``by_variation`` reads their rows.

        Args:
            campaign_id: which campaign.
            wait: seconds to wait for while the vendor is computing them; 0 requests them once.
            **part: as ``Slice`` describes.

        Returns:
            The results; None when there are none yet.

        Raises:
            ResultsPendingError: the vendor was still computing when the wait was over.
            InvalidRequestError: segments that exclude each other.
        """
        request = results_api.get_campaign_results.request(campaign_id, **parameters(part))
        return await computed(self._session, request, wait=wait)

    async def results_share_link(self, campaign_id: int) -> models.ResultsShareLink:
        """A link to the vendor's page of results, with which anyone can read them; no repr shows it."""
        return await self._session.send(results_api.get_campaign_results_share_link.request(campaign_id))

    def results_csv(self, campaign_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[Slice]) -> Csv[str | None]:
        """Results as CSV, awaited as text or streamed to a file; arguments, None and errors as for ``results``."""
        request = results_api.get_campaign_results_csv.request(campaign_id, **parameters(part))
        return Csv(self._session, request, wait=wait)
