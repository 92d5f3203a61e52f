from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "hattama.portal"
    label = "portal"
