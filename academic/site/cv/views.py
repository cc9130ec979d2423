"""/cv.pdf and /cv.json."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.text import slugify

from academic.middleware import public_profile
from academic.views import is_signed_in

from .content import gather
from .jsonresume import json_resume
from .pdf import TypesettingFailed, cv_pdf

logger = logging.getLogger(__name__)
RETRY_AFTER = "60"  # seconds


def pdf(request: HttpRequest) -> HttpResponseBase:
    """Typeset when it changed; a sentence and 503 where that fails."""
    profile = public_profile(request)
    try:
        made = cv_pdf(profile)
    except TypesettingFailed as error:
        logger.error("%s", error)  # noqa: TRY400 the message says it all
        failed = render(request, "cv_failed.html", status=503)
        failed["Retry-After"], failed["Cache-Control"] = RETRY_AFTER, "no-store"
        return failed
    response = HttpResponse(made.pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{"-".join(filter(None, ["cv", slugify(profile.name)]))}.pdf"'
    etag = f'"{made.digest}"'
    response["ETag"] = etag
    response["Cache-Control"] = "no-store, private" if is_signed_in(request) else "no-cache"
    return get_conditional_response(request, etag=etag, response=response) or response


def json(request: HttpRequest) -> HttpResponse:
    resume = json_resume(gather(public_profile(request)))
    response = JsonResponse(resume, json_dumps_params={"ensure_ascii": False, "indent": 2})
    if is_signed_in(request):
        response["Cache-Control"] = "no-store, private"
    return response
