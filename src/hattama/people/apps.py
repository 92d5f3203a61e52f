from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "hattama.people"
    label = "people"
