"""BibTeX to plain data and back. Imports nothing of Django."""

from .addresses import public_address
from .encode import encode
from .entries import Bibliography, Entry, Field, Skipped
from .folding import fold
from .identifiers import arxiv, arxiv_of_url, doi, isbn, title_key
from .keys import generate_key, key_suffixes, make_slug
from .languages import language_code
from .latex import decode
from .links import LinkItem
from .names import NameList, compatible, parse_person, same_person, split_names
from .person import Name
from .private import PRIVATE_FIELDS, is_private
from .read import looks_like_bibtex, read
from .record import Record, record
from .write import from_record, macros_in, overlay, without_private, write_entry, write_strings

__all__ = [
    "PRIVATE_FIELDS",
    "Bibliography",
    "Entry",
    "Field",
    "LinkItem",
    "Name",
    "NameList",
    "Record",
    "Skipped",
    "arxiv",
    "arxiv_of_url",
    "compatible",
    "decode",
    "doi",
    "encode",
    "fold",
    "from_record",
    "generate_key",
    "is_private",
    "isbn",
    "key_suffixes",
    "language_code",
    "looks_like_bibtex",
    "macros_in",
    "make_slug",
    "overlay",
    "parse_person",
    "public_address",
    "read",
    "record",
    "same_person",
    "split_names",
    "title_key",
    "without_private",
    "write_entry",
    "write_strings",
]
