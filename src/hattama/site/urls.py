"""Where the rooms' doors are."""

from django.urls import include, path

from hattama.base.views import choose_theme

urlpatterns = [
    path("", include("hattama.portal.urls")),
    path("account/", include("allauth.account.urls")),
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
