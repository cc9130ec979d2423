"""Works of every kind, as BibTeX has them; the tests of each format say what becomes of them."""

from __future__ import annotations

import os
import unicodedata
from csv import DictReader
from dataclasses import fields
from pathlib import Path

from hypothesis import strategies as st

from academic.site.demo.content import BIB_FILE
from publications.bibtex import LinkItem, Name, Record, read, record

CORPUS = Path(os.environ.get("CORPUS", Path(__file__).parents[4] / "shared" / "corpus" / "bib"))

WORKS = {
    "article": r"""@article{einstein1935epr,
      author = {Einstein, A. and van der Podolsky, Boris and King, Jr., Martin Luther and {CERN}},
      title = {Can {Q}uantum-Mechanical Description Be Complete? $\sum_i x_i$},
      journal = {Physical Review}, abbr = {Phys. Rev.},
      volume = 47, number = 10, pages = {777--780}, year = 1935, month = may, day = 15, doi = {10.1103/PhysRev.47.777},
      issn = {0031-899X}, keywords = {quantum, theory}, abstract = {First.

Second.}, language = {english}, note = {Classic}, pmid = {123}, award = {Best paper}, license = {CC-BY-4.0},
      url = {https://example.org/epr;a}, code = {https://github.com/epr/code}, mrnumber = {MR1},
      urldate = {2020-05-06}}""",
    "conference": r"""@inproceedings{vaswani2017, author = {Vaswani, Ashish and others}, editor = {Guyon, I.},
      title = {Attention Is All You Need}, booktitle = {Advances in Neural Information Processing Systems},
      shortbooktitle = {NeurIPS}, series = {LNCS}, number = 30, volume = 7, pages = {1--11}, year = 2017, month = dec,
      publisher = {Curran}, address = {Red Hook}, venue = {Long Beach}, eventtitle = {NIPS 2017}, isbn = {978-1-5108},
      eprint = {1706.03762}, archiveprefix = {arXiv}, primaryclass = {cs.CL}, pdf = {https://papers.nips.cc/7181.pdf}}""",
    "chapter": r"""@incollection{ch, author = {Müller, Jörg}, editor = {de la Cruz, Ana}, title = {A Chapter},
      booktitle = {The Book}, series = {Texts}, number = 4, chapter = 3, pages = {1-9}, year = 2001, edition = {Second},
      publisher = {Springer}, address = {Berlin}, isbn = {3-540-1}, translator = {Roe, Jane}}""",
    "book": r"""@book{bk, editor = {Knuth, Donald E.}, title = {A Book}, series = {Art}, number = 1, volume = 2,
      year = 1968, publisher = {Addison-Wesley}, address = {Reading}, pagetotal = {634}, edition = {1}}""",
    "thesis": r"""@mastersthesis{ms, author = {Noether, Emmy}, title = {On Forms}, school = {Erlangen}, year = 1907,
      month = dec, pages = {77}, address = {Erlangen, Germany}}""",
    "report": r"""@techreport{tr, author = {{Working Group, Inc.}}, title = {A Report}, institution = {IBM},
      number = {RC 42}, type = {Research note}, year = 1970}""",
    "preprint": r"""@misc{pp, author = {Lovelace, Ada}, title = {A Preprint}, year = 2025, month = jan,
      eprint = {2501.12632}, archiveprefix = {arXiv}, primaryclass = {cs.CV}, note = {Submitted}}""",
    "manuscript": r"""@unpublished{un, author = {Doe, Jane}, title = {A Manuscript}, note = {In preparation}}""",
    "software": r"""@software{sw, author = {Doe, Jane}, title = {Tool}, version = {1.2}, year = 2020,
      publisher = {Zenodo}, doi = {10.5281/zenodo.1}, language = {Python}}""",
    "dataset": r"""@dataset{ds, author = {Doe, Jane}, title = {Images}, year = 2021, publisher = {Zenodo}}""",
    "patent": r"""@patent{pt, author = {Tesla, Nikola}, title = {Motor}, number = {US381968}, year = 1888,
      location = {US}}""",
    "online": r"""@online{on, author = {Doe, Jane}, title = {A Site}, year = 2022, url = {https://example.org/},
      organization = {Example}}""",
    "talk": r"""@misc{tk, author = {Doe, Jane}, title = {A Talk}, howpublished = {Invited talk at MIT}, year = 2019,
      address = {Boston}}""",
    "poster": r"""@misc{po, author = {Doe, Jane}, title = {A Poster}, year = 2018,
      howpublished = {Poster session, EGU}}""",
    "other": r"""@misc{ot, author = {山田, 太郎}, title = {雑記}, year = {1974/1975}, hal_id = {hal-01234567}}""",
}


def work(kind: str) -> Record:
    found = record(read(WORKS[kind]).entries[0])
    assert found.kind == kind, f"the {kind} is read as {found.kind}"
    return found


def demo() -> list[Record]:
    return [record(entry) for entry in read(BIB_FILE.read_bytes()).entries]


def class_a() -> list[Record]:
    """Every entry of the well-kept files of the corpus, where it is present."""
    if not (CORPUS / "INDEX.tsv").is_file():
        return []
    with (CORPUS / "INDEX.tsv").open(encoding="utf-8", newline="") as index:
        names = [row["file"] for row in DictReader(index, delimiter="\t") if row["class"] == "a"]
    return [record(entry) for name in names for entry in read((CORPUS / name).read_bytes()).entries]


def one_line(text: str) -> str:
    return " ".join("".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text).split())


# Text that would like to be a line of its own.
texts = st.one_of(
    st.text(max_size=10),
    st.sampled_from(
        ["a\nTY  - BOOK", "x\r\nER  - \r\nTY  - JOUR", "\u2028ER  - ", "\x0bAU  - Mallory", 'q"}],\\', " ", "; "]
    ),
)
names = st.builds(Name, family=texts, given=texts, von=texts, jr=texts, literal=st.booleans(), marks=texts)
_OF_TYPE: dict[object, st.SearchStrategy[object]] = {
    str: texts,
    bool: st.booleans(),
    int | None: st.none() | st.integers(1, 12),
    list[Name]: st.lists(names, max_size=3),
    list[str]: st.lists(texts, max_size=3),
    list[LinkItem]: st.lists(st.builds(LinkItem, texts, texts, texts), max_size=2),
    dict[str, str]: st.dictionaries(texts, texts, max_size=3),
}
_KINDS = st.sampled_from([*WORKS, ""])
records = st.builds(
    Record, **{field.name: _KINDS if field.name == "kind" else _OF_TYPE[field.type] for field in fields(Record)}
)
