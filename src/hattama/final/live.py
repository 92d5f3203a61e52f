"""The socket of a page in a sitting: it hears the bell, and shows that one is there."""

import asyncio

from channels.db import database_sync_to_async
from django.core import signing

from hattama.base import clock
from hattama.base.live import BellSocket
from hattama.final.actions.presence import note_lost, note_return

#: Seconds within which a page that reloads, or a connection that stumbles, is back.
GRACE = 20.0
_ANSWERS_WITHIN = 2.0
_SALT = "hattama.room"
_TOKEN_AGE = 24 * 60 * 60
_waits: set[asyncio.Task[None]] = set()


def token(sitting: int, person: str) -> str:
    """What a page holds at the door of the room."""
    return signing.dumps([sitting, person], salt=_SALT, compress=True)


class RoomSocket(BellSocket):
    """A bell that knows whose page it is.

    Whoever was in the room and has no socket left after the grace is noted as lost;
    whoever was lost and returns is noted as back. A restart of the server loses
    nobody: the waits end with it, and only a socket that was seen can be missed. The
    same holds for a page without JavaScript, which never opens one.
    """

    sitting = 0
    person = ""

    def topic_of(self, token: str) -> str:
        """Read sitting and person; the topic is the sitting's."""
        self.sitting, self.person = signing.loads(token, salt=_SALT, max_age=_TOKEN_AGE)
        return f"sitting:{self.sitting}"

    @property
    def person_group(self) -> str:
        """All the sockets of this person in this sitting."""
        return f"room.{self.sitting}.{self.person}"

    async def connect(self) -> None:
        """Let the page in; its person is back if they had been lost."""
        await super().connect()
        if self.topic_group:
            await self.channel_layer.group_add(self.person_group, self.channel_name)
            await database_sync_to_async(note_return)(
                self.sitting, self.person, clock.now()
            )

    async def disconnect(self, code: int) -> None:
        """Leave, and wait whether the person comes back."""
        await super().disconnect(code)
        if self.topic_group:
            await self.channel_layer.group_discard(self.person_group, self.channel_name)
            wait = asyncio.create_task(self._wait())
            _waits.add(wait)
            wait.add_done_callback(_waits.discard)

    async def _wait(self) -> None:
        await asyncio.sleep(GRACE)
        if not await self._is_anybody_there():
            await database_sync_to_async(note_lost)(
                self.sitting, self.person, clock.now()
            )

    async def _is_anybody_there(self) -> bool:
        """Ask the person's other sockets, in whichever process they are."""
        reply = await self.channel_layer.new_channel()
        await self.channel_layer.group_send(
            self.person_group, {"type": "roll.called", "reply": reply}
        )
        try:
            await asyncio.wait_for(self.channel_layer.receive(reply), _ANSWERS_WITHIN)
        except TimeoutError:
            return False
        return True

    async def roll_called(self, message: dict[str, str]) -> None:
        """Answer that this page is open."""
        await self.channel_layer.send(message["reply"], {"type": "here"})
