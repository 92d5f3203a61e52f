"""The socket behind the bell."""

from channels.generic.websocket import AsyncWebsocketConsumer
from django.core.signing import BadSignature

from hattama.base import bell


class BellSocket(AsyncWebsocketConsumer):
    """Joins the topic that the page was given and passes on each ring."""

    topic_group = ""

    def topic_of(self, token: str) -> str:
        """Read the topic from the token that the page was given."""
        return bell.topic_of(token)

    async def connect(self) -> None:
        """Let in whoever holds a token that we signed."""
        try:
            topic = self.topic_of(self.scope["url_route"]["kwargs"]["token"])
        except BadSignature:
            await self.close()
            return
        self.topic_group = bell.group(topic)
        await self.channel_layer.group_add(self.topic_group, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        """Leave the topic."""
        if self.topic_group:
            await self.channel_layer.group_discard(self.topic_group, self.channel_name)

    async def bell_rung(self, message: dict[str, str]) -> None:
        """Say «look again», and nothing else."""
        await self.send(text_data="ring")
