"""What LaTeX commands stand for in Unicode."""

# Command → combining character, for accents whose argument is what follows.
ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c", "U": "\u030e", "G": "\u030f",
    "d": "\u0323", "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361", "textcommabelow": "\u0326",
    "textcedilla": "\u0327", "textogonekcentered": "\u0328", "textvbaraccent": "\u030d", "newtie": "\u0311",
    "textdoublegrave": "\u030f", "textgravedbl": "\u030f", "textroundcap": "\u0311",
    "textcircled": "\u20dd", "capitalcaron": "\u030c",
}  # fmt: skip
# An accent with nothing under it: the character itself.
BARE_ACCENTS = {
    "`": "`", "'": "´", "^": "^", "~": "~", "=": "¯", "u": "˘", ".": "˙", '"': "¨", "r": "˚", "H": "˝", "v": "ˇ",
    "c": "¸", "k": "˛", "b": "", "d": "", "t": "", "textcircled": "○",
}  # fmt: skip
# ç is ç for a comma below where Unicode has only that (ș stays apart from ş).
ABOVE = frozenset("`'^~=u.\"hrHvUG")

SYMBOLS = {
    # letters
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "imath": "ı", "jmath": "ȷ", "th": "þ", "TH": "Þ", "dh": "ð", "DH": "Ð",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "ij": "ij", "IJ": "IJ", "textdong": "₫", "textschwa": "ə",
    "texthtb": "ɓ", "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư", "eth": "ð", "thorn": "þ", "Thorn": "Þ",
    # punctuation
    "textendash": "–", "textemdash": "—", "emdash": "—", "endash": "–", "Dash": "—", "dash": "–", "hyphen": "-",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "lq": "‘",
    "rq": "’", "textquotesingle": "'", "textquotedbl": '"', "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„",
    "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "guillemotleft": "«",
    "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹", "guilsinglright": "›",
    "og": "« ", "fg": " »", "dq": '"', "dots": "…", "ldots": "…", "textellipsis": "…", "slash": "/",
    "textexclamdown": "¡", "textquestiondown": "¿", "textbackslash": "\\", "textbar": "|", "textbardbl": "‖",
    "textbrokenbar": "¦", "textless": "<", "textgreater": ">", "textasciitilde": "~", "textasciicircum": "^",
    "textasciigrave": "`", "textasciiacute": "´", "textasciimacron": "¯", "textasciidieresis": "¨",
    "textasciibreve": "˘", "textasciicaron": "ˇ", "textunderscore": "_", "textbraceleft": "{", "textbraceright": "}",
    "lbrace": "{", "rbrace": "}", "textdollar": "$", "textbullet": "•", "textperiodcentered": "·", "textmiddledot": "·",
    "textasteriskcentered": "*", "textnumero": "№", "textinterrobang": "‽", "textvisiblespace": "␣",
    "textlbrackdbl": "⟦", "textrbrackdbl": "⟧", "hyp": "-",
    "psqq": " ff.", "psq": " f.", "adddot": ".", "addcomma": ",", "addcolon": ":", "addspace": " ", "adddotspace": ". ",
    "addhighpunctspace": "", "isodot": ".", "bibrangedash": "–", "textthreequartersemdash": "—", "colon": ":",
    "backslash": "\\", "textrightarrow": "→", "textleftarrow": "←", "textuparrow": "↑", "textdownarrow": "↓",
    # signs
    "S": "§", "P": "¶", "textsection": "§", "textparagraph": "¶", "dag": "†", "ddag": "‡", "textdagger": "†",
    "textdaggerdbl": "‡", "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™",
    "textservicemark": "℠", "circledR": "®", "TM": "™", "reg": "®", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "EUR": "€", "textyen": "¥", "textcent": "¢", "textcurrency": "¤", "textwon": "₩",
    "textdegree": "°",
    "degree": "°", "textcelsius": "℃", "celsius": "℃", "textohm": "Ω", "textmu": "µ", "textmicro": "µ", "micro": "µ",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textonesuperior": "¹", "texttwosuperior": "²",
    "textthreesuperior": "³", "textordfeminine": "ª", "textordmasculine": "º", "textperthousand": "‰",
    "textpermil": "‰", "textpertenthousand": "‱", "texttimes": "×", "textdiv": "÷", "textpm": "±", "textminus": "−",
    "textsurd": "√", "textlnot": "¬", "textbigcircle": "◯", "textmusicalnote": "♪", "textestimated": "℮",
    "textrecipe": "℞", "textreferencemark": "※", "textopenbullet": "◦", "textcolonmonetary": "₡", "checkmark": "✓",
    # names
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "XeLaTeX": "XeLaTeX",
    "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX", "pdfTeX": "pdfTeX", "pdfLaTeX": "pdfLaTeX", "ConTeXt": "ConTeXt",
    "AmS": "AMS", "AMS": "AMS", "AmSTeX": "AMS-TeX", "AMSTeX": "AMS-TeX", "AmSLaTeX": "AMS-LaTeX", "SLiTeX": "SLiTeX",
    "METAFONT": "METAFONT", "MF": "METAFONT", "MP": "MetaPost", "PS": "PostScript", "POSTSCRIPT": "PostScript",
    "PiC": "PiC", "TUB": "TUGboat", "bibtex": "BibTeX", "WEB": "WEB", "CWEB": "CWEB", "Cplusplus": "C++", "Cpp": "C++",
    # blanks
    "space": " ", "nobreakspace": " ", "quad": " ", "qquad": " ", "newline": " ", "par": " ", "linebreak": " ",
    "thinspace": " ", "enspace": " ", "enskip": " ", "emspace": " ", "hfill": " ", "newblock": " ",
    "textcompwordmark": "",
    "negthinspace": "", "addthinspace": " ", "addnbspace": " ",
}  # fmt: skip

# Cyrillic as LaTeX's T2 encodings name it: \CYRA … \CYRYA and \cyra … \cyrya, in the order of the alphabet.
_CYRILLIC = [
    *(
        "A",
        "B",
        "V",
        "G",
        "D",
        "E",
        "ZH",
        "Z",
        "I",
        "ISHRT",
        "K",
        "L",
        "M",
        "N",
        "O",
        "P",
        "R",
        "S",
        "T",
        "U",
        "F",
        "H",
    ),
    *("H", "C", "CH", "SH", "SHCH", "HRDSN", "ERY", "SFTSN", "EREV", "YU", "YA"),
]
for _place, _name in enumerate(_CYRILLIC):
    SYMBOLS[f"CYR{_name}"] = chr(0x410 + _place)
    SYMBOLS[f"cyr{_name.lower()}"] = chr(0x430 + _place)
SYMBOLS |= {
    "CYRYO": "Ё", "cyryo": "ё", "CYRII": "І", "cyrii": "і", "CYRYI": "Ї", "cyryi": "ї", "CYRIE": "Є", "cyrie": "є",
    "CYRGUP": "Ґ", "cyrgup": "ґ", "CYRUSHRT": "Ў", "cyrushrt": "ў",
}  # fmt: skip

# siunitx's prefixes and units; what is not here stays as it is written.
UNITS = {
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "milli": "m", "micro": "µ", "nano": "n",
    "pico": "p", "femto": "f", "centi": "c", "metre": "m", "meter": "m", "second": "s", "gram": "g", "kelvin": "K",
    "ampere": "A", "mole": "mol", "candela": "cd", "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J",
    "watt": "W", "volt": "V", "ohm": "Ω", "tesla": "T", "litre": "L", "liter": "L", "hour": "h", "minute": "min",
    "day": "d", "electronvolt": "eV", "eV": "eV", "keV": "keV", "MeV": "MeV", "GeV": "GeV", "TeV": "TeV", "bar": "bar",
    "degree": "°", "celsius": "°C", "degreeCelsius": "°C", "percent": "%", "per": "/", "cubed": "³", "squared": "²",
    "um": "µm", "nm": "nm", "mm": "mm", "cm": "cm", "km": "km", "ms": "ms", "ns": "ns", "kg": "kg", "mg": "mg",
}  # fmt: skip

# Commands of one other character.
CHARACTERS = {
    "&": "&", "%": "%", "#": "#", "_": "_", "$": "$", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ", ",": " ",
    ";": " ", ":": " ", ">": " ", "!": "", "-": "", "/": "", "\\": " ", "@": "", "*": "", "+": "", "|": "", "<": "<",
}  # fmt: skip

# Switches and the like: nothing to show.
SILENT = frozenset(
    [
        "bf",
        "it",
        "em",
        "sc",
        "rm",
        "tt",
        "sl",
        "sf",
        "bfseries",
        "itshape",
        "scshape",
        "upshape",
        "slshape",
        "rmfamily",
        "sffamily",
        "ttfamily",
        "mdseries",
        "normalfont",
        "tiny",
        "scriptsize",
        "footnotesize",
        "small",
        "normalsize",
        "large",
        "Large",
        "LARGE",
        "huge",
        "Huge",
        "relax",
        "protect",
        "noindent",
        "indent",
        "xspace",
        "ignorespaces",
        "unskip",
        "allowbreak",
        "nobreak",
        "break",
        "boldmath",
        "unboldmath",
        "sloppy",
        "frenchspacing",
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "bgroup",
        "egroup",
        "begingroup",
        "endgroup",
        "leavevmode",
        "null",
        "strut",
        "smallskip",
        "medskip",
        "bigskip",
        "left",
        "right",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "limits",
        "nolimits",
        "nonumber",
        "notag",
        "cal",
        "mit",
        "oldstyle",
        "ssf",
        "hbox",
        "penalty",
        "bibrightbracket",
        "selectfont",
        "cyrchar",
    ]
)
# Commands whose arguments are not text.
DROPPED = {
    "noopsort": 1, "NOOPSORT": 1, "Noopsort": 1, "noop": 1, "SortNoop": 1, "sortnoop": 1, "noopSort": 1, "color": 1,
    "label": 1, "vspace": 1, "hspace": 1, "vphantom": 1, "hphantom": 1, "phantom": 1, "selectlanguage": 1, "index": 1,
    "thanks": 1, "fontsize": 2, "fontfamily": 1, "fontencoding": 1, "fontseries": 1, "fontshape": 1,
    "includegraphics": 1, "nocite": 1, "orcidID": 1, "orcidlink": 1, "IEEEmembership": 1,
    "hyphenation": 1, "input": 1, "ding": 1, "foreignlanguage_": 1, "pagestyle": 1, "thispagestyle": 1,
}  # fmt: skip
# Followed by a length and no braces.
LENGTHS = frozenset(("kern", "hskip", "vskip", "mskip", "mkern"))
# How many arguments come before the one that is text.
BEFORE_TEXT = {
    "textcolor": 1, "href": 1, "foreignlanguage": 1, "raisebox": 1, "scalebox": 1, "texorpdfstring": 1, "colorbox": 1,
    "adjustbox": 1, "parbox": 1, "textlang": 1, "hyperref_": 1,
}  # fmt: skip
# Journals as the astronomers' style writes them.
JOURNALS = {
    "aj": "Astronomical Journal", "actaa": "Acta Astronomica",
    "araa": "Annual Review of Astronomy and Astrophysics", "apj": "Astrophysical Journal",
    "apjl": "Astrophysical Journal Letters", "apjlett": "Astrophysical Journal Letters",
    "apjs": "Astrophysical Journal Supplement Series", "apjsupp": "Astrophysical Journal Supplement Series",
    "ao": "Applied Optics", "apss": "Astrophysics and Space Science", "aap": "Astronomy & Astrophysics",
    "astap": "Astronomy & Astrophysics", "aapr": "Astronomy and Astrophysics Reviews",
    "aaps": "Astronomy & Astrophysics Supplement Series", "azh": "Astronomicheskii Zhurnal",
    "baas": "Bulletin of the American Astronomical Society",
    "bac": "Bulletin of the Astronomical Institutes of Czechoslovakia",
    "bain": "Bulletin of the Astronomical Institutes of the Netherlands", "caa": "Chinese Astronomy and Astrophysics",
    "cjaa": "Chinese Journal of Astronomy and Astrophysics", "cqg": "Classical and Quantum Gravity",
    "fcp": "Fundamentals of Cosmic Physics", "gca": "Geochimica et Cosmochimica Acta",
    "grl": "Geophysical Research Letters", "iaucirc": "IAU Circulars", "icarus": "Icarus",
    "jcap": "Journal of Cosmology and Astroparticle Physics", "jcp": "Journal of Chemical Physics",
    "jgr": "Journal of Geophysical Research", "jqsrt": "Journal of Quantitative Spectroscopy and Radiative Transfer",
    "jrasc": "Journal of the Royal Astronomical Society of Canada",
    "memras": "Memoirs of the Royal Astronomical Society",
    "memsai": "Memorie della Società Astronomica Italiana",
    "mnras": "Monthly Notices of the Royal Astronomical Society",
    "na": "New Astronomy", "nar": "New Astronomy Reviews", "nat": "Nature", "natastro": "Nature Astronomy",
    "nphysa": "Nuclear Physics A", "pasa": "Publications of the Astronomical Society of Australia",
    "pasj": "Publications of the Astronomical Society of Japan",
    "pasp": "Publications of the Astronomical Society of the Pacific", "physrep": "Physics Reports",
    "physscr": "Physica Scripta", "planss": "Planetary and Space Science", "pra": "Physical Review A",
    "prb": "Physical Review B", "prc": "Physical Review C", "prd": "Physical Review D", "pre": "Physical Review E",
    "prl": "Physical Review Letters", "procspie": "Proceedings of the SPIE",
    "psj": "Planetary Science Journal", "qjras": "Quarterly Journal of the Royal Astronomical Society",
    "rmp": "Reviews of Modern Physics", "rmxaa": "Revista Mexicana de Astronomía y Astrofísica",
    "skytel": "Sky and Telescope", "solphys": "Solar Physics", "sovast": "Soviet Astronomy",
    "ssr": "Space Science Reviews", "zap": "Zeitschrift für Astrophysik",
}  # fmt: skip
