"""The test `belongs`: a product put under somebody who does not make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import count

from aiscreen.judging.flags.checks import Found
from aiscreen.judging.flags.sentence import Sentence
from aiscreen.judging.flags.terms import Terms
from aiscreen.taxonomy.redflags.sentence import Belongs

_BY = (
    r" (?:which |that )?(?:(?:is|was|are|were|has been) )?(?:originally |first )?(?:(?:developed|created|made|built|released"
    r"|maintained|open sourced|opensourced|invented|published|introduced|designed|owned|offered|provided|launched|trained|written|authored|coded) )?"
    r"by (?:the )?"
)
_MADE = r"(?:first )?(?:\w+ and )?(?:developed|created|made|built|released|invented|published|designed|trained|wrote|introduced|launched)"
_ARTICLE = r"(?:a|an|the)"
_FEW = r"(?:[^,;()\s]+ ){0,5}?"
_NOUNS = r"framework|library|product|tool|model|project|service|invention|technology|platform|warehouse|database|llm|assistant|successor|counterpart|engine"
_FORMS: tuple[tuple[str, str], ...] = (
    ("by", rf"PRODUCT(?: \(?,?)?{_BY}OWNER"),
    ("by", rf"PRODUCT , {_ARTICLE} (?:[^,;()\s]+ ){{0,6}}?{_BY.lstrip()}OWNER"),
    ("by", r"PRODUCT (?:from|of) OWNER(?= (?:[,.;)]|and |for |to |was |is |were |are |ran |runs |with |$))"),
    (
        "by",
        r"PRODUCT ,? ?(?:because|since|as|which|that|and) (?:it )?(?:comes|came|is|was|stems) (?:\w+ )?(?:from|by) OWNER",
    ),
    ("by", rf"PRODUCT ,? ?(?:which|that) OWNER {_MADE}"),
    (
        "by",
        rf"PRODUCT , {_ARTICLE} {_FEW}(?:(?:of|from) (?:the )?OWNER(?= [,.;)]| $)|(?:(?:which|that) )?OWNER {_MADE})",
    ),
    ("by", rf"PRODUCT \( {_FEW}(?:of|from|at|by) (?:the )?OWNER"),
    ("prefix", r"(?P<prefixed>OWNER(?: 's)? PRODUCT)"),
    ("by", r"PRODUCT (?:,? ?(?:is |was )?(?:a|an|the|one of) |is |was )OWNER(?: 's)? NOUN"),
    ("by", rf"PRODUCT [,(-] OWNER 's {_FEW}NOUN"),
    (
        "by",
        r"OWNER (?:gave|built|made|created|released|developed|invented|wrote|open sourced|launched|published) (?:us )?(?:the )?PRODUCT(?= (?:[,.;)]|and |for |to |in |which |that |as |, |$)| ?$)",
    ),
    ("by", r"OWNER 's (?:\S+ )?NOUN PRODUCT"),
    ("by", r"PRODUCT \( (?:both |all )?(?:by |from |made by )?OWNER \)"),
    (
        "inside",
        r" (?:on|in|inside|within|with|under) (?:the )?OWNER (?:cloud |platform |side |account |stack |environment )?,? ?(?:i|we|i've|we've|my team|our team) (?:(?:have|had|also|mostly|mainly|then|always) )*(?:used|use|ran|run|deployed|chose|set up|worked with|built|rely on|relied on|put|applied|took) (?:its |the |their |both |our )*PRODUCT",
    ),
    (
        "inside",
        r"OWNER (?:account|cloud|platform|stack|environment|services|console|subscription|tenant),? ?(?:with|using|including|such as|like|and its|has|had|through|via|:|\() (?:its |the |their |both )?PRODUCT",
    ),
    ("inside", r"OWNER (?:with|using|and|through|via) its PRODUCT"),
    ("inside", rf"PRODUCT , {_ARTICLE} OWNER(?: 's)? NOUN"),
    ("inside", r"PRODUCT(?: [a-z]+)?? (?:on|in|of|from|inside|within) (?:the )?OWNER"),
    ("inside", r"^ OWNER : (?:[^:;.MARKS]* , )?PRODUCT(?= (?:[,;.]|$))"),
    ("inside", rf"PRODUCT , {_ARTICLE} {_FEW}(?:of|by|from|in|on) (?:the )?OWNER"),
    ("inside", r" (?:on|in|inside|within) OWNER (?:with|using|through|via) PRODUCT"),
)
"""The ways to put a PRODUCT under an OWNER, each with the field of the test that asks for it. NOUN: what products are;
MARKS: those of all owners."""


class BelongsCheck:
    """A product put under somebody who does not make it."""

    def __init__(self, test: Belongs, terms: Terms) -> None:
        self.test, self.terms = test, terms
        self.owners = {owner: frozenset(terms.classes[owner]) for owner in test.owners}
        self.products = {
            owner: frozenset("".join(terms.classes[group] for group in groups))
            for owner, groups in test.owners.items()
        }
        self._everyone: frozenset[str] = frozenset().union(*self.owners.values())
        self._everything: frozenset[str] = frozenset().union(*self.products.values())

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """All forms in one, written out and compiled for the first sentence that names an owner and a product."""
        product, owner = "".join(sorted(self._everything)), "".join(sorted(self._everyone))
        named = [mark for mark, name in self.terms.names.items() if re.search(rf"(?:{_NOUNS})s?$", name)]
        noun, number = rf"(?:{_NOUNS}|[{''.join(named)}])", count(1)
        written = {
            "PRODUCT": lambda: rf"(?P<product{next(number)}>[{product}])",
            "OWNER": lambda: rf"(?P<owner{next(number)}>[{owner}])",
            "NOUN": lambda: noun,
            "MARKS": lambda: owner,
        }
        forms = "|".join(form for field, form in _FORMS if getattr(self.test, field))
        return re.compile(re.sub("|".join(written), lambda found: written[found[0]](), forms))

    def find(self, sentence: Sentence) -> Iterator[Found]:
        if sentence.marks.isdisjoint(self._everyone) or sentence.marks.isdisjoint(self._everything):
            return
        text = f" {' '.join(sentence.items)} "
        for match in self.regex.finditer(text):
            product, owner = (_captured(match, sort) for sort in ("product", "owner"))
            if self._right(owner, product) or self._joined(text, match):
                continue
            first = text[: match.start()].count(" ") - (text[match.start()] == " ")
            start, end = sentence.of_items(
                max(first - 1, 0), min(first - 1 + match[0].count(" "), len(sentence.items) - 1)
            )
            yield Found(
                start, end, {"member": self.terms.names[product], "category": self.terms.names[owner]}
            )
            return

    def _right(self, owner: str, product: str) -> bool:
        """Whether this owner makes it, or nobody in the list does."""
        makers = [name for name, products in self.products.items() if product in products]
        named = [name for name, marks in self.owners.items() if owner in marks]
        return not makers or bool(set(makers) & set(named))

    def _joined(self, text: str, match: re.Match[str]) -> bool:
        """Whether another owner stands beside, so that the product may be of that one ("AWS, GCP Vertex AI",
        "Vertex AI on AWS and GCP")."""
        before, behind = text[: match.start()].split()[-2:], text[match.end() :].split()[:2]
        owners = self._everyone
        joined = {",", "and", "or", "/", "to", "vs", "("}
        prefixed = bool(match.groupdict().get("prefixed"))
        left = prefixed and len(before) == 2 and before[1] in joined and before[0] in owners
        right = (
            len(behind) == 2
            and behind[0] in joined
            and behind[1] in owners
            and match[0].rstrip()[-1] in owners
        )
        return left or right or bool(before and before[-1] in owners)


def _captured(match: re.Match[str], sort: str) -> str:
    """The mark that one of the groups of a sort holds."""
    return next(value for name, value in match.groupdict().items() if name.startswith(sort) and value)
