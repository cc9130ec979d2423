"""What kind of work an entry is, from its type and from what its fields say."""

import re

# BibTeX, biblatex and what others invented → our kinds.
_TYPES = {
    "article": "article", "suppperiodical": "article", "review": "article",
    "inproceedings": "conference", "conference": "conference", "paper": "conference",
    "incollection": "chapter", "inbook": "chapter", "suppbook": "chapter", "suppcollection": "chapter",
    "bookinbook": "chapter", "inreference": "chapter", "incollectionbook": "chapter",
    "book": "book", "mvbook": "book", "booklet": "book", "collection": "book", "mvcollection": "book",
    "proceedings": "book", "mvproceedings": "book", "reference": "book", "mvreference": "book", "periodical": "book",
    "commentary": "book", "commented": "book",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "bachelorsthesis": "thesis",
    "masterthesis": "thesis", "bachelorthesis": "thesis", "mscthesis": "thesis", "diplomathesis": "thesis",
    "habilitation": "thesis", "phd": "thesis",
    "techreport": "report", "report": "report", "manual": "report", "standard": "report", "whitepaper": "report",
    "preprint": "preprint", "unpublished": "manuscript", "manuscript": "manuscript",
    "software": "software", "softwareversion": "software", "softwaremodule": "software", "codefragment": "software",
    "program": "software", "code": "software",
    "dataset": "dataset", "data": "dataset", "patent": "patent",
    "online": "online", "electronic": "online", "www": "online", "web_page": "online", "webpage": "online",
    "website": "online", "url": "online", "blog": "online",
    "talk": "talk", "presentation": "talk", "lecture": "talk", "seminar": "talk", "poster": "poster",
}  # fmt: skip
_PREPRINT_SERVER = re.compile(
    r"^(?:the )?(?:corr|arxiv\b.*|biorxiv\b.*|medrxiv\b.*|chemrxiv\b.*|psyarxiv\b.*|socarxiv\b.*"
    r"|hal\b(?! science).*|ssrn\b.*|techrxiv\b.*|research square\b.*|preprints?(?:\.org)?\b.*"
    r"|e-?prints?\b.*|osf preprints?\b.*"
    r"|eartharxiv\b.*|edarxiv\b.*|iacr cryptology eprint.*|cryptology eprint archive.*|computing research"
    r" repository.*|authorea\b.*|zenodo preprint.*)$",
    re.IGNORECASE,
)
_PREPRINT_HOST = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|corr|psyarxiv|socarxiv|eartharxiv|hal|ssrn|techrxiv)\b|xiv$", re.IGNORECASE
)
_TALK = re.compile(
    r"\b(?:talks?|seminars?|lectures?|presentations?|keynote|tutorial|colloquium|invited)\b", re.IGNORECASE
)
_POSTER = re.compile(r"\bposters?\b", re.IGNORECASE)
_SOFTWARE = re.compile(r"\b(?:software|computer program|source code|toolbox)\b", re.IGNORECASE)
_DATASET = re.compile(r"\b(?:data ?sets?|database|corpus)\b", re.IGNORECASE)
_THESIS = re.compile(r"\b(?:thesis|dissertation|habilitation|thèse|mémoire|diplomarbeit|masterarbeit)\b", re.IGNORECASE)
_PREPRINT_WORD = re.compile(r"\bpre-?prints?\b", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:technical report|tech\.? report|white ?paper|working paper)\b", re.IGNORECASE)


def is_preprint_server(venue: str) -> bool:
    """Whether a journal's name is that of a preprint server: CoRR, "arXiv preprint arXiv:1706.03762", bioRxiv."""
    return bool(_PREPRINT_SERVER.match(venue))


def kind_of(entry_type: str, venue: str, form: str = "", context: str = "", archive: str = "") -> str:
    """Our kind for a BibTeX type.

    `venue` is the journal or book title; `form` what `howpublished` and `type` say, `context` what note, groups and
    keywords say besides; `archive` where an eprint lies (arxiv, biorxiv, …).
    """
    kind = _TYPES.get(entry_type, "")
    preprint = is_preprint_server(venue) or (bool(archive) and not venue and bool(_PREPRINT_HOST.search(archive)))
    if kind in ("article", "conference", "online", "manuscript") and preprint:
        return "preprint"
    if kind == "manuscript" and _TALK.search(form):
        return "talk"
    if kind:
        return kind
    if preprint or (archive and _PREPRINT_HOST.search(archive)):
        return "preprint"
    return _misc(form, context)


def _misc(form: str, context: str) -> str:
    for pattern, kind in _FORMS:
        if pattern.search(form):
            return kind
    if _POSTER.search(context):
        return "poster"
    return "talk" if _TALK.search(context) else "other"


_FORMS = (
    (_POSTER, "poster"),
    (_TALK, "talk"),
    (_THESIS, "thesis"),
    (_PREPRINT_WORD, "preprint"),
    (_DATASET, "dataset"),
    (_SOFTWARE, "software"),
    (_REPORT, "report"),
)
