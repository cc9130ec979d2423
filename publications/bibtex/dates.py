"""Year, month and day from what people write there; a status where they write "in press". Nothing is invented."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from functools import lru_cache

from .latex import decode

STATUSES = ("preparation", "submitted", "accepted", "inpress", "published")
_STATUS_WORDS = (
    (
        "preparation",
        r"in preparation|in prep\.?|(?:work )?in progress|working paper|inpreparation|en préparation|in vorbereitung",
    ),
    (
        "submitted",
        r"submitted|under (?:peer )?review|in (?:peer )?review|in revision|under revision|under submission"
        r"|in submission|revise and resubmit|soumis|eingereicht|under consideration",
    ),
    ("accepted", r"accepted|conditionally accepted|accepté|angenommen"),
    (
        "inpress",
        r"in press|to appear|forthcoming|inpress|to be published|in print|online first|early access|ahead of print"
        r"|à paraître|im druck|erscheint|en prensa|in the press|advance online",
    ),
    ("published", r"published|prepublished"),
)
_STATUS = re.compile("|".join(rf"(?P<{name}>\b(?:{words})(?!\w))" for name, words in _STATUS_WORDS), re.IGNORECASE)
_NOT_A_STATUS = re.compile(
    r"not (?:yet )?(?:accepted|published)|acceptance rate|submitted to the (?:faculty|department|graduate)",
    re.IGNORECASE,
)
_LONGEST_STATUS = 120

_MONTH_NAMES = (
    "jan january janvier januar enero janeiro gennaio ene jän jänner janv",
    "feb february février fevrier februar febrero fevereiro febbraio fév fev febr févr",
    "mar march mars märz marz maerz marzo março marco mär mrz",
    "apr april avril abril aprile avr abr",
    "may mai mayo maio maggio",
    "jun june juin juni junio junho giugno",
    "jul july juillet juli julio julho luglio juil",
    "aug august août aout agosto ago aoû",
    "sep sept september septembre septiembre setembro settembre set",
    "oct october octobre oktober octubre outubro ottobre okt out",
    "nov november novembre noviembre novembro",
    "dec december décembre decembre dezember diciembre dezembro dicembre dez dic déc",
)
MONTHS = {word: number for number, words in enumerate(_MONTH_NAMES, 1) for word in words.split()}
_LONG_MONTHS = tuple(word for word in MONTHS if len(word) > 3)
_SEASON = re.compile(
    r"\b(?:spring|summer|autumn|fall|fal|winter|printemps|été|automne|hiver|frühling|sommer|herbst|michaelmas|trinity|hilary)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<![\d.])(?:1[5-9]|20)\d\d(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_DAY_MONTH_YEAR = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:1[5-9]|20)\d\d)(?!\d)")
_MONTH_YEAR = re.compile(r"(?<![\d/.-])(\d{1,2})[/.\s-]((?:1[5-9]|20)\d\d)(?!\d)")
_NUMBER = re.compile(r"(\d{1,2})(?:\s*-{1,2}\s*\d{1,2})?\.?")
_DAY_BEFORE = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:\s*(?:[-–—/,&+]|and|to)+\s*\d{1,2}(?:st|nd|rd|th|\.)?)?[\s,]*(?:of\s+|de\s+)?\Z",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(r"\.?[\s,]*(\d{1,2})(?!\d)(?![.:]\d)(?:st|nd|rd|th)?")
_BIBLATEX = re.compile(
    r"[~?%]?(-?\d{4}|\d{2,3}[Xxu]{1,2}|-?\d{1,3}(?=\s*(?:BCE?|AD|CE)))[~?%]?(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.Z+-]*)?[~?%]?"
)
_FIRST_DAY = re.compile(r"(\d{1,2})(?:\.|\s*[-–—/].*)?$")
_ISO_WITH_SLASHES = re.compile(r"(\d{4})/(\d\d)(?:/(\d\d))?")
_ISO_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_SHORT_YEAR = re.compile(r"'?(\d\d)")
_NO_SORT = re.compile(r"\{?\\(?:noopsort|SortNoop|sortnoop|noop|NOOPSORT)\s*\{[^{}]*\}\s*\}?", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_ONLY_YEAR = re.compile(r"\{*\s*([12]\d{3})\s*\}*")
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_LEAP_YEAR = 2000
_NO_MONTH = frozenset((0, *range(21, 42)))  # 00 is "unknown" to databases; 21 to 41 are biblatex's seasons


@dataclass(frozen=True, slots=True)
class Date:
    """`text` is what was written, where the numbers cannot hold it; `status` one of STATUSES or ""."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    text: str = ""
    status: str = ""
    problem: str = ""


@lru_cache(maxsize=8192)
def read_date(year: str, month: str, day: str, date: str) -> Date:
    """A publication's date from its fields `date` (biblatex; it wins), `year`, `month` and `day`, as in the file."""
    if date:
        result = _from_date(decode(date))
        if result.year is not None or result.status or not year:
            return _possible(result, decode(date))
    found = Date(int(year.strip("{} "))) if _ONLY_YEAR.fullmatch(year) else _possible(_from_year(year), decode(year))
    if month:
        found = _with_month(found, month)
        found = found if found.day is None else _possible(found, _written(found, month, ""))
    if day:
        found = _with_day(found, day)
        found = found if found.day is None else _possible(found, _written(found, month, day))
    return found


def _possible(found: Date, written: str) -> Date:
    """`found` without a day its month does not have; `written` is then kept as text."""
    if found.day is None or found.month is None:
        return found
    if 1 <= found.day <= monthrange(found.year or _LEAP_YEAR, found.month)[1]:
        return found
    if found.day == 0:
        return replace(found, day=None)
    problem = found.problem or f"'{written[:40]}' is not a day of the calendar: the day was left out"
    return replace(found, day=None, text=found.text or written, problem=problem)


def _written(found: Date, month: str, day: str) -> str:
    """Day, month and year as they were written, in a form `read_date` reads the same way in a year field."""
    month = _plain(month)
    if day and month.isdecimal() and found.year is not None:
        return f"{found.year}-{month}-{_plain(day)}"
    text = f"{_plain(day)} {month}".strip()
    return text if found.year is None or str(found.year) in text else f"{text} {found.year}"


def _plain(raw: str) -> str:
    return " ".join(decode(raw).replace("#", " ").replace('"', " ").split())


def status_in(text: str) -> str:
    """How far a note says a paper has come, or ""; a sentence that only mentions such a word says nothing."""
    if not text or len(text) > _LONGEST_STATUS or _NOT_A_STATUS.search(text):
        return ""
    found = {match.lastgroup for match in _STATUS.finditer(text)}
    return next((status for status in reversed(STATUSES) if status in found), "")


def _from_year(raw: str) -> Date:
    text = decode(_NO_SORT.sub("", raw))
    if not text:
        return Date()
    status = status_in(text)
    dotted = _DAY_MONTH_YEAR.fullmatch(text)
    if dotted:
        full = _full_date(text)
        return Date(*full, text="" if full and full[1] else text) if full else Date(text=text)
    year = _YEAR.search(_IN_BRACKETS.sub(" ", text)) or _YEAR.search(text)  # "[1905] 2005": the first edition's
    if not year or text[0] == "-":
        short = _SHORT_YEAR.fullmatch(text)
        if short:
            return Date(text=text, problem=f"year '{text}' is not a full year")
        problem = "" if status else f"'{text[:40]}' is not a year"
        return Date(text=text, status=status, problem=problem)
    number = int(year[0])
    full = _full_date(text)
    if full and full[0] == number:
        return Date(*full, text="", status=status)
    in_words = _month_in(text)
    if in_words[0] and not status:
        return Date(number, in_words[0], in_words[1])
    return Date(number, text="" if text.strip("[]() .,;c©") == year[0] else text, status=status)


def _full_date(text: str) -> tuple[int, int | None, int | None] | None:
    iso = _ISO.search(text)
    if iso:
        year, month, day = int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None
        return (year, month, day) if 1 <= month <= 12 else None
    written = _DAY_MONTH_YEAR.search(text)
    if written:
        first, second, year = int(written[1]), int(written[2]), int(written[3])
        if "." in written[0] and 1 <= second <= 12:
            return (year, second, first)  # nobody writes the month first with dots
        if first > 12 >= second >= 1:
            return (year, second, first)
        if second > 12 >= first >= 1:
            return (year, first, second)
        if first == second and 1 <= first <= 12:
            return (year, first, first)
        return (year, None, None)
    short = _MONTH_YEAR.search(text)
    if short and 1 <= int(short[1]) <= 12:
        return (int(short[2]), int(short[1]), None)
    return None


def _with_month(found: Date, raw: str) -> Date:
    text = _plain(raw)
    if not text:
        return found
    number = MONTHS.get(text.lower().rstrip("."))
    day: int | None = None
    digits = _NUMBER.fullmatch(text)
    if number is None and digits:
        number = int(digits[1])
        if not 1 <= number <= 12:
            return _reported(found, text)
    if number is None:
        full = _full_date(text)
        if full and full[1]:
            return Date(full[0] if found.year is None else found.year, full[1], full[2], found.text, found.status)
        number, day = _month_in(text)
    if number is None:
        return _without_month(found, text)
    if day is None and found.month == number:
        day = found.day  # the year field had a whole date
    year = found.year
    if year is None and not found.status and not found.text:
        named = _YEAR.search(text)
        year = int(named[0]) if named else None
    return Date(year, number, day, found.text, found.status, found.problem)


def _without_month(found: Date, text: str) -> Date:
    """The date where the month field names none: seasons and open dates are kept as text, the rest is reported."""
    if _YEAR.fullmatch(text):
        return Date(int(text)) if found.year is None else _reported(found, text)
    ambiguous = _DAY_MONTH_YEAR.search(text)
    status = status_in(text)
    if not ambiguous and not status and not _SEASON.search(text):
        return _reported(found, text)
    problem = f"'{text[:40]}' could be two dates: no month was taken" if ambiguous else found.problem
    kept = text if found.year is None or ambiguous or status else f"{text} {found.year}"
    return Date(found.year, None, None, found.text or kept, found.status or status, problem)


def _reported(found: Date, text: str) -> Date:
    problem = f"'{text[:40]}' is not a month" if re.search(r"\w", text) else ""  # Beebe's "????" says nothing
    return Date(found.year, None, None, found.text, found.status, found.problem or problem)


def _month_in(text: str) -> tuple[int | None, int | None]:
    """The first month named in `text`, and its day where that is written beside it."""
    for word in _WORD.finditer(text):
        number = _month_of(word[0].lower())
        if number is not None:
            before = _DAY_BEFORE.search(text[max(0, word.start() - 30) : word.start()])
            if before:
                return number, int(before[1])
            after = _DAY_AFTER.match(text, word.end())
            return number, _day(int(after[1])) if after else None
    return None, None


def _month_of(word: str) -> int | None:
    number = MONTHS.get(word)
    if number is None and len(word) > 3:
        number = next((MONTHS[name] for name in _LONG_MONTHS if name.startswith(word)), None)
    return number


def _day(number: int) -> int | None:
    """A number after a month's name, where it can be a day at all: "Sept 99" holds none."""
    return number if 1 <= number <= 31 else None


def _with_day(found: Date, raw: str) -> Date:
    if not raw or found.month is None or found.day is not None:
        return found
    number = _FIRST_DAY.match(decode(raw).strip())
    return replace(found, day=int(number[1]) if number else None)


def _from_date(text: str) -> Date:
    """biblatex's `date`: the first of a range, its doubts ignored, seasons and unknown digits left out."""
    other = _ISO_WITH_SLASHES.fullmatch(text) or _ISO_COMPACT.fullmatch(text)
    if other and 1 <= int(other[2]) <= 12 and _FIRST_YEAR <= int(other[1]) <= _LAST_YEAR:
        return Date(int(other[1]), int(other[2]), int(other[3]) if other[3] else None)
    first = text.split("/")[0].strip() or text.strip("/. ")
    match = _BIBLATEX.fullmatch(first)
    if not match:
        found = _from_year(text)
        if found.month is None and found.year is not None and not found.status:
            month, day = _month_in(text)
            full = _full_date(text)
            if full:
                return Date(*full)
            if month:
                return Date(found.year, month, day)
        return found
    year_text, month_text, day_text = match.groups()
    if not year_text.isdecimal():
        return Date(text=text)
    if not _FIRST_YEAR <= int(year_text) <= _LAST_YEAR:
        return Date(text=text, problem=f"'{text[:40]}' is not a year the site can hold: it was kept as text")
    month = int(month_text) if month_text and month_text.isdecimal() else None
    day = int(day_text) if day_text and day_text.isdecimal() and month else None
    year_only_text = text if "/" in text and month is None and not text.endswith(("/", "..")) else ""
    if month is not None and not 1 <= month <= 12:
        problem = "" if month in _NO_MONTH else f"'{text[:40]}' is not a date: only the year was taken"
        return Date(int(year_text), text=text, problem=problem)
    return Date(int(year_text), month, day, year_only_text)
