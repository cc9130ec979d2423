from django.urls import path, re_path

from . import views
from .feeds import PublicationFeed

app_name = "publications"
urlpatterns = [
    path("publications/", views.PublicationList.as_view(), name="list"),
    path("publications/page/<int:page>/", views.PublicationList.as_view(), name="list_page"),
    path("publications/feed.xml", PublicationFeed(), name="feed"),
    path("publications/<slug:slug>/", views.PublicationDetail.as_view(), name="detail"),
    # The slug comes twice: any other file there is a document's own path (/publications/2018/talk.pdf).
    re_path(r"^publications/(?P<slug>[-\w]+)/(?P=slug)\.pdf$", views.publication_pdf, name="pdf"),
    re_path(r"^publications/(?P<slug>[-\w]+)/(?P=slug)\.bib$", views.publication_bibtex, name="bibtex"),
    path("publications.bib", views.all_bibtex, name="all_bibtex"),
]
