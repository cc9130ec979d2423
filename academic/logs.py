"""How log lines look: for people, or as one JSON object a line (LOG_FORMAT=json). Both name the request."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

from .requestids import request_id

FORMATS = ("text", "json")


class NamedRequests(logging.Filter):
    """Gives each record the `request_id` of the request that it is about; outside of requests "-"."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get() or "-"
        return True


class JSONLines(logging.Formatter):
    """Time (UTC), level, logger, message and request, with its method, path and status; errors with a traceback."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": getattr(record, "request_id", "-"),
        }
        request: Any = getattr(record, "request", None)
        if hasattr(request, "method"):
            line |= {"method": request.method, "path": request.path, "status": getattr(record, "status_code", None)}
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_settings(shape: str) -> dict[str, Any]:
    """Django's LOGGING. What strangers ask for is their business: our own errors are logged, not every 404 and Host."""
    line = {"format": "{asctime} {levelname} {name} [{request_id}]: {message}", "style": "{"}
    console = {
        "class": "logging.StreamHandler",
        "formatter": shape,
        "filters": ["named_requests"],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"named_requests": {"()": "academic.logs.NamedRequests"}},
        "formatters": {"text": line, "json": {"()": "academic.logs.JSONLines"}},
        "handlers": {"console": console},
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {
            "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
            "django.request": {"handlers": ["console"], "level": "ERROR", "propagate": False},
            "django.security": {"handlers": [], "propagate": False},
        },
    }
