"""Processes that work for a build: they end with it, however it ends, and leave speaking to it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait

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


def start(executor: Executor, jobs: int) -> None:
    """Start an executor's processes now: those that are forked later begin with all that the build has grown to."""
    for _ in range(jobs):
        executor.submit(time.sleep, _A_MOMENT)


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
