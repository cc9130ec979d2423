"""The ground: who the site is about, its pages, links, files, CV, and the composition of its home page."""

from .block import HomeBlock, MenuItem
from .cv import CVEntry
from .files import Document, Picture, VerificationFile
from .link import Link
from .page import Page, Redirect
from .profile import Affiliation, Interest, Profile
from .publishing import Publishable, PublishableQuerySet
from .throttle import TokenBucket
from .version import ContentVersion

__all__ = [
    "Affiliation",
    "CVEntry",
    "ContentVersion",
    "Document",
    "HomeBlock",
    "Interest",
    "Link",
    "MenuItem",
    "Page",
    "Picture",
    "Profile",
    "Publishable",
    "PublishableQuerySet",
    "Redirect",
    "TokenBucket",
    "VerificationFile",
]
