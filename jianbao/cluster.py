"""Work on a Dask cluster instead of this machine's processes: ``--scheduler ADDRESS``.

Needs ``pip install .[cluster]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

from jianbao.diagnostics import EditorError


@contextmanager
def connect(address: str) -> Iterator[Executor]:
    """An executor of the cluster at ``address``. ``EditorError`` if it cannot be had.

    Workers must have Jianbao installed. Tasks are not pure to Dask: what they give is cached by Jianbao itself. A
    task whose worker dies is done again by another.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise EditorError("--scheduler", None, "Dask is not installed", "pip install '.[cluster]'") from None
    try:
        client: Any = Client(address, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise EditorError("--scheduler", None, f"no scheduler at {address} ({error})", "start one there") from None
    try:
        yield client.get_executor(pure=False, retries=3)
    except KilledWorker as error:
        help = "look at the workers' memory and logs, then build again"
        raise EditorError("--scheduler", None, " ".join(str(error).split())[:200], help) from None
    finally:
        client.close()
