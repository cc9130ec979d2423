"""The admin of the ground: profile, pages, CV, composition of the home page, library."""

from . import composition, cv, library, pages, profile

__all__ = ["composition", "cv", "library", "pages", "profile"]
