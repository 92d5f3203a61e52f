"""The house as the demo routes it."""

from django.urls import include, path

from hattama.portal.urls import demo_patterns

urlpatterns = [*demo_patterns, path("", include("hattama.site.urls"))]
