import pytest

from publications.bibtex import decode, encode
from publications.bibtex.verbatim import unescape
from tests.cost import assert_linear


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        # accents, in every style
        (r"K{\"o}ln", "Köln"),
        (r"K\"{o}ln", "Köln"),
        (r"K\"oln", "Köln"),
        (r"{K\"oln}", "Köln"),
        (r"\v{C}apek and {\v c} and \v c", "Čapek and č and č"),
        (r"{\'{\i}} {\'\i} \'i \'{\i} \'\i", "í í í í í"),
        (r"\c{c}\c c{\c{s}}\H{o}\k{a}\.{z}\d{s}\b{d}\r{u}\u{g}\={e}", "ççşőążṣḏůğē"),
        (r"\~{\^e} Tr{\`{\^a}}n \'{\^{o}}", "ễ Trần ố"),
        (r"\t{oo}", "o͡o"),
        ("u\u0308ber", "über"),
        (r"\^{\j}", "ĵ"),
        (r"a\'", "a´"),
        (r"\~{}x", "~x"),
        (r"\^{\~e} \~{\^e} {\d{\^o}} \.{\i} \textgravedbl{a}", "ễ ễ ộ i ȁ"),
        # letters
        (r"\CYRP\cyrr\cyri\cyrv\cyre\cyrt{} {\cyrchar\CYRYO}", "Привет Ё"),
        (r"\textalpha-helix and \bar{x}", "α-helix and x̄"),
        (r"{\o}re {\O}rsted \O rsted \aa\ {\AA} \ss{} \L\'od\'z", "øre Ørsted Ørsted å Å ß Łódź"),
        (r"{\i}{\j} \dh\TH\ \oe uvre \dj", "ıȷ ðÞ œuvre đ"),
        # punctuation
        ("a -- b --- c", "a – b — c"),
        ("``so'' `too' it's l'eau", "“so” ‘too’ it's l'eau"),
        ("?`Qu\\'e? !`Oh!", "¿Qué? ¡Oh!"),
        (r"5\,km\ and D.~E.~Knuth", "5 km and D. E. Knuth"),
        (r"R\&D 50\% \#1 a\_b \$5 \{x\}", "R&D 50% #1 a_b $5 {x}"),
        ("100 % sure", "100 % sure"),
        (r"data-\/base hy\-phen a\\b", "data-base hyphen a b"),
        (r"\S 3 \copyright 2020 \pounds 5 \textregistered{} 20\textdegree C", "§3 ©2020 £5 ® 20°C"),
        (r"\textquotedblleft a\textquotedblright\ldots", "“a”…"),
        (r"""\char`\~ \char'176 \char"7E""", "~~~"),
        ("""der "`Titel"' von""", "der „Titel“ von"),
        (r"a\hskip 1em plus 2pt b\kern0pt c", "a b c"),
        # markup: its text stays
        (r"{\fontencoding{T1}\selectfont x}", "x"),
        (r"\emph{a} \textit{b} \textbf{c} \textsc{d} \texttt{e\_f} \mbox{g} \underline{h}", "a b c d e_f g h"),
        (r"{\em a} {\bf b} {\sc Foo} {\tt x}", "a b Foo x"),
        (r"{\LaTeX} and \TeX{} and \BibTeX", "LaTeX and TeX and BibTeX"),
        (r"\url{http://a.b/c_d~e%20f} \href{http://a.b/%7E}{text}", "http://a.b/c_d~e%20f text"),
        (r"\verb|a_b| \enquote{q} \textcolor{red}{x}", "a_b “q” x"),
        (r"CO\textsubscript{2} 5\textsuperscript{th} x\textsuperscript{2}", "CO₂ 5th x²"),
        (r"{\noopsort{1973b}}1973", "1973"),
        (r"\mnras{} and \apj", "Monthly Notices of the Royal Astronomical Society and Astrophysical Journal"),
        (r"\MakeUppercase{abc}", "ABC"),
        # unknown commands keep their argument, or themselves
        (r"\foo{bar} \foo bar", r"bar \foo bar"),
        (r"\undefined[x]{bar}", "bar"),
        ("ends with \\", "ends with \\"),
        # math
        (r"$\alpha$-decay of H$_2$O at $10^{-3}$", "α-decay of H₂O at 10⁻³"),
        (r"$\leq5$ \(\pi\) \ensuremath{\mu}m $\mathbb{R}^n$ $\bar{x}$ $\sqrt{s}$", "≤5 π μm ℝⁿ x̄ √s"),
        (r"{$\alpha$} and {\alpha}", "α and α"),
        (r"$\int_0^1 f\,dx_{abc}^{QQ}$ stays", r"$\int_0^1 f\,dx_{abc}^{QQ}$ stays"),
        (r"$\sim$5 and $<$3 but $5-$10", "∼5 and <3 but $5-$10"),
        (r"$O(n\log n)$ $\langle x \rangle$ $B^*$", "O(n log n) ⟨x⟩ B*"),
        ("US$5", "US$5"),
        ("from $5 to $10", "from $5 to $10"),
        (r"a \$ b $", "a $ b $"),
        (r"$O(\log n)$ $a \times b$ $\pm 5$ $\alpha x$", "O(log n) a × b ±5 αx"),
        # braces
        ("{{Double}} {GNU} {P}revalence", "Double GNU Prevalence"),
        ("unbalanced } and {", "unbalanced } and {".replace(" }", "").replace("{", "").strip()),
        # HTML
        (r"\&lt;i\&gt;x\&lt;/i\&gt; H<sub>2</sub>O &amp; <b>b</b>", "x H₂O & b"),
        ("<1.8 of <<a>> is a<b", "<1.8 of <<a>> is a<b"),
        # other scripts
        ("Straße 漢字 Привет", "Straße 漢字 Привет"),
    ],
)
def test_latex_becomes_unicode(latex: str, text: str) -> None:
    assert " ".join(decode(latex).split()) == " ".join(text.split())


def test_paragraphs_stay() -> None:
    assert decode("One~a.\n\nTwo.") == "One a.\n\nTwo."


@pytest.mark.parametrize(
    "text",
    [
        "a & b",
        "50% {x} #1_2 ~ ^ \\ $5",
        "C:\\dir\\",
        "it's ``odd'' -- really",
        "`a' !`",
        "$x",
        "a\n\nb",
        "\\alpha",
        "Ünï–cödé",
    ],
)
def test_encoded_text_decodes_to_itself(text: str) -> None:
    assert decode(encode(text)) == text


def test_math_is_not_escaped() -> None:
    assert encode(r"on $\int_a f$ & more") == r"on $\int_a f$ \& more"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"http://a.b/c\_d\%20e\&f", "http://a.b/c_d%20e&f"),
        (r"\url{http://a.b/~x}", "http://a.b/~x"),
        (r"http://a.b/{\textasciitilde}x/{\_}y", "http://a.b/~x/_y"),
        (r"http://a.b/$\sim$x", "http://a.b/~x"),
        ("http://a.b/a%20b?c=A&B", "http://a.b/a%20b?c=A&B"),
        ("<http://a.b/x?a=1&amp;b=2>", "http://a.b/x?a=1&b=2"),
        ("http://a.b/x--y", "http://a.b/x--y"),
    ],
)
def test_addresses_are_unescaped_and_not_decoded(written: str, meant: str) -> None:
    assert unescape(written) == meant


@pytest.mark.parametrize("piece", ["{", r"\'", r"\(", "$", r"\textcolor{"])
def test_hostile_text_is_decoded_in_linear_time(piece: str) -> None:
    assert_linear(decode, lambda number: piece * (number + 1), 80_000)
