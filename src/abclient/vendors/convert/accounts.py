"""Accounts, and what every account holds."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import TYPE_CHECKING, Any, Unpack

from abclient_api._runtime import Request
from abclient_api.convert import models
from abclient_api.convert.api import accounts as accounts_api

from ...bulk import BulkOptions, Outcomes
from ...errors import InvalidRequestError
from ...paging import PageOptions, Pager, SinglePage
from ...resource import Collection, Resource
from . import history
from ._all_reports import keys_of_accounts
from ._reading import can_query, fetched
from .reports import AggregatedOptions, ReportKey, fetcher

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination
    from .account_experiences import AccountExperienceFilters
    from .experiences import Experience
    from .projects import ProjectContents, Projects


class AccountHistoryFilters(models.AccountHistoryRequestDataFields, PageOptions, total=False):
    """Filters of an account's history."""


class AccountContents:
    """What an account holds. Made by ``Convert.account``, which does not load the account itself."""

    def __init__(self, session: Session, account_id: int) -> None:
        self._session = session
        self.account_id: int = account_id

    def __repr__(self) -> str:
        return f"<AccountContents {self.account_id!r}>"

    @property
    def projects(self) -> Projects:
        """Its projects."""
        from .projects import Projects

        return Projects(self._session, self.account_id)

    def project(self, project_id: int) -> ProjectContents:
        """What a project holds; nothing is loaded yet."""
        return self.projects.contents(project_id)

    async def details(self) -> models.AccountDetails:
        """The account with its settings; with figures and versions of the script where URLs can have a query."""
        include: Any = ("stats", "settings.tracking_script.available_versions") if can_query(self._session) else None
        request = accounts_api.get_account_details.request(self.account_id, include=include)
        return await fetched(self._session, request, models.AccountDetails)

    def experiences(self, **filters: Unpack[AccountExperienceFilters]) -> Pager[Experience]:
        """The active and completed experiences of all projects.

        They can only be read. For all else, reports among it, get one from its project.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        from .account_experiences import AccountExperiences

        return AccountExperiences(self._session, self.account_id).list(**filters)

    async def live_data(self, **filters: Unpack[models.AccountLiveDataRequestDataFields]) -> list[models.LiveDataEvent]:
        """The last events of its visitors, at most 100."""

        def request(body: Any) -> Request[Any, Any]:
            return accounts_api.get_account_live_data.request(self.account_id, body=body)

        return await history.live_data(self._session, request, models.AccountLiveDataRequestData, filters)

    def history(self, **filters: Unpack[AccountHistoryFilters]) -> Pager[models.ChangeHistory]:
        """What was changed in it, and by whom.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """

        def request(body: Any) -> Request[Any, Any]:
            return accounts_api.get_account_history.request(self.account_id, body=body)

        return history.changes(self._session, request, models.AccountHistoryRequestData, filters)


class Account(Resource["Accounts"], models.Account):
    """An account; the generated model describes its attributes."""

    __slots__ = ()

    @property
    def contents(self) -> AccountContents:
        """What it holds."""
        return AccountContents(self._collection.session, self._id)


class Accounts(Collection[Account, int]):
    """The accounts that the credentials reach. At ``accounts`` of the client."""

    model = Account
    pagination: Pagination = SinglePage()

    @property
    def session(self) -> Session:
        """What they are loaded through."""
        return self._session

    def list(self) -> Pager[Account]:
        """All of them."""
        return self.many(accounts_api.get_accounts_list.request())

    async def get(self, item_id: int, /) -> Account:
        """The account with that id, found in the list.

        Raises:
            InvalidRequestError: these credentials do not reach it.
        """
        accounts_api.get_account_details.request(item_id)
        async for account in self.list():
            if str(account.id) == str(item_id):
                return account
        raise InvalidRequestError(
            f"there is no account {item_id} among those that these credentials reach; list() names them"
        )

    async def reload(self, item: Account) -> Account:
        """The account, found in the list."""
        return await self.get(self.id_of(item))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return accounts_api.get_account_details.request(item_id)

    def fetch_reports(
        self,
        wanted: Iterable[ReportKey] | AsyncIterable[ReportKey] | None = None,
        *,
        account_id: int | None = None,
        project_id: int | None = None,
        report: AggregatedOptions | None = None,
        **options: Unpack[BulkOptions],
    ) -> Outcomes[ReportKey, models.ExperienceAggregatedReport]:
        """The aggregated reports of many experiences; see ``Convert.fetch_reports``."""
        if wanted is not None and (account_id is not None or project_id is not None):
            raise TypeError("give the keys, or an account_id and project_id for all of their experiences, not both")
        keys = keys_of_accounts(self, wanted, account_id, project_id)
        return self._bulk(fetcher(self._session, report or {}), keys, options)
