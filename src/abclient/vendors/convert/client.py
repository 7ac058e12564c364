"""The client of Convert's REST API v2."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

from abclient_api._runtime import Request, WrittenId
from abclient_api.convert import CREDENTIALS

from ...bulk import BulkOptions, Outcomes
from ...client import Client, ClientOptions, RawResponse
from ...errors import ConfigurationError, InvalidRequestError
from ...options import from_environment
from .._convert_signing import DEFAULT_LIFETIME, RequestSigner
from .._wrong_use import needs_call
from ._reading import can_query, whole_id
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.convert import models

    from .accounts import AccountContents, Accounts
    from .projects import ProjectContents, Projects
    from .reports import AggregatedOptions, ReportKey

T = TypeVar("T")


class Convert(Client):
    """Convert Experiences' REST API v2.

    A key of the vendor's has one of two kinds, which decides what to pass: ``application_id`` and ``secret`` sign each
    request (see ``docs/convert.md`` for clocks), ``key_id`` and ``key_secret`` are sent. What is passed decides, and if
    nothing is passed, the environment.

    Args:
        application_id: of a key that signs; by default ``ABCLIENT_CONVERT_APPLICATION_ID`` from the environment.
        secret: of a key that signs; by default ``ABCLIENT_CONVERT_SECRET`` from the environment. It is never sent.
        key_id: of a key that is sent; by default ``ABCLIENT_CONVERT_KEY_ID`` from the environment.
        key_secret: of a key that is sent; by default ``ABCLIENT_CONVERT_KEY_SECRET`` from the environment.
        account_id: the account of ``projects`` and ``project``; by default ``ABCLIENT_CONVERT_ACCOUNT_ID`` from the
            environment.
        signature_lifetime: for how many seconds a signed request is good. The vendor documents no limit.
        **options: as ``ClientOptions`` describes.

    Raises:
        ConfigurationError: a credential is missing or cannot be used, credentials of both kinds are given, the account
            id is not a whole number, or an option is invalid.
    """

    description = VENDOR

    def __init__(
        self,
        application_id: str | None = None,
        secret: str | None = None,
        *,
        key_id: str | None = None,
        key_secret: str | None = None,
        account_id: int | str | None = None,
        signature_lifetime: float = DEFAULT_LIFETIME,
        **options: Unpack[ClientOptions],
    ) -> None:
        self._account_id: int | None = self._checked_account(account_id)
        signing = {"application_id": application_id, "secret": secret}
        sending = {"key_id": key_id, "key_secret": key_secret}
        if self._is_sent(signing, sending):
            name, key = (self._credential(each, value, options) for each, value in sending.items())
            header, before = CREDENTIALS["secretKey"]
            headers = ((header, f"{before}{name}:{key}"),)
            self._open(authorize=lambda method, url, body: headers, secrets=(f"{name}:{key}", key, name), **options)
            return
        application, key = (self._credential(each, value, options) for each, value in signing.items())
        try:
            signer = RequestSigner(application, key, lifetime=signature_lifetime)
        except (TypeError, ValueError):
            raise ConfigurationError(
                f"signature_lifetime must be a finite number of seconds, 1 or more, not {signature_lifetime!r}"
            ) from None
        self._open(authorize=signer, secrets=(key, application), **options)

    @property
    def accounts(self) -> Accounts:
        """The accounts that the credentials reach."""
        from .accounts import Accounts

        return Accounts(self._session)

    @needs_call
    def account(self, account_id: int | None = None) -> AccountContents:
        """What an account holds, by default the client's; nothing is loaded yet."""
        from .accounts import AccountContents

        return AccountContents(self._session, self.account_id if account_id is None else account_id)

    @property
    def account_id(self) -> int:
        """The account of ``projects`` and ``project``.

        Raises:
            ConfigurationError: none was given.
        """
        if self._account_id is None:
            variable = VENDOR.variable("account_id")
            raise ConfigurationError(
                f"no account_id: pass account_id=... or set {variable}; accounts.list() names those there are"
            )
        return self._account_id

    @property
    def has_account(self) -> bool:
        """Whether an account was given."""
        return self._account_id is not None

    @property
    def projects(self) -> Projects:
        """The projects of the client's account."""
        return self.account().projects

    @needs_call
    def project(self, project_id: int) -> ProjectContents:
        """What a project of the client's account holds; nothing is loaded yet."""
        return self.account().project(project_id)

    def fetch_reports(
        self,
        wanted: Iterable[ReportKey] | AsyncIterable[ReportKey] | None = None,
        *,
        account_id: int | None = None,
        project_id: int | None = None,
        report: AggregatedOptions | None = None,
        **options: Unpack[BulkOptions],
    ) -> Outcomes[ReportKey, models.ExperienceAggregatedReport]:
        """The aggregated reports of many experiences, concurrently; one outcome for each, as they arrive.

        Args:
            wanted: which; by default those of all experiences.
            account_id: all experiences of this account; by default those of the client's account, or of all accounts.
            project_id: all experiences of this project of the account.
            report: what all reports count, as ``AggregatedOptions`` describes.
            **options: as ``BulkOptions`` describes.
        """
        if wanted is None and account_id is None:
            account_id = self._account_id
        return self.accounts.fetch_reports(
            wanted, account_id=account_id, project_id=project_id, report=report, **options
        )

    async def send(self, request: Request[T, Any]) -> T:
        """As ``Client.send``.

        Raises:
            InvalidRequestError: requests are signed, and this one has a query: how the vendor signs one is unknown.
        """
        return await super().send(self._signable(request))

    async def send_raw(self, request: Request[T, Any]) -> RawResponse[T]:
        """As ``Client.send_raw``; raises as ``send``."""
        return await super().send_raw(self._signable(request))

    def _signable(self, request: Request[T, Any]) -> Request[T, Any]:
        if getattr(request, "query", "") and not can_query(self._session):
            raise InvalidRequestError(
                f"{request.operation}: how the vendor signs a URL with a query is not documented. Read the object"
                " through its list, with only, include and expand in the body, or use a key with key_id and key_secret"
            )
        return request

    def _is_sent(self, signing: Mapping[str, str | None], sending: Mapping[str, str | None]) -> bool:
        """Whether the credentials are those that are sent."""
        given = [any(value is not None for value in kind.values()) for kind in (signing, sending)]
        if not any(given):
            given = [any(from_environment(VENDOR.variable(name)) for name in kind) for kind in (signing, sending)]
        if all(given):
            raise ConfigurationError(
                "there are credentials of both kinds: give application_id and secret, or key_id and key_secret"
            )
        return given[1]

    @staticmethod
    def _checked_account(account_id: int | str | None) -> int | None:
        found = from_environment(VENDOR.variable("account_id")) if account_id is None else account_id
        if found is None or (isinstance(found, int) and not isinstance(found, bool) and found >= 0):
            return found
        if isinstance(found, WrittenId):
            return found  # type: ignore[return-value]  # pyright: ignore[reportReturnType]  # it goes out as the vendor wrote it
        if isinstance(found, str) and found.isascii() and found.isdecimal():
            return whole_id(found)  # type: ignore[return-value]  # pyright: ignore[reportReturnType]  # as above
        raise ConfigurationError(
            f"account_id must be a whole number, not {found!r}; without one, accounts.list() names those there are"
        )
