"""The client of Optimizely's REST API v2.

Collections are imported when they are first touched: the models of kinds that are not used are not loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Unpack

from abclient_api.optimizely import CREDENTIALS, models
from abclient_api.optimizely.api import attribution as attribution_api
from abclient_api.optimizely.api import change_history as changes_api
from abclient_api.optimizely.api import export as export_api
from abclient_api.optimizely.api import plan as plan_api
from abclient_api.optimizely.api import results as results_api
from abclient_api.optimizely.api import search as search_api
from abclient_api.optimizely.api import user as user_api

from ...client import Client, ClientOptions
from ...paging import Pager
from ...polling import RESULT_TIMEOUT
from .._optimizely import bearer
from .._wrong_use import needs_call
from ._base import PageOptions, as_int, plain_pages
from .vendor import VENDOR

if TYPE_CHECKING:
    from ._results import Csv, Segment
    from .account import Billing, Collaborators, Recommendations, ScheduledJobs, SubjectAccessRequests
    from .campaigns import Campaigns
    from .experiments import Experiments, Sections
    from .features import Extensions, Features, Groups
    from .projects import Environments, Projects, Webhooks
    from .targeting import Attributes, Audiences, Events, ListAttributes, Pages


class Optimizely(Client):
    """Optimizely's REST API v2, which its Web, Full Stack and Personalization products share.

    Args:
        token: a personal access token, or an OAuth access token; by default ``ABCLIENT_OPTIMIZELY_TOKEN`` from the
            environment. Tokens of Optimizely Classic are not accepted by the vendor.
        **options: as ``ClientOptions`` describes.

    Raises:
        ConfigurationError: the token is missing or cannot be sent in a header, or an option is invalid.
    """

    description = VENDOR

    def __init__(self, token: str | None = None, **options: Unpack[ClientOptions]) -> None:
        secret = self._credential("token", token, options)
        credentials = bearer(CREDENTIALS, secret)
        self._open(
            authorize=lambda method, url, body: credentials,
            secrets=(secret,),
            **options,
        )

    @property
    def projects(self) -> Projects:
        """The account's projects."""
        from .projects import Projects

        return Projects(self._session)

    @property
    def attributes(self) -> Attributes:
        """Attributes of visitors, by project."""
        from .targeting import Attributes

        return Attributes(self._session)

    @property
    def list_attributes(self) -> ListAttributes:
        """Lists of cookies, query parameters, zip codes or variables, by project."""
        from .targeting import ListAttributes

        return ListAttributes(self._session)

    @property
    def events(self) -> Events:
        """Events of every kind, by project."""
        from .targeting import Events

        return Events(self._session)

    @property
    def audiences(self) -> Audiences:
        """Audiences, by project."""
        from .targeting import Audiences

        return Audiences(self._session)

    @property
    def pages(self) -> Pages:
        """Pages of web projects."""
        from .targeting import Pages

        return Pages(self._session)

    @property
    def features(self) -> Features:
        """Feature flags with their variables and rollouts, by project."""
        from .features import Features

        return Features(self._session)

    @property
    def experiments(self) -> Experiments:
        """Experiments, by project or campaign, and their results."""
        from .experiments import Experiments

        return Experiments(self._session)

    @needs_call
    def sections(self, experiment_id: int) -> Sections:
        """The sections of a multivariate experiment."""
        from .experiments import Sections

        return Sections(self._session, experiment_id)

    @property
    def campaigns(self) -> Campaigns:
        """Personalization campaigns, by project, and their results."""
        from .campaigns import Campaigns

        return Campaigns(self._session)

    @property
    def environments(self) -> Environments:
        """Environments, by project, and their datafiles."""
        from .projects import Environments

        return Environments(self._session)

    @property
    def groups(self) -> Groups:
        """Exclusion groups, by project."""
        from .features import Groups

        return Groups(self._session)

    @property
    def extensions(self) -> Extensions:
        """Extensions of the visual editor, by project."""
        from .features import Extensions

        return Extensions(self._session)

    @property
    def webhooks(self) -> Webhooks:
        """Webhooks, by project."""
        from .projects import Webhooks

        return Webhooks(self._session)

    @property
    def billing(self) -> Billing:
        """Impressions that were used, by account."""
        from .account import Billing

        return Billing(self._session)

    @property
    def recommendations(self) -> Recommendations:
        """Files of Optimizely Recommendations."""
        from .account import Recommendations

        return Recommendations(self._session)

    @property
    def subject_access_requests(self) -> SubjectAccessRequests:
        """Requests of persons to see or delete what is stored about them."""
        from .account import SubjectAccessRequests

        return SubjectAccessRequests(self._session)

    @property
    def collaborators(self) -> Collaborators:
        """The people who work in the account, and those who are invited."""
        from .account import Collaborators

        return Collaborators(self._session)

    @property
    def scheduled_jobs(self) -> ScheduledJobs:
        """Jobs that send results by e-mail every day or week."""
        from .account import ScheduledJobs

        return ScheduledJobs(self._session)

    def changes(
        self,
        project_id: int,
        *,
        change_ids: Sequence[int] | None = None,
        start_time: datetime | None = None,
        end_time: datetime | None = None,
        user: Sequence[str] | None = None,
        entity_type: Sequence[str] | None = None,
        source: str | None = None,
        entity: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[models.ChangeHistoryChange]:
        """The history of a project: who changed what, and how it was before.

        For unreadable items, see ``Pager.on_unreadable``.

        Args:
            project_id: which project.
            change_ids: only these changes.
            start_time: only from then on.
            end_time: only before then.
            user: only by the users with these e-mail addresses.
            entity_type: only of these kinds, such as ``experiment`` or ``audience``.
            source: only from there, ``ui`` or ``api``.
            entity: only of these, each as kind and id: ``experiment:123``.
            **paging: as ``PageOptions`` describes.
        """
        return plain_pages(
            self._session,
            changes_api.list_change_history.request,
            paging,
            project_id=as_int("project_id", project_id),
            id=change_ids,
            start_time=start_time,
            end_time=end_time,
            user=user,
            entity_type=entity_type,
            source=source,
            entity=entity,
        )

    def search(
        self,
        query: str,
        *,
        project_id: Sequence[int] | None = None,
        types: Sequence[str] | None = None,
        type_expand: Sequence[str] | None = None,
        project_type: Sequence[str] | None = None,
        expand: Sequence[str] | None = None,
        archived: bool | None = None,
        fullsearch: bool | None = None,
        status: Sequence[str] | None = None,
        sort: str | None = None,
        order: str | None = None,
        environment_key: str | None = None,
        audience_id: Sequence[int] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[models.SearchResult]:
        """Experiments, campaigns, features, audiences, pages, events, flags, rules and extensions that match a text.

        For unreadable items, see ``Pager.on_unreadable``.

        Args:
            query: the text.
            project_id: only in these projects.
            types: only of these kinds.
            type_expand: only experiments, rules or campaigns of these types, such as ``a/b``.
            project_type: only of projects of these types.
            expand: details to add: ``project_name``, ``experiment_type``, ``feature_key``, ``feature_name``.
            archived: include archived ones; the vendor's default is not to.
            fullsearch: search whole documents.
            status: only in one of these states, such as ``running`` or ``not_started``.
            sort: the field to sort by: ``id``, ``name``, ``status``, ``created``, ``last_modified``,
                ``experiment_type``.
            order: ``asc`` or ``desc``.
            environment_key: only of this environment.
            audience_id: only what uses these audiences.
            **paging: as ``PageOptions`` describes.
        """
        return plain_pages(
            self._session,
            search_api.get_search_results.request,
            paging,
            query=query,
            project_id=project_id,
            type=types,
            type_expand=type_expand,
            project_type=project_type,
            expand=expand,
            archived=archived,
            fullsearch=fullsearch,
            status=status,
            sort=sort,
            order=order,
            environment_key=environment_key,
            audience_id=audience_id,
            identity=_found_as,
        )

    async def plan(self) -> models.Plan:
        """The account's plan, and how much of it is used."""
        return await self._session.send(plan_api.get_plan.request())

    async def export_credentials(self, *, duration: str | None = None) -> models.E3Credentials:
        """Temporary AWS credentials for the account's enriched events.

        Args:
            duration: how long they are good for; the vendor's default is ``1h``.
        """
        return await self._session.send(export_api.get_enriched_events_export_credentials.request(duration=duration))

    async def gcp_export_credentials(self) -> models.E3CredentialsGCP:
        """A temporary token for the account's exported events on Google Cloud Storage; it is good for an hour."""
        return await self._session.send(export_api.get_gcp_e3_credentials.request())

    def holdout_results_csv(
        self, project_id: int, holdout_id: int, *, wait: float = RESULT_TIMEOUT, **segment: Unpack[Segment]
    ) -> Csv[str | None]:
        """Results of a holdout of a Feature Experimentation project, as CSV, awaited as text or streamed to a file.

        Args:
            project_id: the project that the holdout is in.
            holdout_id: which holdout.
            wait: seconds to wait for while the vendor is computing them; 0 requests them once.
            **segment: as ``Segment`` describes.
        """
        from ._results import Csv, parameters

        request = results_api.get_holdout_results_csv.request(project_id, holdout_id, **parameters(segment))
        return Csv(self._session, request, wait=wait)

    async def me(self, *, include_features: bool | None = None, expand: Sequence[str] | None = None) -> models.Me:
        """The person that the token belongs to.

        Args:
            include_features: include the features of the account.
            expand: what to include: ``current_account.features``, ``accounts``, ``project_roles``.
        """
        return await self._session.send(user_api.get_me.request(include_features=include_features, expand=expand))

    async def bucketing_history(
        self, account_id: int, visitor_id: str, *, start_time: datetime | None = None, end_time: datetime | None = None
    ) -> models.BucketingInformation:
        """Which variations a visitor was given, and when.

        Args:
            account_id: which account.
            visitor_id: the visitor's id, as your own code or the vendor's cookie has it.
            start_time: only decisions from then on.
            end_time: only decisions until then.
        """
        request = attribution_api.get_bucketing_history.request(
            account_id, visitor_id, start_time=start_time, end_time=end_time
        )
        return await self._session.send(request)


def _found_as(result: models.SearchResult) -> str:
    """A rule, for one, is found once in each environment."""
    return repr((result.type, result.id, result.environment_key))
