"""What a vendor answers, kept without what it says."""

from __future__ import annotations

import hashlib
import json
from os import PathLike
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .._files import draft_beside, publish
from ..codegen.drift._answers import Answers
from ..codegen.drift._document import Document
from ..codegen.drift._known import specifications
from ..codegen.spec._document import SpecError
from ..errors import ConfigurationError
from ..options import from_environment
from ..transports import Transport, WireRequest, WireResponse, open_transport
from ..vendor import BUILT_IN, get

_PRIVATE_FILE, _PRIVATE_DIRECTORY = 0o600, 0o700


class Recorder:
    """A transport that keeps the JSON of successful responses, with values taken out, in a directory.

    :func:`recorder` makes one.

    Attributes:
        kept: how many files it wrote; answers that differ in nothing but values are one.
    """

    def __init__(self, transport: Transport, answers: Answers, directory: Path) -> None:
        self._transport = transport
        self._answers = answers
        self._directory = directory
        self.kept: int = 0

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it, and keep what came back.

        Raises:
            TransportError: it was not sent, or the response was lost.
            OSError: the response cannot be written to the directory.
        """
        response = await self._transport.send(request)
        if 200 <= response.status < 300 and response.body:
            self._keep(request, response)
        return response

    async def aclose(self) -> None:
        """Close the transport."""
        await self._transport.aclose()

    def _keep(self, request: WireRequest, response: WireResponse) -> None:
        found = self._answers.found(request.method, unquote(urlsplit(request.url).path))
        if found is None:
            return
        try:
            body = json.loads(response.body)
        except ValueError:  # not JSON, so there are no fields in it
            return
        document, operation = found
        redacted = self._answers.redacted(document, operation, body)
        kept = {"operation": operation.name, "status": response.status, "body": redacted}
        text = json.dumps(kept, indent=1, sort_keys=True) + "\n"
        name = f"{operation.name}-{response.status}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
        path = self._directory / name.replace("/", "_")
        if not path.exists():
            with draft_beside(path) as draft:
                Path(draft.name).chmod(_PRIVATE_FILE)
                draft.write(text.encode())
                publish(draft, path)
            self.kept += 1


def specifications_of(vendor: str) -> dict[str, Document]:
    """A vendor's specifications, by package; those of a vendor of another distribution are beside its client.

    Raises:
        ConfigurationError: there is no such vendor.
        SpecError: no specification of it is installed.
    """
    beside = "" if vendor in BUILT_IN else get(vendor).client.partition(":")[0].rpartition(".")[0]
    return specifications(vendor, BUILT_IN, beside)


def recorder(
    vendor: str,
    directory: str | PathLike[str],
    *,
    specification: str | PathLike[str] | None = None,
    transport: str | Transport | None = None,
) -> Recorder:
    """A transport for a client whose responses are kept, without values, for ``abclient drift VENDOR --answers DIR``.

    ::

        client = abclient.LaunchDarkly(transport=recorder("launchdarkly", "answers"))

    Args:
        vendor: whose specifications say which responses are kept, and which values of theirs may be, those of enums.
        directory: where they are kept, a file for each that differs in more than values; made if there is none, and,
            like the files, readable for its owner only.
        specification: a specification of yours (YAML, or JSON if its name ends in ``.json``) in place of the vendor's.
        transport: what sends the requests: a name or an object, as a client's ``transport``.

    Raises:
        ConfigurationError: there is no such vendor or transport, or no specification can be read.
        OSError: the directory cannot be made.
    """
    try:
        if specification is None:
            known = list(specifications_of(vendor).values())
        else:
            from ..codegen.spec._file import read  # needs a reader of YAML

            known = [Document(read(Path(specification)))]
    except SpecError as error:
        raise ConfigurationError(str(error)) from error
    place = Path(directory)
    place.mkdir(mode=_PRIVATE_DIRECTORY, parents=True, exist_ok=True)
    return Recorder(open_transport(transport or from_environment("ABCLIENT_TRANSPORT")), Answers(known), place)
