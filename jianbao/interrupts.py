"""Ctrl-C that no garbage swallows."""

from __future__ import annotations

import signal
import sys
import threading
import time

_A_MOMENT = 0.05
"""Seconds: long enough to be out of what swallowed the first one."""


class _Now:
    swallowing = False
    """Whether the first one is being swallowed: a second would be, too."""


def heed() -> None:
    """Let a Ctrl-C that comes while Python frees a value, where no exception can be raised, come once more."""
    sys.unraisablehook = _unraisable


def _unraisable(args: sys.UnraisableHookArgs, /) -> None:
    if not issubclass(args.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(args)
        return
    _Now.swallowing = True
    try:
        threading.Thread(target=_come_again, daemon=True).start()
    finally:
        _Now.swallowing = False  # the last step: between it and the end of the hook Python looks for no signal


def _come_again() -> None:
    main = threading.main_thread().ident
    assert main is not None
    time.sleep(_A_MOMENT)
    while _Now.swallowing:
        time.sleep(_A_MOMENT)
    signal.pthread_kill(main, signal.SIGINT)
