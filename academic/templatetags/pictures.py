"""Pictures of the media library as <img>, in the size they are shown."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from academic.models import Picture

register = template.Library()


@register.simple_tag
def picture(picture: Picture, sizes: str, *, eager: bool = False, alt: str | None = None) -> SafeString:
    """`sizes` says how wide it stands on the page; `eager` for what is seen first (all others load lazily)."""
    srcset = format_html(' srcset="{}" sizes="{}"', picture.srcset, sizes) if picture.renditions else ""
    return format_html(
        '<img src="{}"{} width="{}" height="{}" alt="{}" loading="{}" fetchpriority="{}">',
        picture.get_absolute_url(),
        srcset,
        picture.width,
        picture.height,
        picture.alt if alt is None else alt,
        "eager" if eager else "lazy",
        "high" if eager else "auto",
    )
