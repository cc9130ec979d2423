"""The WSGI application; it refuses to start when the settings are wrong."""

import os

import django
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "academic.settings")
django.setup(set_prefix=False)

from django.conf import settings  # noqa: E402 after the environment
from django.db import connection  # noqa: E402

from .checks import refuse_wrong_settings  # noqa: E402 needs the apps
from .onesecond import kept_for_this_second  # noqa: E402
from .page_cache import PageCache  # noqa: E402
from .requestids import named_requests  # noqa: E402
from .version_reader import version_reader  # noqa: E402
from .whole_answers import Application  # noqa: E402

refuse_wrong_settings()
site: Application = get_wsgi_application()
if settings.PAGE_CACHE:
    site = PageCache(site, version_reader(connection), settings.PAGE_CACHE_SIZE)
application = named_requests(kept_for_this_second(site))
