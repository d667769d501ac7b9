"""Processes that work for a build: they end with it, however it ends, and leave speaking to it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Any, TypeVar

from jianbao import garbage

_A_MOMENT = 0.05
"""Seconds: an executor starts a process only for a task that finds none idle."""


@contextmanager
def pool(jobs: int, method: str | None = None) -> Iterator[ProcessPoolExecutor]:
    """An executor of so many processes, started by ``method`` (default: the system's).

    Where the build is stopped or fails, work that has not begun is dropped instead of waited for.
    """
    executor = ProcessPoolExecutor(jobs, multiprocessing.get_context(method), initializer=_serve_one_master)
    try:
        yield executor
    except BaseException:
        executor.shutdown(wait=True, cancel_futures=True)
        raise
    executor.shutdown()


T = TypeVar("T")
_tasks: list[Callable[[], Any]] = []
"""What a forked process inherits to do."""


def start(executor: Executor, jobs: int) -> None:
    """Start an executor's processes now: those that are forked later begin with all that the build has grown to."""
    for _ in range(jobs):
        executor.submit(time.sleep, _A_MOMENT)


@contextmanager
def beside(task: Callable[[], T], jobs: int) -> Iterator[Callable[[], T]]:
    """Let a process of its own, forked now, do a task; what is given waits for the result and returns it.

    With a single job, and where processes cannot be forked, the task is done when the result is asked for.
    """
    if jobs == 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield task
        return
    _tasks.append(task)
    gc.freeze()  # a collection in the child would touch, and so copy, every page of memory
    try:
        with pool(1, "fork") as executor:
            doing = executor.submit(_do)
            yield doing.result
    finally:
        gc.unfreeze()
        _tasks.clear()


def _do() -> Any:
    return _tasks[0]()


def _serve_one_master() -> None:
    """Ctrl-C reaches all processes of a terminal, and the build alone answers it; who is killed tells nobody."""
    garbage.collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_build, daemon=True).start()


def _end_with_the_build() -> None:
    """Left alone, a worker would wait for work for ever, and hold the build's lock."""
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
