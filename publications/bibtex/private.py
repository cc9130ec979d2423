"""Fields people keep for themselves: left out of everything public, kept in the raw entry."""

from functools import lru_cache

PRIVATE_FIELDS = frozenset(
    [
        "owner",
        "timestamp",
        "creationdate",
        "modificationdate",
        "groups",
        "file",
        "local-url",
        "date-added",
        "date-modified",
        "rating",
        "read",
        "readstatus",
        "ranking",
        "priority",
        "printed",
        "relevance",
        "qualityassured",
        "review",
        "comment",
        "annote",
        "citationcount",
        "abbr",
        "bibtex_show",
        "preview",
        "selected",
        "altmetric",
        "dimensions",
        "google_scholar_id",
        "localfile",
        # PubList's plumbing: the page shows what these say as links, and nobody's bibliography can use them.
        "pllinks",
        "filelinks",
        "plstyle",
    ]
)
_PREFIXES = ("bdsk-file-", "mendeley-", "x-", "comment-")


@lru_cache(maxsize=4096)
def is_private(name: str) -> bool:
    """By the field's exact name, whatever its case; numbered and personal fields by the part before the number."""
    name = name.lower()
    return name in PRIVATE_FIELDS or name.startswith(_PREFIXES)
