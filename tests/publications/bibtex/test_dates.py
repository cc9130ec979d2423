import pytest

from publications.bibtex.dates import Date, read_date, status_in


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("2020", Date(2020)),
        ("2013-12-26", Date(2013, 12, 26)),
        ("2017.02.05", Date(2017, 2, 5)),
        ("1974--1975", Date(1974, text="1974–1975")),
        ("1982/83", Date(1982, text="1982/83")),
        (r"{\noopsort{1973b}}1973", Date(1973)),
        ("[1905] 2005", Date(2005, text="[1905] 2005")),
        ("[2005]", Date(2005)),
        ("in press", Date(text="in press", status="inpress")),
        ("Submitted", Date(text="Submitted", status="submitted")),
        ("1994 (to appear)", Date(1994, text="1994 (to appear)", status="inpress")),
        ("535 BCE", Date(text="535 BCE", problem="'535 BCE' is not a year")),
        ("19xx", Date(text="19xx", problem="'19xx' is not a year")),
        ("86", Date(text="86", problem="year '86' is not a full year")),
        ("1.5.2020", Date(2020, 5, 1)),
        ("3/4/2011", Date(text="3/4/2011", year=2011)),
        ("", Date()),
    ],
)
def test_year_says(year: str, expected: Date) -> None:
    assert read_date(year, "", "", "") == expected


@pytest.mark.parametrize(
    ("month", "expected"),
    [
        ("jan", (1, None)), ("May", (5, None)), ("07", (7, None)), ("7", (7, None)), ("Sept.", (9, None)),
        ("12-15 June", (6, 12)), ("Sept, 25th", (9, 25)), ("March 1, 2011", (3, 1)), ("8~aug", (8, 8)),
        ("25/03/2011", (3, 25)), ("05/2011", (5, None)), ("2010/10/01", (10, 1)), (r"apr\slash jul", (4, None)),
        ('jul#"-"#aug', (7, None)), ("January/February", (1, None)), ("07--09 Jul", (7, 7)), ("3rd of May", (5, 3)),
        ("décembre", (12, None)), ("März", (3, None)), ("enero", (1, None)), ("Octob", (10, None)),
        ("Dec 31--Jan 2", (12, 31)),
        ("Summer", (None, None)), ("a", (None, None)), ("13", (None, None)), ("03/04/2011", (None, None)), ("2008",
        (None, None)),
        ("????", (None, None)),
    ],
)  # fmt: skip
def test_month_is_never_invented(month: str, expected: tuple[int | None, int | None]) -> None:
    found = read_date("2011", month, "", "")
    assert (found.year, found.month, found.day) == (2011, *expected)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("", "", "", "2020-02-31"), (2020, 2, "2020-02-31")),
        (("2020", "feb", "31", ""), (2020, 2, "31 feb 2020")),
        (("2019", "feb", "29", ""), (2019, 2, "29 feb 2019")),
        (("2020", "4", "31", ""), (2020, 4, "2020-4-31")),
        (("2020", "31 February", "", ""), (2020, 2, "31 February 2020")),
        (("2020", "2020-04-31", "", ""), (2020, 4, "2020-04-31")),
        (("2020-02-31", "feb", "", ""), (2020, 2, "2020-02-31")),
        (("31/02/2011", "", "", ""), (2011, 2, "31/02/2011")),
        (("2020", "jun", "45", ""), (2020, 6, "45 jun 2020")),
        (("", "feb", "30", ""), (None, 2, "30 feb")),
    ],
)
def test_day_no_calendar_has_is_named_and_kept_as_text(
    written: tuple[str, str, str, str], expected: tuple[int | None, int, str]
) -> None:
    found = read_date(*written)
    assert (found.year, found.month, found.text) == expected
    assert found.day is None
    assert "is not a day of the calendar" in found.problem
    if found.year:
        again = read_date(found.text, "", "", "")
        assert (again.year, again.month, again.day, again.text) == (found.year, found.month, None, found.text)


def test_day_of_a_leap_year_and_unknown_days_are_no_problem() -> None:
    assert read_date("2020", "feb", "29", "") == Date(2020, 2, 29)
    assert read_date("", "", "", "2020-05-00") == Date(2020, 5)
    assert read_date("2013-12-26", "dec", "", "") == Date(2013, 12, 26)


def test_year_no_site_sorts_by_is_kept_as_text() -> None:
    assert read_date("1066", "", "", "") == Date(1066)
    assert read_date("", "", "", "1066-10-14") == Date(1066, 10, 14)
    for year in ("9999", "0098"):
        found = read_date("", "", "", year)
        assert (found.year, found.text) == (None, year)
        assert found.problem
    assert read_date("", "", "", "2020-13-01").problem == "'2020-13-01' is not a date: only the year was taken"


def test_what_the_columns_cannot_hold_is_kept_or_named() -> None:
    assert read_date("1996", "Summer", "", "").text == "Summer 1996"
    assert read_date("2011", "13", "", "").problem == "'13' is not a month"
    assert "two dates" in read_date("2011", "03/04/2011", "", "").problem


def test_day_field() -> None:
    assert read_date("2011", "mar", "5", "") == Date(2011, 3, 5)
    assert read_date("2011", "", "5", "") == Date(2011)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-05", Date(2020, 5)), ("2004-03-03/2005-08-09", Date(2004, 3, 3)), ("1996-01-01/..", Date(1996, 1, 1)),
        ("2015/", Date(2015)), ("2004-04-05T14:34:00Z", Date(2004, 4, 5)), ("1723~", Date(1723)),
        ("199X", Date(text="199X")),
        ("2010-22", Date(2010, text="2010-22")), ("-0196-02", Date(text="-0196-02")),
        ("2019/2020", Date(2019, text="2019/2020")),
        ("12 May 2020", Date(2020, 5, 12)), ("2020-XX-XX", Date(2020)),
    ],
)  # fmt: skip
def test_biblatex_date_beats_the_year(date: str, expected: Date) -> None:
    assert read_date("1900", "jan", "", date) == (
        expected if expected.year or expected.status else read_date("1900", "jan", "", "")
    )
    assert read_date("", "", "", date) == expected


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("Under review", "submitted"), ("To appear in Nature", "inpress"), ("in preparation", "preparation"),
        ("Accepted at the Behavioral Workshop", "accepted"), ("Published online", "published"), ("unsubmitted", ""),
        ("acceptance rate 20%, accepted", ""), ("12 pages", ""),
        ("Submitted 8 June, accepted 27 July", "accepted"), ("in " + "x" * 200 + " press", ""),
    ],
)  # fmt: skip
def test_status_in_a_note(note: str, status: str) -> None:
    assert status_in(note) == status
