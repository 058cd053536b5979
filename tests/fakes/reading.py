"""A reading pool without processes: each of them would load the models anew."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any


class ReadsHere:
    """Stands for ``ReadingPool``; a call is made when its turn comes."""

    def __init__(self, *_args: Any, **_more: Any) -> None: ...

    def __enter__(self) -> "ReadsHere":
        return self

    def __exit__(self, *_error: object) -> None: ...

    def map(
        self, read: Callable[..., Any], calls: Iterable[tuple[Any, ...]], **_more: Any
    ) -> Iterator[tuple[tuple[Any, ...], Any]]:
        for args in calls:
            yield args, read(*args)
