"""The keys of all reports of accounts and projects. What cannot be listed costs no other."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Iterable
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, cast

from ..._aio import Failed, Restartable
from ...errors import ABClientError
from ...paging import Pager, keys_in
from ...resource import identity_of, written
from .._wrong_use import check_several
from .experiences import Experiences
from .projects import Projects
from .reports import ReportKey

if TYPE_CHECKING:
    from .accounts import Accounts


def keys_of_accounts(
    accounts: Accounts,
    wanted: Iterable[ReportKey] | AsyncIterable[ReportKey] | None,
    account_id: int | None,
    project_id: int | None,
) -> Restartable[ReportKey]:
    """The keys that are wanted: these, or those of a project, of an account, or of all accounts.

    Raises:
        TypeError: there is a project without its account, or something else in place of the keys.
    """
    if wanted is not None:
        check_several("wanted", wanted, "keys of reports", lambda key: isinstance(key, ReportKey))
        return keys_in(wanted, lambda key: (key,))
    if project_id is not None and account_id is None:
        raise TypeError("a project_id needs the account_id that it is of")
    return Restartable((), lambda: _keys(accounts, account_id, project_id))


async def _keys(accounts: Accounts, account_id: int | None, project_id: int | None) -> AsyncGenerator[ReportKey]:
    session = accounts.session
    async for account in _ids(accounts.list, "account", account_id):
        if isinstance(account, Failed):
            yield cast("ReportKey", account)
            continue
        async for project in _ids(Projects(session, account).brief, f"account {account}: project", project_id):
            if isinstance(project, Failed):
                yield cast("ReportKey", project)
                continue
            place = f"project {project}: experience"
            async for experience in _ids(Experiences(session, account, project).brief, place, None):
                failed = isinstance(experience, Failed)
                yield cast("ReportKey", experience) if failed else ReportKey(cast("int", experience), project, account)


async def _ids(listing: Any, place: str, only: int | None) -> AsyncGenerator[Any]:
    """The ids in a list; a failure for an item that cannot be read, and for a list that cannot be had."""
    if only is not None:
        yield only
        return
    try:
        pager: Pager[Any] = listing()
        async with aclosing(aiter(keys_in(pager, lambda item: (written(identity_of(item)),)))) as found:
            async for key in cast("AsyncIterable[Any]", found):
                yield Failed(f"{place} {key.key}", key.error) if key.__class__ is Failed else key
    except ABClientError as error:
        yield Failed(place, error)
