"""Titles in headline style, which MLA and Chicago ask for in English: "On the Origin of Species".

Nothing is ever made small: what a title is spelled like may be a name. So a title in headline style stays so in the
other styles as well (docs/decisions/citation-styles.md).
"""

from __future__ import annotations

import re

from .text import capitalised

# Articles, conjunctions and prepositions, small wherever they are not first or last.
_SMALL = frozenset(
    [
        *(
            "a",
            "an",
            "the",
            "and",
            "but",
            "or",
            "nor",
            "for",
            "so",
            "yet",
            "than",
            "vs",
            "et",
            "al.",
            "de",
            "von",
            "van",
        ),
        *("as", "at", "by", "in", "into", "of", "off", "on", "onto", "out", "over", "per", "through", "to", "toward"),
        *("towards", "under", "until", "up", "upon", "via", "with", "within", "without", "about", "above", "across"),
        *("after", "against", "along", "among", "around", "before", "behind", "below", "beneath", "beside", "between"),
        *(
            "beyond",
            "despite",
            "down",
            "during",
            "except",
            "from",
            "inside",
            "like",
            "near",
            "outside",
            "past",
            "since",
        ),
        "throughout",
    ]
)
# Words only English titles have, where the record does not say its language; and words they have not.
_ENGLISH = frozenset(["the", "of", "and", "with", "from", "by", "for", "using", "towards", "is", "are", "how"])
_FOREIGN = frozenset(
    [
        *("der", "die", "das", "und", "für", "von", "mit", "la", "le", "les", "des", "du", "et", "el", "los", "las"),
        *("y", "il", "di", "del", "della", "e", "het", "een", "van", "en", "och", "på"),
    ]
)
_WORD = re.compile(r"\$[^$]*\$|[^\s]+")
_PLAIN = re.compile(r"[“‘\"'(\[]*(?:a|[a-zß-öø-ÿ]{2,}(?:[’'-][a-zß-öø-ÿ]+)*)[”’\"')\].,:;?!]*")
_OPENING = "“‘\"'(["
_CLOSING = "”’\"')].,;?!"


def is_english(title: str, language: str) -> bool:
    if language:
        return language.lower().startswith("en")
    words = set(title.lower().split())
    return bool(words & _ENGLISH) and not words & _FOREIGN


def headline(title: str, language: str) -> str:
    """The title, its words capitalised where it is English."""
    if not is_english(title, language):
        return title
    words = _WORD.findall(title)
    shown, opens = [], True
    for at, word in enumerate(words):
        shown.append(_shown(word, opens or at == len(words) - 1))
        opens = word.rstrip(_CLOSING).endswith((":", "–", "—")) or word.endswith(("?", "!", "."))
    return " ".join(shown)


def _shown(word: str, is_outermost: bool) -> str:
    """A word with a capital, a digit or a sign of its own is spelled as its authors want it."""
    if not _PLAIN.fullmatch(word):
        return word
    start = len(word) - len(word.lstrip(_OPENING))
    parts = word[start:].split("-")
    bare = word[start:].rstrip(_CLOSING + ":")
    if bare in _SMALL and not is_outermost:
        return word
    small = [at > 0 and part.rstrip(_CLOSING + ":") in _SMALL for at, part in enumerate(parts)]
    return word[:start] + "-".join(
        part if is_small else capitalised(part) for part, is_small in zip(parts, small, strict=True)
    )
