"""What every request passes: read to its end, the client's real address, the content security policy, the language."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, tzinfo
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse, UnreadablePostError
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import timezone, translation

from .models import Profile
from .proxies import TrustedProxies
from .shared import current, shared_value

Handler = Callable[[HttpRequest], HttpResponse]
ADMIN_PREFIX = "/admin/"
PIECE = 64 * 1024  # bytes of a request read at a time


class NoBodyForHeadMiddleware:
    """The answer to HEAD has the headers of GET and no body; not every server takes the body away itself."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "HEAD":
            if isinstance(response, StreamingHttpResponse):
                response.streaming_content = ()
            else:
                response.headers.setdefault("Content-Length", str(len(response.content)))
                response.content = b""
        return response


class WholeRequestMiddleware:
    """Reads what the site left of a request that a trusted proxy passes on, before it is answered.

    gunicorn closes the connection at the answer. A proxy that is still sending then (a large upload of somebody who is
    not signed in) may take it for a failure and say that the site is being restarted. The proxy limits how much it is;
    who comes without one is answered at once.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.proxies = TrustedProxies(settings.TRUSTED_PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_passed_on = self.proxies.trusts(request.META.get("REMOTE_ADDR", ""))
        response = self.get_response(request)
        if is_passed_on:
            with suppress(UnreadablePostError):
                while request.read(PIECE):
                    pass
        return response


class ClientAddressMiddleware:
    """Sets REMOTE_ADDR from X-Forwarded-For, and believes X-Forwarded-Proto, only when a trusted proxy is the peer."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.proxies = TrustedProxies(settings.TRUSTED_PROXIES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        meta = request.META
        forwarded = meta.pop("HTTP_X_FORWARDED_FOR", "")
        if not self.proxies.trusts(meta.get("REMOTE_ADDR", "")):
            meta.pop("HTTP_X_FORWARDED_PROTO", None)
        elif forwarded:
            meta["REMOTE_ADDR"] = self._client(forwarded) or meta.get("REMOTE_ADDR", "")
        return self.get_response(request)

    def _client(self, forwarded: str) -> str:
        """The last address that is not itself a trusted proxy: those before it can be made up by the client."""
        addresses = [address.strip() for address in forwarded.split(",")]
        return next((address for address in reversed(addresses) if not self.proxies.trusts(address)), "")


class ContentSecurityPolicyMiddleware:
    """Sends settings.SECURE_CSP on every answer that has no policy of its own (Django 6 has this built in)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.policy = "; ".join(f"{name} {' '.join(sources)}" for name, sources in settings.SECURE_CSP.items())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", self.policy)
        return response


class LanguageMiddleware(LocaleMiddleware):
    """The admin speaks the user's language, in the owner's time zone; the public site speaks the profile's language.

    The profile is read once a request (`request.profile`), by the first that needs it.
    """

    def process_request(self, request: HttpRequest) -> None:
        if request.path_info.startswith(ADMIN_PREFIX):
            super().process_request(request)
            timezone.activate(_time_zone(public_profile(request)))

    def process_view(self, request: HttpRequest, view: Callable, args: Any, kwargs: Any) -> None:
        if not request.path_info.startswith(ADMIN_PREFIX) and not getattr(view, "speaks_no_language", False):
            translation.activate(public_profile(request).language)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.path_info.startswith(ADMIN_PREFIX):
            timezone.deactivate()
            return super().process_response(request, response)
        return response


def _time_zone(profile: Profile) -> tzinfo:
    """The owner's time zone, in which the admin asks for moments; UTC where this machine does not know it."""
    try:
        return zoneinfo.ZoneInfo(profile.time_zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return UTC


def public_profile(request: HttpRequest) -> Profile:
    """The profile with its pictures and facts, read once for this request."""
    if not hasattr(request, "profile"):
        request.profile = shared_value("profile", _read_profile)  # type: ignore[attr-defined]
    return request.profile  # type: ignore[attr-defined]


def _read_profile() -> Profile:
    found = Profile.objects.for_pages().filter(pk=1).first() or Profile(pk=1)
    if current():
        prefetch_related_objects([found], "affiliations")  # beside the text of every page
    return found
