"""The WSGI application; it refuses to start when the settings are wrong."""

import os

import django
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "academic.settings")
django.setup(set_prefix=False)

from .checks import refuse_wrong_settings  # noqa: E402 needs the apps
from .onesecond import kept_for_this_second  # noqa: E402

refuse_wrong_settings()
application = kept_for_this_second(get_wsgi_application())
