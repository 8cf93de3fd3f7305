"""The command line: parse options, call, render, exit code. Nothing here judges.

Each command lives in its own module and imports what is heavy inside its function, so that `--help` is quick.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import sys
from types import ModuleType
from typing import Any, NoReturn

INTERRUPTED = 130
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def main() -> None:
    """Run `aiscreen`. Exit codes: 0 fine, 1 findings, 2 usage or configuration, 3 unreadable input, 4 a bug, 130
    interrupted."""
    gc.disable()  # a short-lived process: collecting while modules load costs a tenth of the start
    _with_streams()
    _without_plugins()
    try:
        code = run()
    except KeyboardInterrupt:  # while the command line itself was still loading
        code = INTERRUPTED
    _leave(code)


def _with_streams() -> None:
    """Have a stream that leads nowhere in place of one that is closed (`2>&-`): else the next file that is opened would
    get its number, and what is meant for the stream."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            number = os.open(os.devnull, os.O_RDWR)  # the lowest that is free, which is the closed one's
            setattr(sys, name, open(number, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - open to the end


def _leave(code: int) -> NoReturn:
    """End the process at once. Freeing one by one the hundred thousand objects that vanish with it takes a tenth of a
    short run; a batch, whose libraries have ends of their own to tie up, goes the usual way."""
    if "aiscreen.batch" not in sys.modules and not os.environ.get("AISCREEN_DEBUG"):
        with contextlib.suppress(OSError, ValueError):  # what cannot be written is told the usual way as well
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
            os._exit(code)
    sys.exit(code)


def _without_plugins() -> None:
    """Pydantic looks for plug-ins when it builds its first validator. There are none for us, and no more than loading
    what finds them costs a twentieth of a run, so its finder is replaced by one that finds nothing."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    finder: Any = ModuleType("pydantic.plugin._loader")
    finder.get_plugins = tuple
    sys.modules.setdefault(finder.__name__, finder)


def run(args: list[str] | None = None) -> int:
    """Run with `args` (else those of the process) and return the exit code."""
    from aiscreen.cli.output import say
    from aiscreen.errors import AiscreenError, InputError

    try:
        code = _obey(args)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("aiscreen: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (head, less) has gone; leave without a second error at shutdown.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except AiscreenError as error:
        say(f"aiscreen: {error}")
        return 3 if isinstance(error, InputError) else 2
    except OSError as error:
        if error.errno in _NO_ROOM:
            # What is left in the stream cannot be written either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            say(f"aiscreen: cannot write: {error.strerror}; make room and run again")
        elif error.errno in _NO_RIGHT and error.filename:
            say(f"aiscreen: cannot use {error.filename}: {error.strerror}; allow it, or choose another place")
        else:
            return _bug(error)
        return 2
    except Exception as error:  # noqa: BLE001 - told as what it is
        return _bug(error)
    return code if isinstance(code, int) else 0


def _bug(error: Exception) -> int:
    """Tell of an error of our own; with AISCREEN_DEBUG it goes on up."""
    if os.environ.get("AISCREEN_DEBUG"):
        raise error
    print(
        f"aiscreen: internal error: {type(error).__name__}: {error}\n"
        "This is a bug in aiscreen. Run again with AISCREEN_DEBUG=1 for the traceback and report it.",
        file=sys.stderr,
    )
    return 4


def _obey(args: list[str] | None) -> Any:
    """What the command answers. A plain call of `score` goes to it by the short way."""
    from aiscreen.cli.plain import plain_score

    plain = plain_score(sys.argv[1:] if args is None else args)
    if plain is not None:
        from aiscreen.cli import patterns

        patterns.remember()
        from aiscreen.cli.scoring import score_files

        code = score_files(**plain)
        patterns.keep()
        return code
    import typer

    from aiscreen.cli.app import app

    # Newer Typers carry their own copy of click, so the base of usage errors is reached through Typer.
    usage_errors: Any = typer.BadParameter.__mro__[1]
    try:
        code = app(args=args, prog_name="aiscreen", standalone_mode=False)
        if code == INTERRUPTED:  # newer Typers make that of a KeyboardInterrupt
            raise KeyboardInterrupt
        return code
    except usage_errors as error:
        error.message = error.message.replace("Value error, ", "")  # how newer Typers begin what they pass on
        error.show()
        return 2
    except typer.Abort:
        raise KeyboardInterrupt from None
    except SystemExit as end:  # what that library makes of a reader that has gone
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        raise
