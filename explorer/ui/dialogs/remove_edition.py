"""The dialog that asks whether an installed edition is to be removed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from explorer.data.dates import show
from explorer.data.editions.folder import Edition
from explorer.guard import guarded
from explorer.language import gettext, paragraph
from explorer.ui.widgets.dialog_size import size_within
from explorer.ui.widgets.labels import label


@guarded
class RemoveEditionDialog(QDialog):
    """Names the edition and what is lost; accepting it means that the edition is to be removed."""

    def __init__(self, edition: Edition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(gettext("Remove data edition"))
        self.resize(size_within(self, QSize(520, 180)))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        self.question = label(_question(edition))
        self.lost = label(
            gettext(
                "Its file is deleted from this computer. To use the edition again, install it from the original file."
            ),
            "muted",
        )
        column.addWidget(self.question)
        column.addWidget(self.lost)
        column.addStretch(1)
        buttons = QDialogButtonBox()
        self.remove_button = QPushButton(gettext("Remove"))
        self.cancel_button = QPushButton(gettext("Cancel"))
        buttons.addButton(self.remove_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.cancel_button.setDefault(True)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _question(edition: Edition) -> str:
    """Return the question, with the days that tell the edition from others."""
    question = gettext("Remove the data edition {name}?").format(name=edition.name)
    days = gettext("Controls checked to {checked}; installed {installed}.")
    if edition.installed is None or not edition.verified_to:
        return question
    return paragraph(
        (question, days.format(checked=show(edition.verified_to), installed=show(edition.installed)))
    )
