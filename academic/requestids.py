"""A name for each request: in the answer's X-Request-ID, and in every line that is logged on its behalf.

A WSGI application around all others. A trusted proxy may have named the request already; what a stranger sends is not
believed, for it would stand in the logs.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable
from contextvars import ContextVar
from itertools import count
from typing import Any

from django.conf import settings

from .proxies import TrustedProxies
from .whole_answers import Application, Environ, Headers, StartResponse

NAME = re.compile(r"[\w.:/+=@-]{1,100}", re.ASCII)

request_id: ContextVar[str] = ContextVar("request_id", default="")


def named_requests(application: Application) -> Application:
    proxies = TrustedProxies(settings.TRUSTED_PROXIES)
    process = secrets.token_hex(5)
    numbers = count(1)

    def asked(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        name = environ.pop("HTTP_X_REQUEST_ID", "")
        if not (name and proxies.trusts(environ.get("REMOTE_ADDR", "")) and NAME.fullmatch(name)):
            name = f"{process}-{next(numbers):x}"
        request_id.set(name)

        def start(status: str, headers: Headers, *error: Any) -> Any:
            return start_response(status, [*headers, ("X-Request-ID", name)], *error)

        return application(environ, start)

    return asked
