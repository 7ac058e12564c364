from collections.abc import Callable
from typing import Any, final

@final
class Reader:
    __self__: type[Any]
    __func__: Callable[..., Any]
    __wrapped__: Callable[[Any], Any]
    def __new__(cls, model: type[Any], from_dict: Callable[..., Any], plan: Callable[..., Any], /) -> Reader: ...
    def __call__(self, data: Any) -> Any: ...
    def __get__(self, instance: object, owner: type[Any] | None = None, /) -> Callable[[Any], Any]: ...
