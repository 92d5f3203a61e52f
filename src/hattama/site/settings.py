"""One settings file: it runs on a bare checkout and reads HATTAMA_* variables."""

import os
import secrets
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

REPOSITORY = Path(__file__).resolve().parents[3]
PACKAGE = REPOSITORY / "src" / "hattama"


def env_text(name: str, default: str = "") -> str:
    """Read a text."""
    return os.environ.get(name, default).strip()


def env_flag(name: str, *, default: bool = False) -> bool:
    """Read a yes or no, and stop at anything else."""
    value = env_text(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        sys.exit(f"{name} is {value!r}; it must be yes or no.")
    return value == "yes"


def env_list(name: str, default: str = "") -> list[str]:
    """Read a list with commas."""
    return [part.strip() for part in env_text(name, default).split(",") if part.strip()]


DATA = Path(env_text("HATTAMA_DATA") or REPOSITORY / ".data")
DEMO = env_flag("HATTAMA_DEMO")


def secret_key() -> str:
    """Take the key from the environment, else from the data folder (made there)."""
    if given := env_text("HATTAMA_SECRET_KEY"):
        return given
    kept = DATA / "secret.key"
    if not kept.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        fresh = DATA / f"secret.{os.getpid()}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48))
        try:
            os.link(fresh, kept)  # the first of two starting processes wins
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return kept.read_text().strip()


def database(address: str) -> dict[str, Any]:
    """Turn sqlite:///path or postgres://user:password@host:port/name into settings."""
    url = urlsplit(address)
    if url.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": url.path,
            "OPTIONS": {
                # A writer waits its turn instead of failing half-way.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                    "PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;"
                ),
            },
        }
    if url.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": url.path.lstrip("/"),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
            "HOST": url.hostname or "",
            "PORT": str(url.port or ""),
            "CONN_HEALTH_CHECKS": True,
        }
    sys.exit(f"HATTAMA_DATABASE is {address!r}; it must begin with sqlite or postgres.")


SECRET_KEY = secret_key()
DEBUG = False
ALLOWED_HOSTS = env_list("HATTAMA_HOSTS", "localhost,127.0.0.1,[::1]")
BASE_URL = env_text("HATTAMA_URL", "http://127.0.0.1:8000")
SECURE = BASE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "hattama.base",
    "hattama.people",
    "hattama.calendars",
    "hattama.notices",
    "hattama.documents",
    "hattama.final",
    "hattama.appeals",
    "hattama.portal",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "channels",
    "django_htmx",
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "hattama.people.middleware.PersonMiddleware",
    "hattama.base.middleware.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "hattama.site.urls"
ASGI_APPLICATION = "hattama.site.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "hattama.base.context.house",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "hattama.base.templatetags.parts",
            ],
        },
    }
]

NAVIGATION = "hattama.portal.context.navigation"

DATABASES = {
    "default": database(
        env_text("HATTAMA_DATABASE") or f"sqlite://{DATA}/hattama.sqlite3"
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
CHANNEL_LAYERS: dict[str, Any] = {
    "default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}
}

# Files that people handed in or that we made: never under a public address.
MEDIA_ROOT = DATA / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT = 20 * 1024 * 1024  # bytes of one file
BODY_LIMIT = 5 * UPLOAD_LIMIT  # bytes of all files that come with one form

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_ADAPTER = "hattama.people.adapter.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses come from the institution's own lists
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "hattama.base.views.stale_form"
SECURE_SSL_REDIRECT = SECURE and env_flag("HATTAMA_TLS_REDIRECT")
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "kk"
LANGUAGES = [("kk", _("Kazakh")), ("ru", _("Russian")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "base" / "locale"]
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = SECURE
USE_I18N = True
TIME_ZONE = "Asia/Almaty"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of a missing one
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "hattama.base.staticfiles.HashedStatic"
        if env_flag("HATTAMA_HASHED_STATIC")
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not env_flag("HATTAMA_HASHED_STATIC")
WHITENOISE_AUTOREFRESH = False


def mail(address: str) -> None:
    """Set the outgoing mail server from smtp[s]://user:password@host:port."""
    url = urlsplit(address)
    globals().update(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST=url.hostname,
        EMAIL_PORT=url.port or 25,
        EMAIL_HOST_USER=unquote(url.username or ""),
        EMAIL_HOST_PASSWORD=unquote(url.password or ""),
        EMAIL_USE_SSL=url.scheme == "smtps",
        EMAIL_USE_TLS=url.scheme == "smtp+tls",
        EMAIL_TIMEOUT=20,
    )


# Without a mail server every letter is kept and shown on the outbox page.
OUTBOX = not env_text("HATTAMA_MAIL")
if OUTBOX:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
else:
    mail(env_text("HATTAMA_MAIL"))
DEFAULT_FROM_EMAIL = env_text("HATTAMA_MAIL_FROM", "hattama@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["out"], "level": "WARNING"},
}
