"""The fixtures of the window and of the commands."""

from tests.commands.conftest import edition_option as edition_option
from tests.ui.conftest import settings as settings
from tests.ui.conftest import window as window
from tests.ui.conftest import workspace as workspace
