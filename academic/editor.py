"""What the Markdown box of the admin asks of the server: the preview, and the upload of a picture.

django-markdownx's own two views answer anyone; these take over their names.
"""

from __future__ import annotations

from pathlib import PurePath

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST
from markdownx.models import MarkdownxField

from .images import UploadRefused, store_picture
from .markdown import render
from .models import Picture

FORM_OVERHEAD = 64 * 1024  # bytes of an upload's request that are not the file


@csrf_exempt  # _render checks it; here nothing has been read of the body yet
@never_cache
@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """`content` as its page will show it, byte for byte; `heading_shift` is 2 where it stands below a heading."""
    if not may_edit_text(request):
        return _forbidden(_("Only editors may preview; sign in again in another window, your text stays here."))
    return _render(request)


@csrf_protect
def _render(request: HttpRequest) -> HttpResponse:
    shift = request.POST.get("heading_shift", "")
    return HttpResponse(render(request.POST.get("content", ""), heading_shift=2 if shift == "2" else 1))


@csrf_exempt  # _store checks it, after permission and size: a stranger's megabytes are never read
@never_cache
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Store `image` (with the alternative text `alt`, if given) and answer the Markdown that shows it."""
    if not (_is_staff(request) and request.user.has_perm("academic.add_picture")):
        return _forbidden(_("You may not add pictures; sign in again in another window, your text stays here."))
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.READ_LIMIT + FORM_OVERHEAD:
        megabytes = settings.READ_LIMIT // (1024 * 1024)
        return _refused(_("The file is larger than %(limit)s MB.") % {"limit": megabytes})
    return _store(request)


@csrf_protect
def _store(request: HttpRequest) -> HttpResponse:
    file = request.FILES.get("image")
    if file is None:
        return _refused(_("No picture was sent."))
    title = PurePath(file.name or "").stem
    try:
        picture = store_picture(file, title=title, alt=request.POST.get("alt", ""))
    except UploadRefused as refusal:
        return _refused(refusal.sentence)
    return JsonResponse({"image_code": markdown_of(picture)})


def markdown_of(picture: Picture) -> str:
    """The Markdown that shows it."""
    alt = picture.alt.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"![{' '.join(alt.split())}]({picture.get_absolute_url()})"


def may_edit_text(request: HttpRequest) -> bool:
    """Whether they are staff who may add or change anything that has a Markdown text."""
    if not _is_staff(request):
        return False
    models = [model for model in apps.get_models() if any(isinstance(f, MarkdownxField) for f in model._meta.fields)]
    names = [(model._meta.app_label, model._meta.model_name) for model in models]
    return any(request.user.has_perm(f"{app}.{verb}_{name}") for app, name in names for verb in ("add", "change"))


def _is_staff(request: HttpRequest) -> bool:
    return request.user.is_active and request.user.is_authenticated and request.user.is_staff


def _forbidden(sentence: str) -> HttpResponseForbidden:
    return HttpResponseForbidden(sentence, content_type="text/plain; charset=utf-8")


def _refused(sentence: str) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=400)
