"""The ground's pages (home, projects, free pages), and what the views of every app share."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DatabaseError, connection
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.defaults import server_error as plain_server_error
from django.views.generic import DetailView, ListView, TemplateView, View

from . import cards, colours, siteicon
from .blocks import render_home
from .checks import media_can_be_written
from .head import Head, section_head
from .linkpreview import Preview
from .media import POLICY, serve_document
from .middleware import public_profile
from .models import Document, Page, Profile, PublishableQuerySet, Redirect, VerificationFile
from .models.link import with_shown_links
from .pageparts import parts_of
from .person import home_head
from .verification import FILE_NAME

TOUCH_ICON = 180  # pixels, as Apple asks


def is_signed_in(request: HttpRequest) -> bool:
    """Whether an editor asks; visitors, who send no session cookie, cost no query."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated


def may_see_drafts(request: HttpRequest, permission: str) -> bool:
    """Whether staff with the `view` permission asks, or with the `change` one, which includes it as in the admin."""
    if not (is_signed_in(request) and request.user.is_staff):
        return False
    return request.user.has_perm(permission) or request.user.has_perm(permission.replace(".view_", ".change_"))


class PublicView(View):
    """Answers to editors are private: they carry edit links and may show drafts."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        if is_signed_in(request):
            response["Cache-Control"] = "no-store, private"
        return response


class PaginatedList(PublicView, ListView):
    """A list whose pages are at …/page/2/; page 1 has one address only."""

    paginate_by: int | None = 50
    page_url_name: str = ""
    first_page_url_name: str = ""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if kwargs.get("page") == 0:
            raise Http404
        if kwargs.get("page") == 1:
            return HttpResponsePermanentRedirect(self.page_address(1))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        page = context["page_obj"]
        if page is not None and page.has_previous():
            context["previous_url"] = self.page_address(page.previous_page_number())
        if page is not None and page.has_next():
            context["next_url"] = self.page_address(page.next_page_number())
        return context

    def page_address(self, number: int) -> str:
        of_list = {name: value for name, value in self.kwargs.items() if name != "page"}
        if number == 1:
            return reverse(self.first_page_url_name, kwargs=of_list)
        return reverse(self.page_url_name, kwargs={**of_list, "page": number})


class PublishableDetail(PublicView, DetailView):
    """One publishable thing: visitors see what is published, editors with `permission` drafts as well."""

    permission: str
    object: Any

    def get_everything(self) -> PublishableQuerySet:
        """Published or not, with all that the page shows; each page has its own."""
        raise NotImplementedError

    def get_queryset(self) -> PublishableQuerySet:
        everything = self.get_everything()
        return everything if may_see_drafts(self.request, self.permission) else everything.published()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_draft = is_signed_in(self.request) and not self.object.is_published
        return {**super().get_context_data(**kwargs), "is_draft": is_draft}


class Home(PublicView, TemplateView):
    template_name = "home.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        profile = public_profile(self.request)
        prefetch_related_objects([profile], "interests")  # for its head, and its block of them
        blocks = render_home(profile)
        return {**super().get_context_data(**kwargs), "blocks": blocks, "head": home_head(profile)}


class Projects(PublicView, TemplateView):
    template_name = "projects.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        projects = Page.objects.published().projects().select_related("picture")
        head = section_head(public_profile(self.request), _("Projects"), "/projects/")
        return {**super().get_context_data(**kwargs), "projects": projects, "head": head}


class PageDetail(PublishableDetail):
    model = Page
    template_name = "page.html"
    permission = "academic.view_page"

    def get_everything(self) -> PublishableQuerySet:
        return Page.objects.select_related("header", "picture").prefetch_related(with_shown_links())

    def get_object(self, queryset: Any = None) -> Page:
        return get_object_or_404(self.get_queryset(), path=self.request.path_info)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        profile = public_profile(self.request)
        parts = parts_of(self.object, profile)
        return {**super().get_context_data(**kwargs), "parts": parts, "head": page_head(self.object, profile)}


def page_head(page: Page, profile: Profile) -> Head:
    above = [(_("Projects"), "/projects/")] if page.is_project else []
    return Head(
        title=page.title,
        description=page.description or page.summary or profile.description,
        kind="article",
        trail=[*above, (page.title, page.path)],
        preview=Preview.of(page.picture or page.header)
        or cards.preview(page, cards.page_card(page, profile))
        or cards.site_preview(profile),
    )


def catch_all(request: HttpRequest, path: str) -> HttpResponseBase:
    """A page, a document at the path it declared, a verification file or a redirect, in this order; last in urls.py."""
    address = request.path_info
    if "\x00" in address:
        raise BadRequest("NUL in the path")
    pages = Page.objects if may_see_drafts(request, "academic.view_page") else Page.objects.published()
    if pages.filter(path=address).exists():
        return PageDetail.as_view()(request)
    if document := Document.objects.filter(path=address).first():
        return serve_document(request, document)
    if FILE_NAME.fullmatch(path) and (file := VerificationFile.objects.filter(name=path).first()):
        return _verification(file)
    if moved := Redirect.objects.filter(old_path=address).first():
        return HttpResponsePermanentRedirect(moved.new_path)
    with_slash = f"{address}/"
    if not address.endswith("/"):
        is_section = resolve(with_slash).url_name != "page"
        if is_section or pages.filter(path=with_slash).exists():
            return HttpResponsePermanentRedirect(f"{request.path}/")
    raise Http404


def _verification(file: VerificationFile) -> HttpResponse:
    """Words that were checked to be words; the policy would keep anything else from doing harm."""
    response = HttpResponse(f"{file.content.strip()}\n", content_type=file.content_type)
    response["Content-Security-Policy"] = POLICY
    return response


def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole (RFC 9116); it expires half a year after the month it is read in."""
    contact = settings.SECURITY_CONTACT
    if "@" in contact and ":" not in contact:
        contact = f"mailto:{contact}"
    today = timezone.now()
    year, month = divmod(today.year * 12 + today.month - 1 + 6, 12)
    lines = [
        f"Contact: {contact}",
        f"Expires: {year:04d}-{month + 1:02d}-01T00:00:00Z",
        f"Preferred-Languages: {public_profile(request).language}, en".replace(": en, en", ": en"),
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and MEDIA_ROOT can be written, else 503 with the reason."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return _plain("the database does not answer", 503)
    return _plain("ok", 200) if media_can_be_written() else _plain("MEDIA_ROOT cannot be written", 503)


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "", f"Sitemap: {settings.SITE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def theme_css(request: HttpRequest, accent: str) -> HttpResponse:
    """The chosen colour. It stands in the address, so that the answer never changes."""
    response = HttpResponse(colours.theme(f"#{accent}"), content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def icon_svg(request: HttpRequest) -> HttpResponse:
    return _icon(siteicon.svg(public_profile(request)), "image/svg+xml; charset=utf-8")


def touch_icon(request: HttpRequest) -> HttpResponse:
    return _icon(siteicon.png(public_profile(request), TOUCH_ICON), "image/png")


def favicon(request: HttpRequest) -> HttpResponse:
    """For those who ask at the old address without reading the page."""
    return _icon(siteicon.ico(public_profile(request)), "image/x-icon")


def _icon(content: str | bytes, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Cache-Control"] = "public, max-age=86400"
    return response


for view in (healthz, robots, security_txt, theme_css, icon_svg, touch_icon, favicon):
    view.speaks_no_language = True  # type: ignore[union-attr]


def _plain(text: str, status: int) -> HttpResponse:
    response = HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """The 500 page: a template without any query, so that it works with the database down."""
    return plain_server_error(request, template_name="500.html")
