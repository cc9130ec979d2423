"""A pasted address gets its icon and its label; one table says which."""

from __future__ import annotations

from pathlib import Path

import pytest

from academic.linkkinds import KINDS, kind_of, label_of

PROFILES = {
    "https://scholar.google.ca/citations?user=x": ("scholar", "Google Scholar"),
    "https://orcid.org/0000-0002-1825-0097": ("orcid", "ORCID"),
    "https://arxiv.org/a/lovelace_a_1": ("arxiv", "arXiv"),
    "https://dblp.org/pid/1/1.html": ("dblp", "DBLP"),
    "https://dblp.uni-trier.de/pid/1/1.html": ("dblp", "DBLP"),
    "https://openreview.net/profile?id=~Ada_Lovelace1": ("openreview", "OpenReview"),
    "https://openalex.org/authors/A1": ("openalex", "OpenAlex"),
    "https://hal.science/search/index?q=lovelace": ("hal", "HAL"),
    "https://www.researchgate.net/profile/Ada-Lovelace": ("researchgate", "ResearchGate"),
    "https://www.semanticscholar.org/author/1": ("semanticscholar", "Semantic Scholar"),
    "https://www.scopus.com/authid/detail.uri?authorId=1": ("scopus", "Scopus"),
    "https://www.webofscience.com/wos/author/record/1": ("clarivate", "Web of Science"),
    "https://pubmed.ncbi.nlm.nih.gov/?term=lovelace": ("pubmed", "PubMed"),
    "https://inspirehep.net/authors/1": ("inspire", "INSPIRE"),
    "https://independent.academia.edu/AdaLovelace": ("academia", "Academia.edu"),
    "https://github.com/ada": ("github", "GitHub"),
    "https://gitlab.com/ada": ("gitlab", "GitLab"),
    "https://gitlab.inria.fr/ada": ("gitlab", "GitLab"),
    "https://codeberg.org/ada": ("codeberg", "Codeberg"),
    "https://huggingface.co/ada": ("model", "Hugging Face"),
    "https://www.kaggle.com/ada": ("kaggle", "Kaggle"),
    "https://www.linkedin.com/in/ada/": ("linkedin", "LinkedIn"),
    "https://mastodon.social/@ada": ("mastodon", "Mastodon"),
    "https://a-server-of-our-own.example/@ada": ("mastodon", "Mastodon"),
    "https://bsky.app/profile/ada.bsky.social": ("bluesky", "Bluesky"),
    "https://x.com/ada": ("x", "X"),
    "https://twitter.com/ada": ("x", "X"),
    "https://www.threads.net/@ada": ("threads", "Threads"),
    "https://medium.com/@ada": ("medium", "Medium"),
    "https://www.youtube.com/@ada": ("video", "Video"),
    "https://www.wikidata.org/wiki/Q7259": ("wikidata", "Wikidata"),
    "mailto:ada@example.org": ("email", "ada@example.org"),
    "https://example.org/ada": ("link", "example.org"),
    "https://www.example.org/cv.pdf": ("pdf", "PDF"),
}


@pytest.mark.parametrize("address", PROFILES)
def test_an_address_says_what_it_is(address: str) -> None:
    assert (kind_of(label_of(address), address), label_of(address)) == PROFILES[address]


@pytest.mark.parametrize(
    "address", ["https://notgithub.com/x", "https://github.com.evil.example/x", "https://example.org/github.com"]
)
def test_a_host_that_only_looks_alike_is_another_one(address: str) -> None:
    assert kind_of("", address) == "link"


def test_a_label_of_its_own_wins(db: None) -> None:
    assert kind_of("Slides", "https://github.com/ada/slides") == "slides"
    assert kind_of("My page", "https://github.com/ada") == "github"


def test_every_kind_has_an_icon() -> None:
    icons = {path.stem for path in (Path(__file__).parents[2] / "templates/icons").glob("*.svg")}
    assert {kind for kind, *_rest in KINDS} - icons == set()
