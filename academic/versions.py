"""What is kept of the ground's rows when they are edited, with their parts."""

from .history import keep_versions_of
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
)

for part in (Link, Affiliation, Interest):
    keep_versions_of(part)
keep_versions_of(Profile, parts=["affiliations", "interests", "links"])
for owner in (Page, CVEntry, HomeBlock):
    keep_versions_of(owner, parts=["links"])
for plain in (MenuItem, Redirect, Picture, Document):
    keep_versions_of(plain)
