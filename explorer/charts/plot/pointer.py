"""What the mouse does on a plot: the current gesture, the cursor, and what is under the pointer."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from explorer.charts.plot.frame import Frame
from explorer.charts.plot.gestures import Drag, DragDay, Gesture, Limits, Select
from explorer.charts.zoom import Range, can_measure, moved

if TYPE_CHECKING:
    from explorer.charts.plot.view import PlotView

HANDLE = 6.0


class Pointer:
    """Follows the mouse on a view, and reports by its signals."""

    def __init__(self, view: "PlotView") -> None:
        self._view = view
        self._gesture: Gesture | None = None
        self._over: int | None = None
        self._place_over = ""

    # the chart

    def begin_chart(self) -> None:
        """End the gesture of the previous chart, except a drag of its day, which changes the chart."""
        self._over = None
        if not isinstance(self._gesture, DragDay):
            self._gesture = None

    @property
    def kept_axis(self) -> Frame | None:
        """The frame whose axis stays while the day is dragged, so that the line stays under the pointer."""
        return self._gesture.frame if isinstance(self._gesture, DragDay) else None

    # gestures

    def press(self, event: QMouseEvent) -> bool:
        """Choose what was pressed, or begin a gesture; return whether there is one for the place."""
        view, at = self._view, QPointF(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            name = view.plot.name_at(at)
            if name is not None:
                view.nameClicked.emit(name)
                return True
            place = view.shape.place_at(view.plot.frame, at)
            if place:
                view.placeClicked.emit(place)
                return True
        self._gesture = self._gesture_at(at, event.button(), event.modifiers())
        if self._gesture is not None:
            self._hover(None)
        return self._gesture is not None

    def move(self, at: QPointF) -> None:
        """Follow a gesture, or report the point under the pointer."""
        if self._gesture is not None:
            self._gesture.move(at)
            return
        view = self._view
        view.setCursor(self._cursor_at(at))
        self._hover(None if self._line_at(at) is not None else view.plot.hit_at(at))
        self._hover_place(view.shape.place_at(view.plot.frame, at))

    def release(self, event: QMouseEvent) -> bool:
        """End a gesture; return whether there was one."""
        gesture, at = self._take_gesture(), QPointF(event.position())
        if gesture is None:
            return False
        gesture.end(at)
        row = None if gesture.is_drag or isinstance(gesture, DragDay) else self._row_at(at)
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self._view.rowClicked.emit(row)
        return True

    def cancel(self) -> bool:
        """End a gesture without an effect; return whether there was one."""
        gesture = self._take_gesture()
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def leave(self) -> None:
        """Report that nothing is under the pointer any more."""
        self._hover(None)
        self._hover_place("")

    def _take_gesture(self) -> Gesture | None:
        """Return the gesture that ends; the chart has its own axis again."""
        gesture, self._gesture = self._gesture, None
        self._view.plot.keep_axis(None)
        return gesture

    def _gesture_at(self, at: QPointF, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> Gesture | None:
        view, frame = self._view, self._view.plot.frame
        left, middle = button == Qt.MouseButton.LeftButton, button == Qt.MouseButton.MiddleButton
        line = self._line_at(at) if left else None
        if line is not None:
            return DragDay(at, frame, view.shape.spec.x, *line)
        if not view.can_zoom or not (left or middle):
            return None
        if left and view.overview is not None and (part := view.overview.part_at(at)):
            if part == "strip":
                by = view.overview.frame.x_at(at.x()) - (view.shown.low + view.shown.high) / 2
                view.set_range(moved(view.shown, by, view.limits))
            return Drag(at, view.overview.frame, part, self._limits, view.set_range)
        if not frame.area.contains(at):
            return Gesture(at, frame) if left and self._row_at(at) is not None else None
        if middle or keys & Qt.KeyboardModifier.ShiftModifier:
            return Drag(at, frame, "plot", self._limits, view.set_range)
        measures = view.measuring or bool(keys & Qt.KeyboardModifier.ControlModifier)
        if measures and can_measure(view.shape.spec):
            return Select(at, frame, self._mark_over_span, view.set_span, keep=True)
        return Select(at, frame, self._mark_over_span, view.set_range)

    @property
    def _limits(self) -> Limits:
        return Limits(self._view.limits, self._view.shortest, self._view.shown)

    def _mark_over_span(self, chosen: Range | None) -> None:
        """Mark what a release would show or measure; without it, the span that is measured is marked again."""
        self._view.mark_span(chosen or self._view.span)

    # what is at a position

    def _line_at(self, at: QPointF) -> tuple[date, Callable[[date, bool], None]] | None:
        """Return the day of the line that can be dragged at a position, and what reports its drag; None without one."""
        view, spec = self._view, self._view.shape.spec
        if spec.base is not None and self._is_on_line(view.plot.base, at):
            return spec.base, view.baseDragged.emit
        if self._is_on_line(view.plot.as_of, at):
            return spec.context.as_of, view.asOfDragged.emit
        return None

    def _is_on_line(self, line: Any, at: QPointF) -> bool:
        """Return whether a position is on the handle or the line of a day."""
        frame = self._view.plot.frame
        if line is None or not frame.shows_x(line.at) or at.y() > frame.area.bottom():
            return False
        return line.handle.contains(at) or abs(frame.px(line.at) - at.x()) <= HANDLE / 2

    def _row_at(self, at: QPointF) -> int | None:
        """Return the row at a position that opens a document, None where there is none."""
        view = self._view
        hit = view.plot.hit_at(at) if view.shape.row_count else None
        row = view.plot.hits[hit].series if hit is not None else None
        return row if row is not None and view.shape.opens(row) else None

    def _cursor_at(self, at: QPointF) -> Qt.CursorShape:
        view = self._view
        if view.shape.place_at(view.plot.frame, at):
            return Qt.CursorShape.PointingHandCursor
        part = view.overview.part_at(at) if view.overview is not None else ""
        if self._line_at(at) is not None or part in ("low", "high"):
            return Qt.CursorShape.SplitHCursor
        if view.plot.name_at(at) is not None or self._row_at(at) is not None:
            return Qt.CursorShape.PointingHandCursor
        if part == "window":
            return Qt.CursorShape.OpenHandCursor
        measures = view.measuring and view.can_zoom and view.plot.frame.area.contains(at)
        return Qt.CursorShape.CrossCursor if measures else Qt.CursorShape.ArrowCursor

    def _hover(self, index: int | None) -> None:
        if index != self._over:
            self._over = index
            self._view.hovered.emit(index)

    def _hover_place(self, place: str) -> None:
        if place != self._place_over:
            self._place_over = place
            self._view.placeHovered.emit(place)
