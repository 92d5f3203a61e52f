from django.apps import AppConfig


class FinalConfig(AppConfig):
    name = "hattama.final"
    label = "final"
