"""The door for web servers: pages, and the socket of the live bell."""

import os

from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hattama.site.settings")
pages = get_asgi_application()

from hattama.base.door import with_limit  # noqa: E402 - needs the settings
from hattama.base.live import BellSocket  # noqa: E402 - needs the apps loaded
from hattama.final.live import RoomSocket  # noqa: E402

# channels wants its own kind of «view» here
bell = path("bell/<str:token>/", BellSocket.as_asgi())  # type: ignore[arg-type]
room = path("room/<str:token>/", RoomSocket.as_asgi())  # type: ignore[arg-type]

application = ProtocolTypeRouter(
    {
        "http": with_limit(pages, settings.BODY_LIMIT),
        "websocket": AllowedHostsOriginValidator(
            URLRouter([bell, room])  # type: ignore[list-item]
        ),
    }
)
