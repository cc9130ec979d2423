"""What is in the database, to compare."""

from __future__ import annotations

from typing import Any

from django.apps import apps


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of our tables."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for app in ("academic", "publications", "news", "site")
        for model in apps.get_app_config(app).get_models()
    }
