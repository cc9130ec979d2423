"""Publications, the people who wrote them, their topics, and what was imported."""

from .imports import ImportRunAdmin
from .people import AuthorAdmin, TopicAdmin
from .publications import PublicationAdmin

__all__ = ["AuthorAdmin", "ImportRunAdmin", "PublicationAdmin", "TopicAdmin"]
