"""``abclient record``: what a vendor answers, without what it says."""

from __future__ import annotations

import hashlib
import json
from contextlib import aclosing
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .._files import draft_beside, publish
from .._items import Key
from ..codegen.drift._answers import Answers
from ..codegen.spec._document import SpecError
from ..options import from_environment
from ..source import ListedExperiment
from ..transports import Transport, WireRequest, WireResponse, open_transport
from ._document import specifications_of
from ._output import counted, print_line
from ._run import UsageError, exit_code_for
from ._target import Target

_PRIVATE_FILE, _PRIVATE_DIRECTORY = 0o600, 0o700


class Recorder:
    """A transport that keeps the JSON of successful responses, with values taken out, in a directory.

    Attributes:
        kept: how many files it wrote; answers that differ in nothing but values are one.
    """

    def __init__(self, transport: Transport, answers: Answers, directory: Path) -> None:
        self._transport = transport
        self._answers = answers
        self._directory = directory
        self.kept: int = 0

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it, and keep what came back."""
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


async def record_command(target: Target, directory: Path, limit: int) -> int:
    """Fetch experiments and results, and keep the responses; the exit code."""
    recorder = _recorder(target.vendor.name, directory)
    first = _First(limit)
    async with target.open(transport=recorder) as source:
        async with aclosing(source.results(wants=first.wants)) as results:
            async for result in results:
                if result.error is not None:
                    first.failures[str(result.key)] = result.error
                if first.complete(result.key):
                    break
        failures: dict[str, Exception | str] = {**source.failures, **first.failures}
        code = exit_code_for(failures, done=len(first.ids))
    of_what = counted(len(first.ids), "experiment")
    print_line(f"{directory}: {counted(recorder.kept, 'new answer')} of {of_what}, without values")
    return code


class _First:
    """The first experiments with results, and what could not be fetched of them."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._waiting: set[Key] = set()
        self.ids: set[str] = set()
        self.failures: dict[str, Exception] = {}

    def wants(self, key: Key, listed: ListedExperiment) -> bool:
        """Whether it is a result of one of them."""
        if len(self.ids) < self._limit:
            self.ids.add(listed.info.experiment_id)
        wanted = listed.info.experiment_id in self.ids
        if wanted:
            self._waiting.add(key)
        return wanted

    def complete(self, key: Key) -> bool:
        """Note that a result is there; whether all are."""
        self._waiting.discard(key)
        return len(self.ids) == self._limit and not self._waiting


def _recorder(vendor: str, directory: Path) -> Recorder:
    try:
        answers = Answers(specifications_of(vendor).values())
        directory.mkdir(mode=_PRIVATE_DIRECTORY, parents=True, exist_ok=True)
    except SpecError as error:
        raise UsageError(str(error)) from error
    except OSError as error:
        raise UsageError(f"{directory} cannot be written to: {error.strerror}") from error
    return Recorder(open_transport(from_environment("ABCLIENT_TRANSPORT")), answers, directory)
