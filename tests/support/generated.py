"""Answers for generated code to parse, and copies of what came out."""

from __future__ import annotations

import json
import pickle
from typing import Any

from abclient_api._runtime import Response


def answer(content: Any, status: int = 200) -> Response:
    """A successful answer with this JSON, or these bytes."""
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return Response(status, (("content-type", "application/json"),), body)


def pickled(value: Any) -> Any:
    """The value after a journey to another process."""
    return pickle.loads(pickle.dumps(value))
