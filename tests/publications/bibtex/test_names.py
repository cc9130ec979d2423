import pytest

from publications.bibtex import Name, compatible, fold, parse_person, same_person, split_names
from tests.cost import assert_linear


def parts(value: str) -> list[tuple[str, str, str, str]]:
    """(given, von, family, jr) of each person; a body has its name alone."""
    return [
        ("", "", f"[{name.family}]", "") if name.literal else (name.given, name.von, name.family, name.jr)
        for name in split_names(value).names
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Lovelace, Ada and Alan Turing", [("Ada", "", "Lovelace", ""), ("Alan", "", "Turing", "")]),
        ("Lovelace, Ada\n AND  Turing, Alan", [("Ada", "", "Lovelace", ""), ("Alan", "", "Turing", "")]),
        # commands at the beginning are not eaten, \~ is no tie
        (
            r"A. Bee and \'Alvarez, P. and \O rsted, H.",
            [("A.", "", "Bee", ""), ("P.", "", "Álvarez", ""), ("H.", "", "Ørsted", "")],
        ),
        (r"Oca\~{n}a, Manuel and Jo\~ao Silva", [("Manuel", "", "Ocaña", ""), ("João", "", "Silva", "")]),
        (r"Alec~J.~M. Foo", [("Alec J. M.", "", "Foo", "")]),
        # von and Jr
        ("von Last, Jr, First", [("First", "von", "Last", "Jr")]),
        (r"Charles Louis de la Vall{\'e}e Poussin", [("Charles Louis", "de la", "Vallée Poussin", "")]),
        (
            "Ludwig van Beethoven and van der Berg, A.",
            [("Ludwig", "van", "Beethoven", ""), ("A.", "van der", "Berg", "")],
        ),
        ("Van Buren, Martin and De Luca, A.", [("Martin", "", "Van Buren", ""), ("A.", "", "De Luca", "")]),
        (
            "{de Ruiter}, I. and {W.M.P. van der} Aalst",
            [("I.", "", "de Ruiter", ""), ("W.M.P. van der", "", "Aalst", "")],
        ),
        (r"{\'E}tienne {\'e}t{\'e} Foo", [("Étienne", "été", "Foo", "")]),
        ("Martin Luther King Jr. and Brown, Jr.", [("Martin Luther", "", "King", "Jr."), ("", "", "Brown", "Jr.")]),
        ("Glaser, V. and Foo, I.", [("V.", "", "Glaser", ""), ("I.", "", "Foo", "")]),
        ("family=Rees, given=Martin J., prefix=van", [("Martin J.", "van", "Rees", "")]),
        ("Vincent Van Den Berg and Di Wang", [("Vincent", "", "Van Den Berg", ""), ("Di", "", "Wang", "")]),
        (r"{\relax Ch}arles Louis and Doe, J., PhD", [("Charles", "", "Louis", ""), ("J.", "", "Doe", "PhD")]),
        ("Gassm&ouml;ller, Rene and O&#39;Neil, A.", [("Rene", "", "Gassmöller", ""), ("A.", "", "O'Neil", "")]),
        ("Adobe Systems, Inc. and Doe, J.", [("", "", "[Adobe Systems, Inc.]", ""), ("J.", "", "Doe", "")]),
        ("Smith J., van Dijk K. L.", [("J.", "", "Smith", ""), ("K. L.", "van", "Dijk", "")]),
        ("Akimoto K. and Young Jr., Fred W.", [("K.", "", "Akimoto", ""), ("Fred W.", "", "Young", "Jr.")]),
        (r"{\'E}mile Bee; {\O}rsted, H.", [("Émile", "", "Bee", ""), ("H.", "", "Ørsted", "")]),
        ("Google Inc. and Julia Co", [("", "", "[Google Inc.]", ""), ("Julia", "", "Co", "")]),
        # family first with bare initials, as PubMed and Scholar lists have them; "Wei LI" is none
        ("Smith JA, Jones KB", [("JA", "", "Smith", ""), ("KB", "", "Jones", "")]),
        ("Smith J and Wei LI", [("J", "", "Smith", ""), ("Wei", "", "LI", "")]),
        # two family names joined; a capital word is no particle, nor is a whole name in lower case
        (
            r"Ortega y Gasset, Jos\'e and Santiago Ram\'on y Cajal",
            [("José", "", "Ortega y Gasset", ""), ("Santiago", "", "Ramón y Cajal", "")],
        ),
        ("García de la Cruz, Ana and bell hooks", [("Ana", "", "García de la Cruz", ""), ("bell", "", "hooks", "")]),
        ("e. e. cummings and maria de souza", [("e. e.", "", "cummings", ""), ("maria", "de", "souza", "")]),
        # the blank that ends a command is none
        (r"Jean-Fran\c cois Le Gall", [("Jean-François", "", "Le Gall", "")]),
        (r"\AA ke Bj\"orck and N\o rdby, A.", [("Åke", "", "Björck", ""), ("A.", "", "Nørdby", "")]),
        (r"Mu\textasciitilde {n}oz, Ana", [("Ana", "", "Muñoz", "")]),
        ("Doe, J. (ed.) and John Bee (Editor)", [("J.", "", "Doe", ""), ("John", "", "Bee", "")]),
        ("{J. Bee and K. Cee}", [("J.", "", "Bee", ""), ("K.", "", "Cee", "")]),
        (r"Ann Bee\inst{1}\thanks{X} and C. Dee\orcidID{0}", [("Ann", "", "Bee", ""), ("C.", "", "Dee", "")]),
        # bodies
        ("{CERN} and {{ATLAS Collaboration}}", [("", "", "[CERN]", ""), ("", "", "[ATLAS Collaboration]", "")]),
        ("{Barnes and Noble}", [("", "", "[Barnes and Noble]", "")]),
        ("{Adobe Systems, Inc.}", [("", "", "[Adobe Systems, Inc.]", "")]),
        (
            "The CMS Collaboration and R Core Team",
            [("", "", "[The CMS Collaboration]", ""), ("", "", "[R Core Team]", "")],
        ),
        # braces of tools
        ("{Wang}, G. and {Yuan}, Y.", [("G.", "", "Wang", ""), ("Y.", "", "Yuan", "")]),
        (
            "{{Feickert, Matthew} and {Heinrich, Lukas}}",
            [("Matthew", "", "Feickert", ""), ("Lukas", "", "Heinrich", "")],
        ),
        ("{Feickert, Matthew and Heinrich, Lukas}", [("Matthew", "", "Feickert", ""), ("Lukas", "", "Heinrich", "")]),
        # DBLP's numbers, other scripts
        ("Wei Wang 0001 and Wang 0002, Wei", [("Wei", "", "Wang", ""), ("Wei", "", "Wang", "")]),
        ("山田 太郎 and 王小明", [("太郎", "", "山田", ""), ("", "", "王小明", "")]),
        # stray separators
        ("Brasolin, Paolo,", [("Paolo", "", "Brasolin", "")]),
        ("Ruby, Sam, and Thomas, Dave", [("Sam", "", "Ruby", ""), ("Dave", "", "Thomas", "")]),
        ("A. Bee and and C. Dee and", [("A.", "", "Bee", ""), ("C.", "", "Dee", "")]),
        ("I.~Cheydorov, A.~Kuzmin", [("I.", "", "Cheydorov", ""), ("A.", "", "Kuzmin", "")]),
        ("A. Bee; C. Dee", [("A.", "", "Bee", ""), ("C.", "", "Dee", "")]),
        ("Ann Bee, Cy Dee, Eve Foo", [("Ann", "", "Bee", ""), ("Cy", "", "Dee", ""), ("Eve", "", "Foo", "")]),
        ("Bee, A., Dee, C. D.", [("A.", "", "Bee", ""), ("C. D.", "", "Dee", "")]),
        (r"A. Bee \& C. Dee", [("A.", "", "Bee", ""), ("C.", "", "Dee", "")]),
        ("García Márquez, Gabriel José", [("Gabriel José", "", "García Márquez", "")]),
        ("", []),
        (" and ", []),
    ],
)
def test_names_are_split_before_they_are_decoded(value: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert parts(value) == expected


@pytest.mark.parametrize(
    "value",
    ["A. Bee and others", "A. Bee and {others}", "A. Bee et al.", r"A. Bee, \textit{et al.}", "A. Bee and et al"],
)
def test_others_is_no_person(value: str) -> None:
    people = split_names(value)
    assert ([name.printed for name in people.names], people.and_others) == (["A. Bee"], True)


def test_guesses_are_named() -> None:
    assert split_names("A. Bee; C. Dee").problems == ["the authors were separated by ';'"]
    assert split_names("Bee, A and Dee, C").problems == []


@pytest.mark.parametrize(
    "value",
    [
        r"X Y and \textbf{Kantamneni, Abhilash}",
        r"X Y and {\bf Abhilash Kantamneni}",
        "X Y and <strong>Abhilash Kantamneni</strong>",
        r"X Y and \underline{\textbf{Abhilash Kantamneni}}",
        r"X Y and \textbf{Kantamneni}, \textbf{Abhilash}",
    ],
)
def test_bold_name_is_split_and_offered_as_highlight(value: str) -> None:
    people = split_names(value)
    assert (people.names[1].family, people.names[1].given) == ("Kantamneni", "Abhilash")
    assert people.highlight == "Abhilash Kantamneni"


def test_plain_wrapper_is_no_highlight() -> None:
    people = split_names(r"\href{http://x.org}{Ada Lovelace} and \textsc{Alan Turing}")
    assert ([name.printed for name in people.names], people.highlight) == (["Ada Lovelace", "Alan Turing"], "")


@pytest.mark.parametrize(
    ("value", "marks"),
    [
        ("Einstein*†, A.", "*†"),
        ("A. Einstein*", "*"),
        (r"Einstein\textsuperscript{*}, A.", "*"),
        ("Einstein$^*$, A.", "*"),
        (r"A. Einstein$^{\dagger}$", "†"),
        (r"A. Einstein\dag", "†"),
        ("A. Einstein<sup>*</sup>", "*"),
        ("Einstein&^, A.", "&^"),
    ],
)
def test_marks_are_taken_off_the_name(value: str, marks: str) -> None:
    (name,) = split_names(value).names
    assert (name.printed, name.marks) == ("A. Einstein", marks)


def test_accents_are_no_marks() -> None:
    names = split_names(r"M{\^o}ller, A. and \^{E}tre, B. and O\'{}Neil and R\&D Group").names
    assert [name.marks for name in names] == ["", "", "", ""]


def test_remark_among_the_names_is_a_legend() -> None:
    people = split_names("Ada Lovelace* (* indicates Equal Contribution) and Alan Turing")
    assert people.legend == "* indicates Equal Contribution"
    assert [(name.printed, name.marks) for name in people.names] == [("Ada Lovelace", "*"), ("Alan Turing", "")]


@pytest.mark.parametrize(
    ("typed", "printed", "inverted", "bibtex"),
    [
        ("Ada Lovelace", "Ada Lovelace", "Lovelace, Ada", "Lovelace, Ada"),
        ("Lovelace, Ada", "Ada Lovelace", "Lovelace, Ada", "Lovelace, Ada"),
        ("Ludwig van Beethoven", "Ludwig van Beethoven", "van Beethoven, Ludwig", "van Beethoven, Ludwig"),
        ("King, Jr., Martin Luther", "Martin Luther King, Jr.", "King, Jr., Martin Luther", "King, Jr., Martin Luther"),
        ("{CERN}", "CERN", "CERN", "{CERN}"),
        ("山田, 太郎", "山田 太郎", "山田, 太郎", "山田, 太郎"),
    ],
)
def test_person_as_typed(typed: str, printed: str, inverted: str, bibtex: str) -> None:
    name = parse_person(typed)
    assert (name.printed, name.inverted, name.bibtex) == (printed, inverted, bibtex)


def test_fold_leaves_letters() -> None:
    assert fold("García-Márquez") == fold("garcia marquez") == "garciamarquez"
    assert [fold(text) for text in ("Groß", "Ørsted", "Łódź", "O’Neil", "İz")] == [
        "gross",
        "orsted",
        "lodz",
        "oneil",
        "iz",
    ]


@pytest.mark.parametrize("other", ["S. Belharbi", "Belharbi, S", "Soufiane Belharbi", "Belharbi, S. M.", "SM Belharbi"])
def test_initials_fit_the_full_name(other: str) -> None:
    assert compatible(parse_person("Soufiane M. Belharbi"), parse_person(other))


@pytest.mark.parametrize(
    "other", ["A. Belharbi", "Belharbi", "Soufian Belharbi", "S. T. Belharbi", "S. Bel", "{Belharbi}"]
)
def test_other_people_do_not_fit(other: str) -> None:
    assert not compatible(parse_person("Soufiane M. Belharbi"), parse_person(other))


def test_hyphens_and_accents_do_not_matter() -> None:
    assert compatible(parse_person("Jean-Pierre Hérault"), parse_person("J.-P. Herault"))
    assert compatible(
        parse_person("Gabriel García Márquez".replace(" G", " {G").replace("ez", "ez}")), Name("García-Márquez", "G.")
    )


def test_owner_is_found_with_the_family_name_first_or_cut() -> None:
    owner = [parse_person("Soufiane Belharbi"), Name("García Márquez", "Gabriel")]
    assert same_person(parse_person("Belharbi Soufiane"), owner)
    assert same_person(parse_person("Marquez, Gabriel García"), owner)
    assert not same_person(parse_person("Gabriel Marquez"), owner)


def test_thousands_of_authors_take_linear_time() -> None:
    def authors(number: int) -> str:
        return " and ".join(
            f"Family{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}e, A. {chr(65 + n % 26)}." for n in range(number)
        )

    assert len(split_names(authors(3_000)).names) == 3_000
    assert_linear(split_names, authors, 18_000)
