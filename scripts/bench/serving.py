"""The server that the benchmarks ask: nginx with static documents, or where there is none, a few lines of asyncio.

It runs in a process of its own, on a core of its own where there are two.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import multiprocessing.connection
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import trustme
from attrs import frozen

CORES = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []

_NGINX = """
daemon off; master_process off; pid {home}/pid; error_log {home}/errors;
events {{ worker_connections 4096; }}
http {{
  access_log off; default_type application/json; sendfile on; tcp_nodelay on;
  keepalive_requests 1000000000; open_file_cache max=100;
  client_body_temp_path {home}; proxy_temp_path {home}; fastcgi_temp_path {home};
  uwsgi_temp_path {home}; scgi_temp_path {home};
  server {{
    listen 127.0.0.1:{plain} backlog=4096;
    listen 127.0.0.1:{secure} ssl backlog=4096;
    ssl_certificate {home}/certificate.pem; ssl_certificate_key {home}/certificate.pem;
    root {home};
    location ~ ^/real/(\\w+)/ {{
      gzip on; gzip_types application/json; gzip_comp_level 1;
      {headers}
      try_files /$1.json =404;
    }}
    location ~ ^/(\\w+)/ {{ try_files /$1-$arg_offset.json /$1.json =404; }}
  }}
}}
"""


_HEADERS = {
    "X-Ratelimit-Global-Remaining": "4999999",
    "X-Ratelimit-Route-Remaining": "4999999",
    "X-Ratelimit-Reset": "4102444800000",
    "Cache-Control": "no-store, max-age=0",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "X-Ratelimit-Reset, X-Ratelimit-Route-Remaining",
    "Referrer-Policy": "same-origin",
    "X-Request-Id": "$request_id",
    "X-Served-By": "cache-fra-eddf8230061-FRA",
    "X-Cache": "MISS",
    "X-Timer": "S1795255210.123456,VS0,VE87",
}
"""What vendors and the networks before them add; with nginx's own, twenty lines."""


@frozen
class Served:
    """Where the documents are.

    Attributes:
        server: what serves them.
        plain: the URL below which ``/NAME/anything`` answers with the document of that name, and with ``offset=N`` in
            the query with the one named ``NAME-N``, if there is one. Below ``/real/NAME/``, where the server is nginx,
            it is compressed and in chunks, with twenty headers, of which some tell quotas.
        secure: the same over TLS; None where the server has none.
        authority: the file with the certificate that signed the server's.
    """

    server: str
    plain: str
    secure: str | None
    authority: str


@contextmanager
def serving(documents: Mapping[str, bytes]) -> Generator[Served, None, None]:
    """Serve these documents while the block lasts."""
    with tempfile.TemporaryDirectory(prefix="abclient-bench-") as directory:
        home = Path(directory)
        for name, document in documents.items():
            (home / f"{name}.json").write_bytes(document)
        with _nginx(home) if shutil.which("nginx") else _asyncio(documents) as served:
            yield served


def pin(place: int) -> None:
    """Keep this process, and those it starts, on one core; where there is only one, it shares it."""
    if len(CORES) > 1:
        os.sched_setaffinity(0, {CORES[place]})


@contextmanager
def pinned(place: int) -> Generator[None, None, None]:
    """The same while the block lasts, for processes that are started in it."""
    pin(place)
    try:
        yield
    finally:
        if CORES:
            os.sched_setaffinity(0, set(CORES))


@contextmanager
def _nginx(home: Path) -> Generator[Served, None, None]:
    plain, secure = _free_port(), _free_port()
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(home / "authority.pem"))
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(str(home / "certificate.pem"))
    headers = " ".join(f'add_header {name} "{value}";' for name, value in _HEADERS.items())
    (home / "nginx.conf").write_text(_NGINX.format(home=home, plain=plain, secure=secure, headers=headers))
    with pinned(-1):
        server = subprocess.Popen(["nginx", "-c", str(home / "nginx.conf"), "-p", str(home)], stderr=subprocess.DEVNULL)
    try:
        _wait_for(plain)
        yield Served("nginx", f"http://127.0.0.1:{plain}", f"https://127.0.0.1:{secure}", str(home / "authority.pem"))
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _asyncio(documents: Mapping[str, bytes]) -> Generator[Served, None, None]:
    ours, theirs = multiprocessing.Pipe()
    context = multiprocessing.get_context("spawn")
    server = context.Process(target=_serve, args=(theirs, dict(documents)), daemon=True)
    server.start()
    try:
        yield Served("asyncio", f"http://127.0.0.1:{ours.recv()}", None, "")
    finally:
        server.terminate()
        server.join()


def _serve(port: multiprocessing.connection.Connection, documents: dict[str, bytes]) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    answers = {name.encode(): head % len(document) + document for name, document in documents.items()}

    class Protocol(asyncio.Protocol):
        """Answers every read that ends a request; the clients here never split or pipeline theirs."""

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            self.transport = transport

        def data_received(self, data: bytes) -> None:
            if data.endswith(b"\r\n\r\n") and isinstance(self.transport, asyncio.WriteTransport):
                name = data.split(b"/", 2)[1]
                offset = data.split(b" ", 2)[1].partition(b"offset=")[2]
                self.transport.write(answers.get(name + b"-" + offset) or answers[name])

    async def run() -> None:
        listener = await asyncio.get_running_loop().create_server(Protocol, "127.0.0.1", 0, backlog=4096)
        port.send(listener.sockets[0].getsockname()[1])
        await listener.serve_forever()

    pin(-1)
    asyncio.run(run())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("nginx did not start")
