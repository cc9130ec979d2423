"""All settings, read once from typed environment variables (README, "Settings")."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from django.utils.translation import gettext_lazy as _

from .environment import Environment, Problem
from .logs import FORMATS as LOG_FORMATS
from .logs import logging_settings

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
env = Environment(BASE_DIR)
ENVIRONMENT_PROBLEMS: list[Problem] = env.problems

DEBUG = env.boolean("DEBUG", False)
SECRET_KEY = env.secret("SECRET_KEY") or ("insecure-key-for-debugging-only-" + "x" * 32 if DEBUG else "")

SITE_URL = env.site_url("SITE_URL", "http://127.0.0.1:8000")
SITE_IS_HTTPS = SITE_URL.startswith("https://")
SITE_HOST = urlsplit(SITE_URL).hostname or "127.0.0.1"
SITE_IS_LOCAL = SITE_HOST in {"127.0.0.1", "localhost", "::1", "0.0.0.0"} or SITE_HOST.startswith("127.")  # noqa: S104 a comparison, nothing is bound
LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS") or [SITE_HOST, *LOOPBACK_HOSTS]
TRUSTED_PROXIES = env.words("TRUSTED_PROXIES")
SHARE_CARDS = env.boolean("SHARE_CARDS", True)  # whether a save starts the drawing of cards for link previews
SECURITY_CONTACT = env.text("SECURITY_CONTACT", f"{SITE_URL}/")  # in security.txt: a mailto: or https: address

OWN_APPS = ["academic", "publications", "news", "academic.site"]
INSTALLED_APPS = [
    "academic.site.adminconfig.NutshellAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "markdownx",
    "reversion",
    *OWN_APPS,
]

MIDDLEWARE = [
    "academic.middleware.NoBodyForHeadMiddleware",
    "academic.middleware.WholeRequestMiddleware",
    "academic.middleware.ClientAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "academic.middleware.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "academic.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "academic.urls"
WSGI_APPLICATION = "academic.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "academic.context_processors.site",
                "academic.site.context_processors.demo",
            ],
        },
    },
]

if not env.text("DATABASE_URL"):
    VAR_DIR.mkdir(exist_ok=True)
DATABASES = {
    "default": dj_database_url.parse(
        env.database_url("DATABASE_URL", f"sqlite:///{VAR_DIR / 'db.sqlite3'}"),
        conn_max_age=60,
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Measured with four writing processes: any other combination gives "database is locked" (docs/decisions).
    DATABASES["default"]["OPTIONS"] = {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-500;",
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# The site speaks the profile's language; the admin speaks the user's (academic.middleware.LanguageMiddleware).
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", VAR_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
CV_FOLDER = VAR_DIR / "cv"  # the CV as PDF, made when it changed
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", VAR_DIR / "media")
MEDIA_ACCEL_PREFIX = env.text(
    "MEDIA_ACCEL_PREFIX"
)  # nginx's internal location for MEDIA_ROOT; empty: we send the bytes
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o644
UPLOAD_LIMIT = env.number("UPLOAD_LIMIT_MB", 64, most=2000) * 1024 * 1024  # bytes of one file, which streams to disk
READ_LIMIT = min(UPLOAD_LIMIT, 20 * 1024 * 1024)  # of one that is read whole into memory: a picture, a bibliography
FILE_UPLOAD_HANDLERS = [
    "academic.uploads.LimitedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024  # of text in one form: a pasted bibliography is large
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a paper with 300 authors has many inline fields

# django-markdownx gives the form field and the widget; both of its URL names are ours (academic/urls.py).
MARKDOWNX_URLS_PATH = "/admin/markdown/preview/"
MARKDOWNX_UPLOAD_URLS_PATH = "/admin/markdown/upload/"

PAGE_CACHE = env.boolean("PAGE_CACHE", not DEBUG)
PAGE_CACHE_SIZE = env.number("PAGE_CACHE_MB", 6, most=4096) * 1024 * 1024  # bytes in each process

LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"  # also where a forged "next" ends
LOGIN_ATTEMPTS = 5  # wrong passwords from one address, or for one user, in LOGIN_ATTEMPTS_WINDOW
LOGIN_ATTEMPTS_WINDOW = 15 * 60  # seconds

# Security. The scheme of SITE_URL decides: a site on plain http (a laptop) must not ask for https.
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_SSL_REDIRECT = SITE_IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 30 * 24 * 3600 if SITE_IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # believed from TRUSTED_PROXIES only (middleware)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SITE_IS_HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "academic.views.csrf_failure"
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# A homepage often shares its domain with others, who did not agree to HSTS for all subdomains or to preloading.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if not SITE_IS_HTTPS:
    # Asked for by SITE_URL's scheme: no HSTS, no redirect and no secure cookies on plain http.
    SILENCED_SYSTEM_CHECKS += ["security.W004", "security.W008", "security.W012", "security.W016"]

SECURE_CSP = {  # Django 6's own name, so that academic.middleware can go on upgrade
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "media-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}

LOGGING = logging_settings(env.choice("LOG_FORMAT", LOG_FORMATS))
