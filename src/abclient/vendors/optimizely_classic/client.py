"""The client of Optimizely Classic's REST API v1."""

from __future__ import annotations

from typing import Literal, Unpack, get_args

from abclient_api.optimizely_classic import CREDENTIALS

from ...client import Client, ClientOptions
from ...errors import ConfigurationError
from .audiences import Audiences
from .dimensions import Dimensions
from .experiments import Experiments
from .goals import Goals
from .projects import Projects
from .schedules import Schedules
from .targeting_lists import TargetingLists
from .variations import Variations
from .vendor import VENDOR

TokenType = Literal["legacy", "oauth"]


class OptimizelyClassic(Client):
    """Optimizely Classic's REST API v1.

    After a 429 or a 503 all calls wait for a minute, as the vendor documents, and reads are tried again.

    Args:
        token: by default ``ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN`` from the environment.
        token_type: "legacy" for a token from optimizely.com/tokens, "oauth" for one that OAuth gave; by default
            ``ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN_TYPE`` from the environment, or else "legacy".
        check_rules: whether calls that the vendor's documentation rules out are refused before anything is sent, with
            an InvalidRequestError that names the rule. With False they are sent as they are.
        **options: as ``ClientOptions`` describes.

    Raises:
        ConfigurationError: the token is missing or cannot be sent in a header, or an option is invalid.
    """

    description = VENDOR

    def __init__(
        self,
        token: str | None = None,
        token_type: TokenType | None = None,
        *,
        check_rules: bool = True,
        **options: Unpack[ClientOptions],
    ) -> None:
        kind = self._setting("token_type", token_type, "legacy")
        if kind not in get_args(TokenType):
            raise ConfigurationError(f"token_type must be legacy or oauth, not {kind!r}")
        secret = self._credential("token", token, options)
        header, before = CREDENTIALS["legacyToken" if kind == "legacy" else "oauth2"]
        credentials = ((header, before + secret),)
        self._check_rules = check_rules
        self._open(
            authorize=lambda method, url, body: credentials,
            secrets=(secret,),
            **options,
        )

    @property
    def projects(self) -> Projects:
        """The projects of the account; they cannot be deleted."""
        return Projects(self._session, check_rules=self._check_rules)

    @property
    def experiments(self) -> Experiments:
        """The experiments of all projects, and their results."""
        return Experiments(self._session, check_rules=self._check_rules)

    @property
    def schedules(self) -> Schedules:
        """The schedules of all experiments."""
        return Schedules(self._session, check_rules=self._check_rules)

    @property
    def variations(self) -> Variations:
        """The variations of all experiments."""
        return Variations(self._session, check_rules=self._check_rules)

    @property
    def goals(self) -> Goals:
        """The goals of all projects."""
        return Goals(self._session, check_rules=self._check_rules)

    @property
    def audiences(self) -> Audiences:
        """The audiences of all projects; they cannot be deleted."""
        return Audiences(self._session, check_rules=self._check_rules)

    @property
    def dimensions(self) -> Dimensions:
        """The dimensions of all projects."""
        return Dimensions(self._session, check_rules=self._check_rules)

    @property
    def targeting_lists(self) -> TargetingLists:
        """The targeting lists of all projects, for Enterprise accounts."""
        return TargetingLists(self._session, check_rules=self._check_rules)
