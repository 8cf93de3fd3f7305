"""Readable patterns over words: the small language in which roles.yaml and redflags.yaml say what a text says.

A pattern is words with single spaces; case, hyphens, slashes, commas and brackets in the text do not matter:

- `on-call`            the words on, call
- `retrain*`           any word that starts with retrain; `*ists` any word that ends so
- `shipped|launched`   one of these words
- `(went live|goes live)`  one of these phrases
- `canary release*?`   a trailing `?` makes a word or a bracket optional
- `...`                up to six words of anything, within the same sentence; `..` up to two
- `one ~ another`      both in the same sentence, in either order, up to six words apart
- `{n}` a number (`40`, `2.5k`, `$3m`, `three`), `{big}` one of 10,000 or more, `{many}` one of 100 or more that is no year, `{percent}`, `{times}` (`3x`), `{money}`,
  `{minus}` one below 0, `{p}` a percentile (`p99`)
- `{up}`, `{not}`, ...    a word of that family (`families.py`)
- `<closed-models>`    any term of that group of the file, however many words it has
"""

from aiscreen.taxonomy.patterns.classes import magnitude
from aiscreen.taxonomy.patterns.grammar import PatternError, checked, fits, groups_of, leading, parse_pattern

__all__ = ["PatternError", "checked", "fits", "groups_of", "leading", "magnitude", "parse_pattern"]
