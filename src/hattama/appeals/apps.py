from django.apps import AppConfig


class AppealsConfig(AppConfig):
    name = "hattama.appeals"
    label = "appeals"
