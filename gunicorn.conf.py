"""How gunicorn serves the site; it reads this file by itself when started in this folder."""

import ctypes
import gc
import os
import sys
from typing import Any

# M_ARENA_MAX, M_TRIM_THRESHOLD, M_MMAP_THRESHOLD of mallopt(3)
MALLOC = ((-8, 1), (-1, 128 * 1024), (-3, 128 * 1024))


def number(name: str, default: int) -> int:
    text = os.environ.get(name) or str(default)
    if not text.isdecimal() or not 0 < int(text) < 1000:
        sys.exit(f"{name} is {text!r}; it must be a number from 1 to 999.")
    return int(text)


bind = os.environ.get("BIND", "127.0.0.1:8000")
wsgi_app = "academic.wsgi:application"
worker_class = "gthread"
workers = number("WEB_CONCURRENCY", 2)
threads = number("WEB_THREADS", 4)
graceful_timeout = 30  # seconds a request in flight may still take after SIGTERM
max_requests = 500_000  # a worker is replaced then, so that a slow leak never matters
max_requests_jitter = 50_000
control_socket_disable = True  # gunicorn 27 would make one in the home folder
loglevel = os.environ.get("LOG_LEVEL", "warning")
if os.environ.get("LOG_FORMAT") == "json":  # gunicorn's own lines too (academic/logs.py)
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    as_json = {"generic": {"()": "academic.logs.JSONLines"}}
    logconfig_dict = {"formatters": as_json, "root": {"level": "INFO", "handlers": []}}
forwarded_allow_ips = ""  # proxies are TRUSTED_PROXIES' matter (academic.middleware)


def post_fork(server: Any, worker: Any) -> None:
    """Have glibc give freed memory back: by itself it keeps a heap for each thread, and what large pages left in it."""
    try:
        tune = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):  # another C library
        return
    for option, value in MALLOC:
        tune(option, value)


def post_worker_init(worker: Any) -> None:
    """Collect garbage often, without looking through the program itself each time: until then rows that point at each
    other lie about, 1.5 MB of them for a long list. And tell a person who started it by hand where to go, once the
    first worker can answer."""
    gc.freeze()
    gc.set_threshold(700, 10, 1)
    message = os.environ.get("READY_MESSAGE")
    if message and worker.age == 1:
        print(message, flush=True)  # noqa: T201 this is the terminal's output
