"""Keys and tokens that stand in a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aiscreen.portfolio.data import line_at
from aiscreen.portfolio.facts import EVIDENCE, Facts, Finding

_SECRETS = re.compile(
    r"\bAKIA[0-9A-Z]{16}\b|-----BEGIN (?:RSA |EC |OPENSSH |DSA )?PRIVATE KEY-----|\bghp_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{60,200}|"
    r"\bhf_[A-Za-z]{34}\b|\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,200}\b|\bxox[bap]-\d{8,}-[\w-]{20,200}|\bAIza[0-9A-Za-z_-]{35}\b"
)
_SECRET_STARTS = (b"AKIA", b"PRIVATE KEY-----", b"ghp_", b"github_pat_", b"hf_", b"sk-", b"xox", b"AIza")
_NO_SECRET = re.compile(
    r"example|sample|dummy|fake|placeholder|your|xxxx|1234567890|test|redacted|<|\*\*\*", re.IGNORECASE
)


def secrets(facts: Facts) -> Iterator[Finding]:
    """Keys and tokens in the tree. The quote is masked: a report must not spread them."""
    hits: dict[str, int] = {}
    for path in [*facts.survey.texts, *facts.survey.code, *facts.notebooks]:
        data = facts.tree.bytes(path)
        if facts.is_test(path) or not any(start in data for start in _SECRET_STARTS):
            continue
        text = facts.tree.text(path)
        for secret in _SECRETS.finditer(text):
            if path in hits:
                break
            start = text.rfind("\n", 0, secret.start()) + 1
            context = text[max(start, secret.start() - 200) : secret.end() + 40].partition("\n")[0]
            if not _NO_SECRET.search(context) and len(set(secret[0])) > 8:
                hits.setdefault(path, line_at(text, secret.start()))
    if hits:
        evidence = [facts.evidence(path, line, quote="(masked)") for path, line in sorted(hits.items())]
        yield (
            "secrets",
            evidence[:EVIDENCE],
            "keys or tokens stand in the tree; ask whether they were revoked",
        )
