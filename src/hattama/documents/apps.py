from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "hattama.documents"
    label = "documents"
