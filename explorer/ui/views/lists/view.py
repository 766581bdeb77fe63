"""A list that is checked: what is given, the verdict on each line, and the reasons for the one selected."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from explorer.guard import guarded
from explorer.palette import Theme
from explorer.ui.view_context import ViewContext
from explorer.ui.views.lists.empty_card import EmptyCard
from explorer.ui.views.lists.head import ListHead
from explorer.ui.views.lists.input_card import InputCard
from explorer.ui.views.lists.line_panel import LinePanel
from explorer.ui.views.lists.result_card import ResultCard
from explorer.ui.views.lists.session import ListSession
from explorer.ui.views.lists.words import ListWords
from explorer.ui.views.page import MARGINS
from explorer.ui.widgets.focus import set_tab_order
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.reading_thread import STEPS
from explorer.ui.widgets.source import Source, source_of
from explorer.ui.widgets.style import STEP

WIDE = 1180  # pixels from which the panel is beside the table
PROGRESS_MS = 150  # between two times that the progress is shown
INPUT_WIDTH, PANEL_WIDTH = 200, 356


@guarded
class ListView(QWidget):
    """Checks what is typed, pasted, opened or dropped, for the day and the places of the state.

    `statementRequested` asks for a printable statement of the lines, `evidenceRequested` for an evidence file of them.
    `more` are further buttons below the field.
    """

    opened = Signal()
    exportRequested = Signal(object)
    statementRequested = Signal(object, str)
    evidenceRequested = Signal(object)

    def __init__(
        self,
        shared: ViewContext,
        words: ListWords,
        empty: EmptyCard,
        panel: LinePanel,
        more: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.shared, self.words = shared, words
        self._is_painted = self._is_stale = False
        self._few = ""  # the list as it is in the options of the state
        self._line = 0
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(words.title)
        self.setAcceptDrops(True)
        self.session = ListSession(shared, words, self)
        self.input, self.panel = InputCard(words, more), panel
        self.input.setFixedWidth(INPUT_WIDTH)
        self.result, self.empty = ResultCard(shared, words, self.session), empty
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.result)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(3 * STEP)
        self._split.setProperty("role", "cards")
        self._split.addWidget(self._pages)
        self._split.addWidget(self.panel)
        self._split.setStretchFactor(0, 1)
        self.head = ListHead(words.kind.view, words.title, self.result.buttons)
        self._arrange()
        self._explain = QTimer(self)
        self._explain.setSingleShot(True)
        self._explain.timeout.connect(self._show_explanation)
        self._progress = QTimer(self)
        self._progress.setInterval(PROGRESS_MS)
        self._progress.timeout.connect(self._show_progress)
        self._connect()
        self._show_list()
        self._read_options()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        left, top, _, bottom = MARGINS
        column.setContentsMargins(left, top, left, bottom)
        column.setSpacing(2 * STEP)
        column.addWidget(self.head)
        self.refusal = label("", "fault")
        column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.setSpacing(3 * STEP)
        row.addWidget(self.input)
        row.addWidget(self._split, 1)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        state, session = self.shared.state, self.session
        state.contextChanged.connect(self._context_changed)
        state.factsChanged.connect(self._context_changed)
        state.optionsChanged.connect(self._options_changed)
        session.listChanged.connect(self._show_list)
        session.failed.connect(self.input.say)
        session.busyChanged.connect(self._busy_changed)
        session.check.answered.connect(self._answered)
        self.input.sourceGiven.connect(self._read)
        self.input.cleared.connect(session.clear)
        self.input.columnChosen.connect(session.set_column)
        self.input.sheetChosen.connect(self._read_sheet)
        self.input.cancelled.connect(session.cancel)
        self.empty.exampleChosen.connect(self._read_example)
        self.result.table.lineChosen.connect(self._line_chosen)
        self.result.table.opened.connect(self.open_line)
        self.result.statementRequested.connect(self.statementRequested)
        self.result.evidenceRequested.connect(self.evidenceRequested)
        self.panel.documentRequested.connect(partial(state.open_record, "document"))
        self.head.viewChosen.connect(state.set_view)
        first = (*self.head.views.values(), *self.result.buttons, *self.input.controls)
        examples = self.empty.list_button, self.empty.table_button
        table = (*self.result.chips.values(), self.result.table)
        set_tab_order((*first, *examples, *table, self.panel.copy, self.panel.page))

    def long_list(self) -> Source | None:
        """Return where a list comes from that is too long for the options of the state, None for a short one."""
        return None if self._few else self.session.source

    def export_content(self) -> bool:
        """Save the lines shown as a workbook or as CSV; return whether the list is complete."""
        return self.result.save_lines()

    def request_evidence(self) -> bool:
        """Ask for an evidence file of the lines; return whether the list is complete."""
        return self.result.request_evidence()

    # the list

    @Slot(object)
    def _read(self, source: Source) -> None:
        self.input.say("")
        self.input.show_source(source)
        self.session.read(source)

    @Slot(str)
    def _read_sheet(self, sheet: str) -> None:
        if self.session.source is not None:
            self.session.read(self.session.source, sheet)

    @Slot(str)
    def _read_example(self, text: str) -> None:
        self.input.set_text(text)
        self._read(Source(text=text))

    @Slot()
    def _show_list(self) -> None:
        """Show another list, or the same for another day or place."""
        lines = self.session.line_list
        self.input.show_list(lines, self.session.sheet)
        if lines is not None:
            self.input.say("")
        self._pages.setCurrentWidget(self.result if lines is not None else self.empty)
        self.panel.setVisible(lines is not None)
        self.head.subtitle.setText(self.words.setting(self.shared.store, self.shared.context))
        refusal = self.session.refusal
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        self.result.show_list()
        self.result.table.select_line(self._line)
        self._explain.start(0)
        self._write_options()

    @Slot(int, object)
    def _answered(self, first: int, answers: Sequence[object]) -> None:
        if first == 0:
            self.result.table.fit_columns()
        if self.result.table.line < 0:  # the first lines of a group
            self.result.table.select_line(self._line)
        if first <= self.result.table.line < first + len(answers):
            self._explain.start(0)

    @Slot()
    def _busy_changed(self) -> None:
        """Show the progress of long work from time to time, and its end at once."""
        if not self.session.is_busy:
            self._progress.stop()
            self._show_progress()
        elif not self._progress.isActive():
            self._progress.start()

    @Slot()
    def _show_progress(self) -> None:
        session, lines = self.session, self.session.line_list
        part = session.part_read
        if lines is not None and not session.is_reading:
            part = STEPS * session.check.done // max(len(lines.lines), 1)
        self.input.show_progress(part, is_busy=session.is_busy)
        self.result.show_progress()

    # the state

    @Slot()
    def _context_changed(self) -> None:
        if self.isVisible():
            self.session.check_again()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Check the list again if day or places changed while another view was open."""
        if self._is_stale:
            self._is_stale = False
            self.session.check_again()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop all work where the window closes; another view only covers this one."""
        if not event.spontaneous() and not self.window().isVisible():
            self.session.stop()
        super().hideEvent(event)

    @Slot(str)
    def _options_changed(self, view: str) -> None:
        if view == self.words.kind.view:
            self._read_options()
            self.result.show_group()
            self.result.table.select_line(self._line)
            self._explain.start(0)

    def _read_options(self) -> None:
        """Read the list of a link; without any, forget one that a link could have."""
        kind = self.words.kind
        few = self.shared.state.options(kind.view)[kind.option]
        if few == self._few:
            return
        self._few = few
        text = "\n".join(few.split(kind.separator))
        self.input.set_text(text)
        if few:
            self._read(Source(text=text))
        else:
            self.session.clear()

    def _write_options(self) -> None:
        """Put a short list into the options of the state, and so into its link."""
        few, kind = self.session.lines.few(), self.words.kind
        if few != self._few:
            self._few = few
            self.shared.state.set_option(kind.view, kind.option, few)

    # the explanation

    @Slot(int)
    def _line_chosen(self, line: int) -> None:
        self._line = line
        self._explain.start(0)

    @Slot()
    def _show_explanation(self) -> None:
        self.panel.show_line(self.session.lines.answer(self.result.table.line))

    @Slot(int)
    def open_line(self, line: int) -> None:
        """Open what a line is about."""
        raise NotImplementedError

    # the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if source_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        source = source_of(event.mimeData())
        if source is not None:
            event.acceptProposedAction()
            self.input.take(source)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Report the first painting."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.opened.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the panel beside the table, or below it where there is little room."""
        super().resizeEvent(event)
        width = event.size().width()
        is_wide = width >= WIDE
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if self._split.orientation() != wanted or not self._is_painted:
            self._split.setOrientation(wanted)
            size = width - INPUT_WIDTH if is_wide else event.size().height()
            self._split.setSizes(
                [size - PANEL_WIDTH, PANEL_WIDTH] if is_wide else [6 * size // 10, 4 * size // 10]
            )

    def focus_content(self) -> None:
        """Move the focus to the table, without a list to the field."""
        target = self.result.table if self.session.line_list is not None else self.input.edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, theme: Theme) -> None:
        """Draw everything again in a theme."""
        self.result.table.set_theme(theme)
        self._show_explanation()
