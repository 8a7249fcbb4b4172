"""Requests that are sent at the same moment."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from people import Person
from ruanghijau.app import RuangHijau

T = TypeVar("T")


def at_once(actions: Sequence[Callable[[], T]]) -> list[T]:
    """Do all of these in threads of their own, beginning together; what each of them returned."""
    barrier = Barrier(len(actions))

    def begin(action: Callable[[], T]) -> T:
        barrier.wait()
        return action()

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(begin, actions))


def devices(app: RuangHijau, person: Person, number: int) -> list[Person]:
    """The same person on so many devices, which can all send at once."""
    return [Person(app.test_client(), person.token, person.account) for _ in range(number)]
