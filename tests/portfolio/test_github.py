"""GitHub's interface against a recorded server on loopback: answers, paging, cache, limits, refusals, no network."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from aiscreen.errors import ConfigError, InputError
from aiscreen.portfolio.account import read_account
from aiscreen.portfolio.github import GitHub

USER = {"login": "ada-okafor", "html_url": "https://github.com/ada-okafor"}


def repository(name: str, **more: Any) -> dict[str, Any]:
    row = {
        "name": name,
        "html_url": f"https://github.com/ada-okafor/{name}",
        "fork": False,
        "archived": False,
        "stargazers_count": 3,
        "language": "Python",
        "created_at": "2023-01-05T10:00:00Z",
        "pushed_at": "2026-10-02T10:00:00Z",
    }
    return row | more


PULLS = {
    "total_count": 2,
    "items": [
        {
            "title": "Fix rounding in \x1b[31mscores",
            "html_url": "https://github.com/acme/rank/pull/7",
            "repository_url": "https://api.github.com/repos/acme/rank",
            "pull_request": {"merged_at": "2026-03-01T00:00:00Z"},
        },
        {
            "title": "Speed up loading",
            "html_url": "https://github.com/acme/load/pull/9",
            "repository_url": "https://api.github.com/repos/acme/load",
            "closed_at": "2026-08-01T00:00:00Z",
        },
    ],
}


class Recorded:
    """A server that answers from a table of path to (status, headers, body) and remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, list[tuple[int, dict[str, str], Any]]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        recorded = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = urlsplit(self.path)
                page = parse_qs(path.query).get("page", ["1"])[0]
                recorded.asked.append((self.path, dict(self.headers)))
                queue = (
                    recorded.answers.get(f"{path.path}#{page}")
                    or recorded.answers.get(path.path)
                    or [(404, {}, {})]
                )
                status, headers, body = queue.pop(0) if len(queue) > 1 else queue[0]
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, None
                data = (
                    body if isinstance(body, bytes) else b"" if status == 304 else json.dumps(body).encode()
                )
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def says(self, path: str, body: Any, status: int = 200, **headers: str) -> None:
        self.answers.setdefault(path, []).append(
            (status, {k.replace("_", "-"): v for k, v in headers.items()}, body)
        )


@pytest.fixture
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorded]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = Recorded()
    server.says("/users/ada-okafor", USER, ETag='"u1"')
    server.says(
        "/users/ada-okafor/repos", [repository("ranker", stargazers_count=40), repository("fork", fork=True)]
    )
    server.says("/search/issues", PULLS)
    server.says("/repos/ada-okafor/ranker/releases", [{"tag_name": "v1"}, {"tag_name": "v2"}])
    yield server
    server.server.shutdown()
    server.server.server_close()


def github(recorded: Recorded, cache: Path, **more: Any) -> GitHub:
    return GitHub(base=recorded.base, cache=cache, **({"sleep": lambda seconds: None} | more))


def test_account(recorded, tmp_path):
    account = read_account(github(recorded, tmp_path, token="t0ken"), "ada-okafor")
    assert [(repo.name, repo.fork, repo.stars, repo.releases) for repo in account.repositories] == [
        ("ranker", False, 40, 2),
        ("fork", True, 3, None),
    ]
    assert account.merged_total == 2 and account.warnings == []
    assert [(pull.repository, pull.title, pull.merged) for pull in account.merged] == [
        ("acme/load", "Speed up loading", "2026-08-01"),
        ("acme/rank", "Fix rounding in [31mscores", "2026-03-01"),
    ]
    assert all(headers["Authorization"] == "Bearer t0ken" for _, headers in recorded.asked)
    assert "-user%3Aada-okafor" in next(path for path, _ in recorded.asked if "search" in path)


def test_without_a_token_none_is_sent(recorded, tmp_path):
    read_account(github(recorded, tmp_path), "ada-okafor")
    assert recorded.asked and all("Authorization" not in headers for _, headers in recorded.asked)


def test_everything_is_cached_and_refreshed_by_etag(recorded, tmp_path):
    first = read_account(github(recorded, tmp_path), "ada-okafor")
    asked = len(recorded.asked)
    assert read_account(github(recorded, tmp_path), "ada-okafor") == first
    assert len(recorded.asked) == asked
    assert read_account(github(recorded, tmp_path, refresh=True), "ada-okafor") == first
    assert len(recorded.asked) == 2 * asked
    assert recorded.asked[asked][1]["If-None-Match"] == '"u1"'


def test_pages(recorded, tmp_path):
    recorded.says("/users/ada-okafor/repos#1", [repository(f"r{n}") for n in range(100)])
    recorded.says("/users/ada-okafor/repos#2", [repository("last")])
    account = read_account(github(recorded, tmp_path), "ada-okafor")
    assert len(account.repositories) == 101


def test_a_limit_that_ends_soon_is_waited_out(recorded, tmp_path):
    recorded.answers["/search/issues"] = []
    recorded.says("/search/issues", {}, 403, X_RateLimit_Remaining="0", X_RateLimit_Reset="1020")
    recorded.says("/search/issues", PULLS)
    waited: list[float] = []
    account = read_account(github(recorded, tmp_path, sleep=waited.append, now=lambda: 1000.0), "ada-okafor")
    assert waited == [21.0] and account.merged_total == 2


def test_retry_after_is_honoured(recorded, tmp_path):
    recorded.answers["/search/issues"] = []
    recorded.says("/search/issues", {}, 429, Retry_After="7")
    recorded.says("/search/issues", PULLS)
    waited: list[float] = []
    assert read_account(github(recorded, tmp_path, sleep=waited.append), "ada-okafor").merged_total == 2
    assert waited == [7.0]


def test_a_long_limit_leaves_the_rest_unasked_and_says_so(recorded, tmp_path):
    recorded.answers["/search/issues"] = []
    recorded.says("/search/issues", {}, 403, X_RateLimit_Remaining="0", X_RateLimit_Reset="2800")
    account = read_account(github(recorded, tmp_path, now=lambda: 1000.0), "ada-okafor")
    assert len(account.repositories) == 2 and account.merged == []
    assert account.warnings == [
        "GitHub's rate limit is used up for another 30 min; with a GITHUB_TOKEN far more is allowed"
    ]
    assert not any("releases" in path for path, _ in recorded.asked)


def test_a_limit_on_the_first_question_is_an_input_error(recorded, tmp_path):
    recorded.answers["/users/ada-okafor"] = []
    recorded.says("/users/ada-okafor", {}, 403, X_RateLimit_Remaining="0", X_RateLimit_Reset="9999")
    with pytest.raises(InputError, match="rate limit"):
        read_account(github(recorded, tmp_path, now=lambda: 1000.0), "ada-okafor")


def test_refusals(recorded, tmp_path):
    recorded.answers["/users/ada-okafor"] = []
    recorded.says("/users/ada-okafor", {}, 401)
    with pytest.raises(InputError, match="GITHUB_TOKEN"):
        read_account(github(recorded, tmp_path, token="old"), "ada-okafor")
    with pytest.raises(InputError, match="knows no account"):
        read_account(github(recorded, tmp_path), "nobody")


def test_a_redirect_does_not_carry_the_token_away(recorded, tmp_path):
    recorded.answers["/users/ada-okafor"] = []
    recorded.says("/users/ada-okafor", {}, 302, Location=f"{recorded.base}/elsewhere")
    with pytest.raises(InputError, match="302"):
        read_account(github(recorded, tmp_path, token="t0ken"), "ada-okafor")
    assert [path for path, _ in recorded.asked] == ["/users/ada-okafor"]


@pytest.mark.parametrize("body", [b"<html>", b"", b"[" * 100_000, [], "x", 3, None])
def test_odd_answers(body, recorded, tmp_path):
    recorded.answers["/users/ada-okafor"] = []
    recorded.says("/users/ada-okafor", body)
    with pytest.raises(InputError):
        read_account(github(recorded, tmp_path), "ada-okafor")


@pytest.mark.parametrize(
    "body",
    [
        {},
        [1, None, {}],
        "x",
        [{"name": 3, "stargazers_count": "x", "pushed_at": 9}],
        {"items": 3, "total_count": "x"},
    ],
)
def test_odd_parts(body, recorded, tmp_path):
    for path in ("/users/ada-okafor/repos", "/search/issues"):
        recorded.answers[path] = []
        recorded.says(path, body)
    account = read_account(github(recorded, tmp_path), "ada-okafor")
    assert account.user == "ada-okafor" and account.merged_total == 0


@pytest.mark.parametrize("user", ["", "-a", "a/b", "a b", "../x", "a" * 40, "ada\n"])
def test_names_that_cannot_be(user, recorded, tmp_path):
    with pytest.raises(ConfigError):
        read_account(github(recorded, tmp_path), user)
    assert recorded.asked == []


@pytest.mark.parametrize("base", ["http://example.org", "ftp://127.0.0.1", "file:///etc", "api.github.com"])
def test_the_token_travels_encrypted_or_not_at_all(base, tmp_path):
    with pytest.raises(ConfigError, match="https"):
        GitHub(base=base, cache=tmp_path)


def test_offline(tmp_path):
    with pytest.raises(InputError, match=r"cannot reach 127\.0\.0\.1.*local clones do not") as caught:
        read_account(GitHub(base="http://127.0.0.1:9", cache=tmp_path), "ada-okafor")
    assert caught.value.reason == "offline"


def test_a_cache_that_cannot_be_written_or_read_costs_nothing_but_time(recorded, tmp_path):
    (tmp_path / "file").write_text("")
    account = read_account(github(recorded, tmp_path / "file"), "ada-okafor")
    assert account.merged_total == 2
    read_account(github(recorded, tmp_path / "cache"), "ada-okafor")
    for kept in (tmp_path / "cache").iterdir():
        kept.write_text("{ damaged")
    assert read_account(github(recorded, tmp_path / "cache"), "ada-okafor") == account
