"""Where the rooms' doors are."""

from allauth.account.urls import urlpatterns as account
from django.urls import include, path

from hattama.base.views import choose_theme

# Of allauth's pages those for an account that the institution opened. Its addresses
# come from the institution's lists: whoever could claim another's address here would
# be given that person's posts with the next invitation.
ACCOUNT = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "account_inactive",
    "account_signup",  # says that nobody signs up
    "account_change_password",
    "account_set_password",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
}

urlpatterns = [
    path("", include("hattama.portal.urls")),
    path("account/", include([page for page in account if page.name in ACCOUNT])),
    path("account/sessions/", include("allauth.usersessions.urls")),
    path("language/", include("django.conf.urls.i18n")),
    path("theme/", choose_theme, name="choose_theme"),
    path("people/", include("hattama.people.urls")),
    path("calendar/", include("hattama.calendars.urls")),
    path("notices/", include("hattama.notices.urls")),
    path("documents/", include("hattama.documents.urls")),
    path("final/", include("hattama.final.urls")),
    path("appeals/", include("hattama.appeals.urls")),
]
