"""The CV as a file in one of FORMATS, in the language of the site."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from django.utils import translation

from academic.models import Profile

from .content import gather
from .jsonresume import json_resume
from .pdf import about_missing, cv_pdf
from .rendercv import rendercv

FORMATS = ("pdf", "jsonresume", "rendercv")


@dataclass(frozen=True)
class Exported:
    content: bytes
    warnings: list[str] = field(default_factory=list)


def export(profile: Profile, file_format: str) -> Exported:
    """Raises TypesettingFailed (PDF only)."""
    if file_format == "pdf":
        made = cv_pdf(profile)
        return Exported(made.pdf, [about_missing(made.missing)] if made.missing else [])
    with translation.override(profile.language):
        content = gather(profile)
        if file_format == "rendercv":
            return Exported(rendercv(content).encode())
        return Exported((json.dumps(json_resume(content), ensure_ascii=False, indent=2) + "\n").encode())
