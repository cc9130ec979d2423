"""What is kept of the ground's rows when they are edited, with their parts."""

from .history import keep_versions_of, keep_versions_of_part
from .models import (
    Affiliation,
    CVEntry,
    Document,
    HomeBlock,
    Interest,
    Link,
    MenuItem,
    Page,
    Picture,
    Profile,
    Redirect,
    VerificationFile,
)

keep_versions_of_part(Link, "owner", line=lambda link: f"{link.text}: {link.href}")
keep_versions_of_part(Affiliation, "profile")
keep_versions_of_part(Interest, "profile")
keep_versions_of(Profile, parts=["affiliations", "interests", "links"])
for owner in (Page, CVEntry, HomeBlock):
    keep_versions_of(owner, parts=["links"])
for plain in (MenuItem, Redirect, Picture, Document, VerificationFile):
    keep_versions_of(plain)
