"""The words that the grammar of `relations` turns on: how lists open and go on, what may stand around a category."""

from __future__ import annotations


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


JOIN = frozenset({"and", "or", "/", "nor"})
MORE = frozenset({",", "and", "or", "/", "&", "plus", '"'})
ARTICLES = frozenset(
    {"a", "an", "the", "my", "our", "its", "some", "various", "several", "popular", "simple", '"'}
)
SUCH = (
    ("such", "as"), ("like",), ("including",), ("includes",), ("include",), ("eg",), ("ie",), ("for", "example"),
    ("for", "instance"), ("namely",), ("viz",), ("especially",), ("particularly",), ("notably",), ("mainly",),
    ("primarily",), ("specifically",), ("in", "particular"), ("called",), ("named",), ("known", "as"),
    ("consisting", "of"), ("comprising",), ("ranging", "from"), ("among", "them"), ("as",),
)  # fmt: skip
USING = (
    ("using",), ("with",), ("via",), ("through",), ("by", "using"), ("by", "means", "of"), ("by", "applying"),
    ("based", "on"), ("utilizing",), ("utilising",), ("leveraging",), ("employing",), ("with", "the", "help", "of"),
)  # fmt: skip
NEW_THOUGHT = frozenset({"for", "to", "with", "as", "in", "on", "over"})
DONE = _words(
    "was were is are been has have performed done implemented carried out achieved conducted built applied executed "
    "made accomplished completed"
)
BE = _words(
    "is are was were being remains became serves served serving acts acted acting works worked functions"
)
HEDGES = _words(
    "a an the one of as considered used regarded known treated classified essentially basically simply just really "
    "actually also typically usually popular common widely well classic classical standard simple type types kind kinds "
    "form forms example examples sort very most best best-known powerful good great robust modern basic an another "
    "called which that family new state art fast efficient open source scalable lightweight famous my favourite favorite main primary preferred own first another great strong"
)
AS = frozenset({"a", "an", "the", "our", "my", "main", "primary", "core", "baseline", "chosen", "preferred"})
OTHERS = (
    ("and", "other"), ("or", "other"), ("and", "similar"), ("and", "some", "other"), ("and", "many", "other"),
    ("among", "other"), ("and", "various", "other"), ("and", "several", "other"), (",", "other"), ("and", "related"),
    ("and", "such"), ("as", "well", "as", "other"),
)  # fmt: skip
FOR = (
    ("for",), ("to", "do"), ("to", "perform"), ("for", "the"), ("for", "a"), ("to", "build"), ("for", "building"),
    ("for", "performing"), ("to", "perform", "a"), ("to", "implement"), ("as", "part", "of"), ("to", "carry", "out"),
    ("in", "a"), ("to", "create"), ("to", "train", "a"), ("to", "build", "a"), ("for", "our"), ("for", "my"),
    ("to", "solve", "a"), ("to", "solve"), ("on", "a"), ("in", "the"), ("for", "an"),
)  # fmt: skip
MODIFIERS = _words(
    "basic classical classic traditional conventional standard different various popular common modern advanced simple "
    "powerful multiple ml ai custom new state-of-the-art learning based driven core complex key "
    "fundamental supervised-style well-known both existing data predictive statistical robust efficient industry "
    "production pretrained tuned trained fine optimized two three some intermediate own scalable deep-dive hybrid"
)
# What may follow a head that ends its clause's noun phrase; any other word may be the true noun ("LLM framework").
CLOSERS = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        ")",
        "(",
        "-",
        '"',
        "/",
        "for",
        "to",
        "in",
        "on",
        "with",
        "by",
        "from",
        "of",
        "that",
        "which",
        "who",
        "whose",
        "used",
        "using",
        "where",
        "because",
        "so",
        "as",
        "trained",
        "when",
        "while",
        "is",
        "was",
        "are",
        "were",
        "and",
        "or",
        "but",
        "since",
        "than",
        "at",
        "via",
        "based",
        "it",
        "we",
        "i",
        "then",
        "also",
        "into",
        "due",
        "over",
        "under",
        "after",
        "before",
        "applied",
        "designed",
        "within",
        "across",
        "during",
        "if",
        "through",
        "without",
        "not",
        "both",
        "capable",
        "able",
        "providing",
        "built",
        "developed",
        "released",
        "running",
        "whenever",
        "only",
        "here",
        "too",
        "itself",
        "there",
        "instead",
        "eg",
        "such",
        "like",
        "including",
        "unlike",
        "rather",
        "alongside",
        "has",
        "have",
        "had",
        "can",
        "could",
        "does",
        "do",
        "did",
        "will",
        "would",
    ]
)
