"""What is kept of news when they are edited."""

from academic.history import keep_versions_of

from .models import NewsItem

keep_versions_of(NewsItem, parts=["links"], derived=["search_text"])
