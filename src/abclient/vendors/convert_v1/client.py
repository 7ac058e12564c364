"""The client of Convert's REST API v1."""

from __future__ import annotations

from typing import Unpack

from ...client import Client, ClientOptions
from ...errors import ConfigurationError
from .._convert_signing import DEFAULT_LIFETIME, RequestSigner
from .._wrong_use import needs_call
from .projects import ProjectContents, Projects
from .vendor import VENDOR


class ConvertV1(Client):
    """Convert Experiences' REST API v1.

    Each request is signed by this machine's clock. If the vendor refuses one and its response shows that the clock is
    wrong, by an hour at most, the difference is logged and corrected, and the request is sent once more.

    Args:
        application_id: of the API application; by default ``ABCLIENT_CONVERT_V1_APPLICATION_ID`` from the environment.
        secret: of the API application; by default ``ABCLIENT_CONVERT_V1_SECRET`` from the environment. It signs
            requests and is never sent.
        signature_lifetime: for how many seconds a signed request is good. The vendor documents no limit.
        **options: as ``ClientOptions`` describes.

    Raises:
        ConfigurationError: a credential is missing or cannot be used, or an option is invalid.
    """

    description = VENDOR

    def __init__(
        self,
        application_id: str | None = None,
        secret: str | None = None,
        *,
        signature_lifetime: float = DEFAULT_LIFETIME,
        **options: Unpack[ClientOptions],
    ) -> None:
        application = self._credential("application_id", application_id, options)
        key = self._credential("secret", secret, options)
        try:
            signer = RequestSigner(application, key, lifetime=signature_lifetime)
        except (TypeError, ValueError):
            raise ConfigurationError(
                f"signature_lifetime must be a finite number of seconds, 1 or more, not {signature_lifetime!r}"
            ) from None
        self._open(
            authorize=signer,
            secrets=(key, application),
            **options,
        )

    @property
    def projects(self) -> Projects:
        """The projects that the application can reach."""
        return Projects(self._session)

    @needs_call
    def project(self, project_id: str) -> ProjectContents:
        """What a project holds; nothing is loaded yet."""
        return self.projects.contents(project_id)
