"""Names in references: turned round or not, whole or as initials."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ...bibtex.person import Name

Written = Callable[[Name], str]
_GLUED = re.compile(r"(?<=\.)(?=[^\W\d_])")  # "J.R.R.": a new name begins
_GENERATIONS = {"ii": "2nd", "iii": "3rd", "iv": "4th", "v": "5th", "vi": "6th"}
_SHORT = 3  # letters of an abbreviation that is an initial already: "Yu."


def family(name: Name) -> str:
    """With its particle, which stays with it in all our styles: "van der Waals"."""
    return f"{name.von} {name.family}".strip()


def is_whole(name: Name) -> bool:
    """Never turned round or shortened: an organisation, or a name that knows no parts."""
    return name.literal or not (name.given and name.family)


def is_family_first(name: Name) -> bool:
    """Chinese, Japanese and Korean names in their own script stand family first, unspaced and without a comma."""
    return not is_whole(name) and name.printed.startswith(f"{name.family} {name.given}")


def whole(name: Name) -> str:
    return f"{name.family}{name.given}" if is_family_first(name) else name.printed


def initials(given: str) -> str:
    """ "Jean-Paul Marie" → "J.-P. M."; a script without capitals has no initials, and the name stays."""
    words = _GLUED.sub(" ", given.replace("‐", "-")).split()
    return " ".join(filter(None, map(_initials_of_word, words)))


def _initials_of_word(word: str) -> str:
    return "-".join(filter(None, map(_initial, word.split("-"))))


def _initial(part: str) -> str:
    letters = part.strip(".'’\"“”()")
    if not letters or letters[0].upper() == letters[0].lower():
        return letters
    if part.endswith(".") and len(letters) <= _SHORT:
        return f"{letters[0].upper()}{letters[1:]}."
    return f"{letters[0].upper()}."


def bare_initials(given: str) -> str:
    """As NLM has them, two at most and without points: "JP"."""
    words = initials(given).replace("-", " ").split()
    return "".join(word.rstrip(".") for word in words[:2]) if all(word.endswith(".") for word in words) else given


def inverted(name: Name, given: str, before_suffix: str = ", ") -> str:
    """ "King, Martin Luther, Jr.", `given` as the style writes it."""
    if is_whole(name) or is_family_first(name):
        return with_suffix(whole_without_suffix(name), name, before_suffix)
    return with_suffix(f"{family(name)}, {given}", name, before_suffix)


def in_order(name: Name, given: str) -> str:
    """ "Martin Luther King Jr." """
    if is_whole(name) or is_family_first(name):
        return whole(name)
    return with_suffix(f"{given} {family(name)}", name, " ")


def whole_without_suffix(name: Name) -> str:
    return f"{name.given} {family(name)}".strip() if name.jr and not name.literal else whole(name)


def with_suffix(text: str, name: Name, before: str) -> str:
    return f"{text}{before}{_suffix(name.jr)}" if name.jr else text


def _suffix(text: str) -> str:
    return f"{text}." if text in ("Jr", "Sr") else text


def generation(suffix: str) -> str:
    """NLM's "Jr" and "3rd"."""
    plain = suffix.strip(".")
    return _GENERATIONS.get(plain.lower(), plain)


def listed(names: Sequence[str], conjunction: str, *, comma_for_two: bool) -> str:
    """ "A, B, and C": with a comma before the conjunction of three, and of two where the style wants it."""
    if len(names) < 2:
        return "".join(names)
    comma = "," if len(names) > 2 or comma_for_two else ""
    return f"{', '.join(names[:-1])}{comma} {conjunction} {names[-1]}"
