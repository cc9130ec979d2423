"""What a link leads to, told from its label and address; the icon and the suggested label follow from it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# One table: kind, the labels that say so, the hosts that say so, and the label suggested for such a host.
KINDS: tuple[tuple[str, str, str, str], ...] = (
    ("arxiv", r"arxiv", r"(^|\.)arxiv\.org$", "arXiv"),
    ("doi", r"doi", r"(^|\.)doi\.org$", "DOI"),
    ("hal", r"hal\b.*", r"(^|\.)(hal\.science|archives-ouvertes\.fr)$", "HAL"),
    ("scholar", r"(google |g\. ?)?scholar", r"^scholar\.google\.", "Google Scholar"),
    ("orcid", r"orcid", r"(^|\.)orcid\.org$", "ORCID"),
    ("dblp", r"dblp", r"^dblp\.(org|uni-trier\.de)$", "DBLP"),
    ("openreview", r"openreview", r"(^|\.)openreview\.net$", "OpenReview"),
    ("openalex", r"openalex", r"(^|\.)openalex\.org$", "OpenAlex"),
    ("researchgate", r"researchgate", r"(^|\.)researchgate\.net$", "ResearchGate"),
    ("model", r"models?|hugging ?face", r"(^|\.)huggingface\.co$", "Hugging Face"),
    ("linkedin", r"linkedin.*", r"(^|\.)linkedin\.com$", "LinkedIn"),
    ("twitter", r"twitter|x", r"(^|\.)(twitter|x)\.com$", "X"),
    ("bluesky", r"bluesky", r"(^|\.)bsky\.app$", "Bluesky"),
    ("mastodon", r"mastodon", r"(^|\.)(mastodon\.|fediscience\.org$|sigmoid\.social$)", "Mastodon"),
    ("video", r"videos?|talk|recording", r"(^|\.)(youtube\.com|youtu\.be|vimeo\.com)$", "Video"),
    ("slides", r".*\bslides?|presentation", r"$^", ""),
    ("poster", r".*\bposters?", r"$^", ""),
    ("data", r"(download )?data(set)?s?|download dataset", r"(^|\.)(zenodo\.org|figshare\.com)$", "Data"),
    ("bibtex", r"bibtex|bib", r"$^", ""),
    ("supplement", r"supp(lement(ary)?)?( material)?|appendix", r"$^", ""),
    ("blog", r"blog( post)?", r"$^", ""),
    ("press", r"press|media", r"$^", ""),
    ("demo", r"demo", r"$^", ""),
    ("pdf", r"(full )?pdf|paper|full ?text", r"$^", ""),
    ("code", r"code\b.*|source|software", r"$^", ""),
    ("github", r"github", r"(^|\.)github\.com$", "GitHub"),
    ("code", r"gitlab|codeberg", r"(^|\.)(gitlab\.[a-z]+|codeberg\.org)$", "Code"),
    ("email", r"e-?mail", r"$^", ""),
)
COMPILED = tuple(
    (kind, re.compile(labels, re.IGNORECASE), re.compile(hosts, re.IGNORECASE), suggested)
    for kind, labels, hosts, suggested in KINDS
)


def kind_of(label: str, address: str) -> str:
    """The kind a label says, else the one the address says, else "link"."""
    for kind, labels, _hosts, _suggested in COMPILED:
        if labels.fullmatch(label):
            return kind
    return _kind_of_address(address)[0]


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
    if parts.path.lower().endswith(".pdf"):
        return "pdf", "PDF"
    return "link", host.removeprefix("www.") or address
