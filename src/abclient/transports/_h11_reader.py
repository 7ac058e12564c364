"""Reading responses with h11, which is pure Python: where httptools has no wheels."""

from __future__ import annotations

import h11

from ._h11 import read_chunks_together
from ._reader import LONGEST_HEAD_BYTES, InvalidResponseError, ResponseReader, may_have_surplus
from ._wire import WireRequest


class H11Reader(ResponseReader):
    """Has a new parser for every response: what the last one was given too much cannot get into the next."""

    library = "h11"

    def expect(self, request: WireRequest) -> None:
        super().expect(request)
        self._h11_state = h11.Connection(h11.CLIENT, max_incomplete_event_size=LONGEST_HEAD_BYTES)
        self._h11_state.send(h11.Request(method=request.method, target="/", headers=[("Host", "unused")]))
        self._h11_state.send(h11.EndOfMessage())

    def feed(self, data: bytes) -> bool:
        try:
            self._h11_state.receive_data(data)
            return self._take(data)
        except h11.RemoteProtocolError as error:
            self._pass_on()
            raise InvalidResponseError from error

    def feed_end(self) -> bool:
        try:
            self._h11_state.receive_data(b"")
            return self.body is not None and isinstance(self._h11_state.next_event(), h11.EndOfMessage)
        except h11.RemoteProtocolError:
            return False

    def _take(self, data: bytes) -> bool:
        parser = self._h11_state
        while (event := parser.next_event()) is not h11.NEED_DATA:
            if isinstance(event, h11.Response):
                self._headers += ((name.decode("latin-1"), value.decode("latin-1")) for name, value in event.headers)
                self._begin_body(event.status_code)
                if self._request.method == "CONNECT":  # a refusal may be a page without an end
                    return self._finish()
                read_chunks_together(self)
            elif isinstance(event, h11.Data):
                self._pieces.append(bytes(event.data))
            elif not isinstance(event, h11.InformationalResponse):
                return self._finish()
        if not self._pieces:
            self._count_overhead(data)
        return not self._pass_on()

    def _finish(self) -> bool:
        parser, method = self._h11_state, self._request.method
        keeps = parser.their_state is h11.DONE or self._opens_tunnel()
        surplus = bool(parser.trailing_data[0]) or may_have_surplus(method, self.status, tuple(self._headers))
        self.reusable = self._pass_on() and keeps and not surplus
        return True
