"""Ctrl-C that no garbage swallows."""

from __future__ import annotations

import signal
import sys
import threading

_A_MOMENT = 0.05
"""Seconds: long enough to be out of what swallowed the first one."""


def heed() -> None:
    """Let a Ctrl-C that comes while Python frees a value, where no exception can be raised, come once more."""
    sys.unraisablehook = _unraisable


def _unraisable(args: sys.UnraisableHookArgs, /) -> None:
    if not issubclass(args.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(args)
        return
    main = threading.main_thread().ident
    assert main is not None
    again = threading.Timer(_A_MOMENT, signal.pthread_kill, (main, signal.SIGINT))
    again.daemon = True
    again.start()
