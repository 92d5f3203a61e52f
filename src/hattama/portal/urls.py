"""Where the first page, the public site, the records and the help are."""

from django.conf import settings
from django.urls import path

from hattama.base.style_guide import style_guide
from hattama.portal.views import demo, helping, home, public, records, searching

urlpatterns = [
    path("", home.home, name="home"),
    path("search/", searching.search, name="search"),
    path("at/<slug:slug>/", public.public_site, name="public_site"),
    path("at/<slug:slug>/procedure/", public.public_procedure, name="public_procedure"),
    path("at/<slug:slug>/<int:pk>/", public.public_programme, name="public_programme"),
    path("publication/<int:pk>/", public.publication, name="publication"),
    path("ledger/", records.records, name="records"),
    path("ledger/<str:stream>/", records.ledger_stream, name="ledger_stream"),
    path("help/", helping.help_pages, name="help_pages"),
    path("help/<slug:role>/", helping.help_page, name="help_page"),
]

# What lets anybody in as anybody must not even have an address outside the demo.
demo_patterns = [
    path("demo/as/<str:token>/", demo.act_as, name="act_as"),
    path("style-guide/", style_guide, name="style_guide"),
]
if settings.DEMO:
    urlpatterns += demo_patterns
