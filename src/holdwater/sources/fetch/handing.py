"""Hands over what one thread finds to another, which takes it at its own pace."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from holdwater.sources.fetch.model import Fetched

MOST_WAITING = 32
"""Answers that wait to be taken; as long as there are as many, nothing more is asked for."""

MOST_RESOLVING = 16
"""Names of hosts that are resolved at once; the resolver of the system keeps a thread waiting for each."""


class Handing:
    """Runs a coroutine on an event loop in a thread of its own; iterating over it gives what it hands over.

    Left early, it cancels the coroutine and waits for its end.
    """

    def __init__(self, run: Callable[[Handing], Awaitable[None]]) -> None:
        self.open = asyncio.Event()
        self.open.set()
        self._run = run
        self._given: SimpleQueue[Fetched | None] = SimpleQueue()
        self._waiting = 0
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="fetch")
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self._left = False

    def give(self, fetched: Fetched) -> None:
        """Hand over. Called on the event loop."""
        self._waiting += 1
        if self._waiting >= MOST_WAITING:
            self.open.clear()
        self._given.put(fetched)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is handed over that was not taken yet."""
        return self._given.empty()

    def __enter__(self) -> Self:
        self._future: Future[None] = self._thread.submit(asyncio.run, self._main())
        self._future.add_done_callback(lambda _: self._given.put(None))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._left = True
        if self._task is not None:
            self._in_loop(self._task.cancel)
        self._thread.shutdown()

    def __iter__(self) -> Iterator[Fetched]:
        """What is handed over, as it comes; then raises what the coroutine raised, if it did."""
        while (fetched := self._given.get()) is not None:
            yield fetched
            self._in_loop(self._taken)
        self._future.result()

    async def _main(self) -> None:
        self._loop, self._task = asyncio.get_running_loop(), asyncio.current_task()
        self._loop.set_default_executor(ThreadPoolExecutor(MOST_RESOLVING, thread_name_prefix="resolve"))
        if not self._left:
            await self._run(self)

    def _taken(self) -> None:
        self._waiting -= 1
        if self._waiting < MOST_WAITING:
            self.open.set()

    def _in_loop(self, act: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            if self._loop is not None:
                self._loop.call_soon_threadsafe(act)
