from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from . import views
from .facets import FACETS
from .feeds import PublicationFeed


class FacetConverter(StringConverter):
    regex = "|".join(FACETS)


class FacetValueConverter(StringConverter):
    regex = r"[^/.]+"


class FormConverter(StringConverter):
    regex = "|".join(views.LIST_FORMATS)


register_converter(FacetConverter, "facet")
register_converter(FacetValueConverter, "facet_value")
register_converter(FormConverter, "form")

app_name = "publications"
urlpatterns = [
    path("publications/", views.PublicationList.as_view(), name="list"),
    path("publications/page/<int:page>/", views.PublicationList.as_view(), name="list_page"),
    path("publications/<facet:facet>/<str:value>/", views.PublicationList.as_view(), name="facet"),
    path("publications/<facet:facet>/<str:value>/page/<int:page>/", views.PublicationList.as_view(), name="facet_page"),
    path("publications/feed.xml", PublicationFeed(), name="feed"),
    path("publications/<slug:slug>/", views.PublicationDetail.as_view(), name="detail"),
    # The slug comes twice: any other file there is a document's own path (/publications/2018/talk.pdf).
    re_path(r"^publications/(?P<slug>[-\w]+)/(?P=slug)\.pdf$", views.publication_pdf, name="pdf"),
    *(
        re_path(rf"^publications/(?P<slug>[-\w]+)/(?P=slug)\.{form}$", views.publication_file, {"form": form}, name)
        for name, form in {"bibtex": "bib", "ris": "ris", "csl": "json"}.items()
    ),
    path("publications.<form:form>", views.list_file, name="all"),
    path("publications/<facet:facet>/<facet_value:value>.<form:form>", views.list_file, name="facet_file"),
]
