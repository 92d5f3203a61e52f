from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "hattama.notices"
    label = "notices"
