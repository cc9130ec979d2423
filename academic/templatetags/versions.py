"""How versions are told in the admin."""

from django import template
from reversion.models import Version

from .. import history

register = template.Library()


@register.filter
def told(version: Version) -> str:
    """What the edit changed, in a sentence."""
    return history.told(version)
