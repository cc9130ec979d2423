"""What a link leads to, told from its label and address; the icon and the suggested label follow from it."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

# One table: kind, the labels that say so, the hosts that say so, and the label suggested for such a host.
NONE = r"$^"
KINDS: tuple[tuple[str, str, str, str], ...] = (
    # Where papers are
    ("arxiv", r"arxiv", r"(^|\.)arxiv\.org$", "arXiv"),
    ("doi", r"doi", r"(^|\.)doi\.org$", "DOI"),
    ("hal", r"hal\b.*", r"(^|\.)(hal\.science|archives-ouvertes\.fr)$", "HAL"),
    ("pubmed", r"pubmed|pmc", r"(^|\.)(pubmed|pmc|www)\.ncbi\.nlm\.nih\.gov$", "PubMed"),
    ("openreview", r"openreview", r"(^|\.)openreview\.net$", "OpenReview"),
    ("acm", r"acm( dl| digital library)?", r"^dl\.acm\.org$", "ACM"),
    ("ieee", r"ieee( ?xplore)?", r"(^|\.)ieeexplore\.ieee\.org$", "IEEE Xplore"),
    ("inspire", r"inspire([- ]?hep)?", r"(^|\.)inspirehep\.net$", "INSPIRE"),
    # Where people are
    ("scholar", r"(google |g\. ?)?scholar", r"^scholar\.google\.", "Google Scholar"),
    ("orcid", r"orcid", r"(^|\.)orcid\.org$", "ORCID"),
    ("dblp", r"dblp", r"^dblp\.(org|uni-trier\.de)$", "DBLP"),
    ("openalex", r"openalex", r"(^|\.)openalex\.org$", "OpenAlex"),
    ("semanticscholar", r"semantic ?scholar", r"(^|\.)semanticscholar\.org$", "Semantic Scholar"),
    ("researchgate", r"researchgate", r"(^|\.)researchgate\.net$", "ResearchGate"),
    ("scopus", r"scopus", r"(^|\.)scopus\.com$", "Scopus"),
    ("clarivate", r"web of science|publons|researcher ?id", r"(^|\.)(webofscience|publons)\.com$", "Web of Science"),
    ("academia", r"academia(\.edu)?", r"(^|\.)academia\.edu$", "Academia.edu"),
    ("wikidata", r"wikidata", r"(^|\.)wikidata\.org$", "Wikidata"),
    ("wikipedia", r"wikipedia", r"(^|\.)wikipedia\.org$", "Wikipedia"),
    ("linkedin", r"linkedin.*", r"(^|\.)linkedin\.com$", "LinkedIn"),
    ("x", r"x", r"(^|\.)(twitter|x)\.com$", "X"),
    ("twitter", r"twitter", NONE, ""),
    ("bluesky", r"bluesky", r"(^|\.)(bsky\.app|bsky\.social)$", "Bluesky"),
    ("threads", r"threads", r"(^|\.)threads\.(net|com)$", "Threads"),
    ("instagram", r"instagram", r"(^|\.)instagram\.com$", "Instagram"),
    ("facebook", r"facebook", r"(^|\.)facebook\.com$", "Facebook"),
    ("medium", r"medium", r"(^|\.)medium\.com$", "Medium"),
    ("substack", r"substack", r"(^|\.)substack\.com$", "Substack"),
    ("stackoverflow", r"stack ?overflow", r"(^|\.)stackoverflow\.com$", "Stack Overflow"),
    (
        "mastodon",
        r"mastodon",
        r"(^|\.)(mastodon|mathstodon|fediscience)\.",
        "Mastodon",
    ),
    # What belongs to a paper
    ("model", r"models?|hugging ?face", r"(^|\.)(huggingface\.co|hf\.co)$", "Hugging Face"),
    ("kaggle", r"kaggle", r"(^|\.)kaggle\.com$", "Kaggle"),
    ("youtube", r"youtube", NONE, ""),
    ("video", r"videos?|talk|recording", r"(^|\.)(youtube\.com|youtu\.be|vimeo\.com)$", "Video"),
    ("slides", r".*\bslides?|presentation", r"(^|\.)slideshare\.net$", "Slides"),
    ("poster", r".*\bposters?", NONE, ""),
    ("zenodo", r"zenodo", NONE, ""),
    ("osf", r"osf", r"(^|\.)osf\.io$", "OSF"),
    ("data", r"(download )?data(set)?s?|download dataset", r"(^|\.)(zenodo\.org|figshare\.com)$", "Data"),
    ("bibtex", r"bibtex|bib", NONE, ""),
    ("supplement", r"supp(lement(ary)?)?( material)?|appendix", NONE, ""),
    ("blog", r"blog( post)?", NONE, ""),
    ("press", r"press|media", NONE, ""),
    ("demo", r"demo", NONE, ""),
    ("pdf", r"(full )?pdf|paper|full ?text", NONE, ""),
    ("code", r"code\b.*|source|software", NONE, ""),
    ("github", r"github", r"(^|\.)github\.com$", "GitHub"),
    ("gitlab", r"gitlab", r"(^|\.)gitlab\.", "GitLab"),
    ("codeberg", r"codeberg", r"(^|\.)codeberg\.org$", "Codeberg"),
    ("bitbucket", r"bitbucket", r"(^|\.)bitbucket\.org$", "Bitbucket"),
    ("email", r"e-?mail", NONE, ""),
)
# Mastodon has servers without number, and one shape of address.
MASTODON_PATH = re.compile(r"/@\w[\w.-]*/?(@[\w.-]+/?)?")
COMPILED = tuple(
    (kind, re.compile(labels, re.IGNORECASE), re.compile(hosts, re.IGNORECASE), suggested)
    for kind, labels, hosts, suggested in KINDS
)


def kind_of(label: str, address: str) -> str:
    """The kind a label says, else the one the address says, else "link"."""
    return _kind_of_label(label) or _kind_of_address(address)[0]


@lru_cache(maxsize=1_000)  # labels are few, and asked for on every page
def _kind_of_label(label: str) -> str:
    return next((kind for kind, labels, _hosts, _suggested in COMPILED if labels.fullmatch(label)), "")


def label_of(address: str) -> str:
    """The label an address suggests: the name of a known host, "PDF", or the host itself."""
    return _kind_of_address(address)[1]


def _kind_of_address(address: str) -> tuple[str, str]:
    if address.startswith("mailto:"):
        return "email", address.removeprefix("mailto:")
    parts = urlsplit(address)
    host = parts.hostname or ""
    for kind, _labels, hosts, suggested in COMPILED:
        if host and hosts.search(host):
            return kind, suggested
    if host and MASTODON_PATH.fullmatch(parts.path):
        return "mastodon", "Mastodon"
    if parts.path.lower().endswith(".pdf"):
        return "pdf", "PDF"
    return "link", host.removeprefix("www.") or address
