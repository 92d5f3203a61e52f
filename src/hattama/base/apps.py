from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "hattama.base"
    label = "base"
