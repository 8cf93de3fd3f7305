"""Asking GitHub's public interface: answers kept on disk, rate limits waited out, no redirect followed.

Every answer is kept under its address and used again, so a second run asks nothing; `refresh` asks again, by ETag,
which costs nothing of the rate limit where nothing changed. The token goes to the interface's own host alone.
"""

from __future__ import annotations

import hashlib
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from email.message import Message
from pathlib import Path
from typing import Any

from aiscreen import __version__
from aiscreen.errors import ConfigError, InputError

PUBLIC = "https://api.github.com"
_TIMEOUT = 15.0
_ANSWER_BYTES = 16 << 20
_PATIENCE = 60.0
"""Seconds that a rate limit is waited out; beyond that the rest is left unasked."""


class Limited(Exception):
    """The rate limit is used up; the message says until when."""


class GitHub:
    """Asks GitHub, or an Enterprise server by its `base`.

    `token` may be None: then 60 requests an hour are allowed. `sleep` and `now` are for tests.
    """

    def __init__(
        self,
        *,
        cache: Path,
        token: str | None = None,
        base: str | None = None,
        refresh: bool = False,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._base = (base or PUBLIC).rstrip("/")
        parts = urllib.parse.urlsplit(self._base)
        local = parts.hostname in ("localhost", "127.0.0.1", "::1")
        if parts.scheme != "https" and not (parts.scheme == "http" and local):
            raise ConfigError(f"GITHUB_API_URL is {self._base!r}; it must begin with https://")
        self._cache, self._token, self._refresh = cache, token, refresh
        self._sleep, self._now = sleep, now
        self._open = urllib.request.build_opener(_NoRedirect()).open

    def get(self, path: str) -> Any:
        """The answer at a path as JSON; None where there is nothing (404)."""
        kept = self._cache / f"{hashlib.sha256((self._base + path).encode()).hexdigest()}.json"
        known = _kept(kept)
        if known is not None and not self._refresh:
            return known["body"]
        headers = {
            "Accept": "application/vnd.github+json",
            "User-Agent": f"aiscreen/{__version__}",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        if known is not None and known.get("etag"):
            headers["If-None-Match"] = str(known["etag"])
        try:
            status, answer, data = self._ask(urllib.request.Request(self._base + path, headers=headers))
        except urllib.error.URLError as error:
            raise _offline(self._base, error.reason) from None
        except (TimeoutError, OSError) as error:
            raise _offline(self._base, error) from None
        if status == 304 and known is not None:
            return known["body"]
        if status not in (200, 404):
            hint = "is GITHUB_TOKEN still valid?" if status == 401 else "try again later"
            raise InputError(
                "unsupported", f"GitHub answered {status} for {path.partition('?')[0]}; {hint}", "github"
            )
        body = _loaded(data) if status == 200 else None
        _keep(kept, {"etag": answer.get("ETag"), "body": body})
        return body

    def _ask(self, request: urllib.request.Request) -> tuple[int, Message, bytes]:
        """Send a request, once more after a rate limit that ends soon. Raises Limited where it does not."""
        for last in (False, True):
            try:
                with self._open(request, timeout=_TIMEOUT) as answer:
                    return answer.status, answer.headers, answer.read(_ANSWER_BYTES)
            except urllib.error.HTTPError as error:
                wait = self._wait(error)
                if wait is None:
                    return error.code, error.headers, b""
                if last or wait > _PATIENCE:
                    hint = "run again then" if self._token else "with a GITHUB_TOKEN far more is allowed"
                    raise Limited(
                        f"GitHub's rate limit is used up for another {max(1, round(wait / 60))} min; {hint}"
                    ) from None
                self._sleep(wait)
        raise AssertionError("unreachable")

    def _wait(self, error: urllib.error.HTTPError) -> float | None:
        """Seconds until GitHub answers again; None where the refusal is no rate limit."""
        if error.code not in (403, 429):
            return None
        with suppress(TypeError, ValueError):
            return max(0.0, float(error.headers["Retry-After"]))
        if error.headers.get("X-RateLimit-Remaining") == "0":
            with suppress(TypeError, ValueError):
                return max(0.0, float(error.headers["X-RateLimit-Reset"]) - self._now()) + 1.0
        return 3600.0 if error.code == 429 else None


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect could carry the token to another host, so none is followed."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def _offline(base: str, reason: object) -> InputError:
    host = urllib.parse.urlsplit(base).hostname
    return InputError(
        "offline",
        f"cannot reach {host} ({reason}); --github needs the network, local clones do not",
        "github",
    )


def _kept(path: Path) -> dict[str, Any] | None:
    with suppress(OSError, ValueError):
        known = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(known, dict) and "body" in known:
            return known
    return None


def _keep(path: Path, answer: dict[str, Any]) -> None:
    """Keep an answer. A cache that cannot be written costs time, not the run."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(answer), encoding="utf-8")
        fresh.replace(path)


def _loaded(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise InputError("damaged", "GitHub's answer is no JSON; is a proxy in between?", "github") from None
