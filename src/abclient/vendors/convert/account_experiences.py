"""The running and completed experiences of an account, whichever project they are in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Unpack, cast

from abclient_api.convert import models
from abclient_api.convert.api import accounts as accounts_api

from ..._keywords import selected
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
