"""The running and completed experiences of an account, whichever project they are in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, NoReturn, Unpack, cast

from abclient_api.convert import models
from abclient_api.convert.api import accounts as accounts_api

from ..._keywords import selected
from ...errors import InvalidRequestError
from ...paging import PageOptions, Pager
from ._paging import first_page
from .experiences import Experience, Experiences


class AccountExperienceFilters(models.AccountExperiencesListRequestDataFields, PageOptions, total=False):
    """Filters of all experiences of an account."""


class AccountExperiences(Experiences):
    """They can be read; to change one, get it from its project."""

    _bodies: ClassVar[Any] = (models.AccountExperiencesListRequestData, None, None)
    editable: Iterable[str] = ()

    def list(self, **filters: Unpack[AccountExperienceFilters]) -> Pager[Experience]:  # type: ignore[override]  # pyright: ignore[reportIncompatibleMethodOverride]  # it has other filters
        """Those that match all filters."""
        return self._list(filters)

    def _list(self, asked: Mapping[str, Any]) -> Pager[Experience]:
        paging = cast("PageOptions", selected(asked, PageOptions))
        body = self._filter({name: value for name, value in asked.items() if name not in paging}, first_page(paging))
        request = accounts_api.get_account_active_completed_experiences_list.request(
            *self._place, body=cast("Any", body)
        )
        return self.many(cast("Any", request), paging)

    # What all other calls begin with: they need a project.

    def _request(self, *given: Any, **named: Any) -> NoReturn:
        raise InvalidRequestError(
            "an experience of an account's list can only be read: get it from its project, with"
            " project(...).experiences.get(...)"
        )

    def _of(self, *given: Any, **named: Any) -> NoReturn:
        self._request()

    def _body(self, *given: Any, **named: Any) -> NoReturn:
        self._request()

    def sections(self, experience_id: int) -> NoReturn:
        """Not of an account's experiences; raises ``InvalidRequestError``."""
        self._request()

    @property
    def _reports(self) -> NoReturn:
        self._request()
