"""The admin site: Django's own, with a throttled login and an index in the order of the editor's work."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.utils.translation import gettext_lazy as _

from .models import TokenBucket


class Group(TextChoices):
    """The parts of the index, in order. Every model admin of ours names its own (`group`, `place`)."""

    SITE = "site", _("Your site")
    LIBRARY = "library", _("Library")
    BEHIND = "behind", _("Behind the scenes")
    EDITORS = "editors", _("Editors")


class NutshellAdminSite(AdminSite):
    site_header = _("Your site")
    site_title = _("Your site")
    index_title = _("What to edit")

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Any:
        """Django's wrapper; numbers too large for the database, and nonsense in a query string, are bad requests."""

        @wraps(view)
        def careful(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            try:
                response = view(request, *args, **kwargs)
                return response.render() if isinstance(response, SimpleTemplateResponse) else response
            except OverflowError as error:
                raise BadRequest("A number is too large.") from error
            except ValueError as error:
                if request.method == "GET" and request.GET:
                    raise BadRequest("The address cannot be understood.") from error
                raise

        return super().admin_view(careful, cacheable)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The models by group instead of by app; an app's own page stays Django's."""
        if app_label:
            return super().get_app_list(request, app_label)
        models = [model for app in super().get_app_list(request) for model in app["models"]]
        models.sort(key=lambda model: getattr(self._registry[model["model"]], "place", 0))
        for model in models:
            model["add_label"] = getattr(self._registry[model["model"]], "add_label", _("Add"))
        groups = []
        for group in Group:
            inside = [model for model in models if self._group(model["model"]) == group]
            if inside:
                groups.append(
                    {
                        "name": group.label,
                        "app_label": group.value,
                        "app_url": "",
                        "has_module_perms": True,
                        "models": inside,
                    }
                )
        return groups

    def _group(self, model: Any) -> str:
        return getattr(self._registry[model], "group", Group.EDITORS)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Django's login; after LOGIN_ATTEMPTS wrong passwords from one address it answers 429 for a while."""
        if request.method != "POST":
            return super().login(request, extra_context)
        bucket = f"login {_network(request.META.get('REMOTE_ADDR', ''))}"
        wait = TokenBucket.take(bucket, settings.LOGIN_ATTEMPTS, settings.LOGIN_ATTEMPTS_WINDOW)
        if wait:
            context = {**self.each_context(request), "title": _("Too many attempts"), "minutes": -(-wait // 60)}
            response = render(request, "admin/throttled.html", context, status=429)
            response["Retry-After"] = str(wait)
            return response
        response = super().login(request, extra_context)
        if response.status_code == 302:
            TokenBucket.refill(bucket)
        return response


def _network(address: str) -> str:
    """The address, or for IPv6 its /64: one household has that many."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "local"
    return str(ipaddress.ip_network((parsed, 64), strict=False) if parsed.version == 6 else parsed)
