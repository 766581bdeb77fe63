"""The user's own series as the window has them."""

import pytest

from explorer.data.user.records import SeriesFacts, UserPoint
from explorer.data.user.user_file import UserFile
from explorer.errors import KnownError
from explorer.models.own_series import OwnSeriesModel

POINTS = (UserPoint("2026-10-01", 5.0), UserPoint("2026-11-01", 6.0, 5.5, 6.5, "e"))


@pytest.fixture
def model(tmp_path) -> OwnSeriesModel:
    return OwnSeriesModel(UserFile(tmp_path / "own.db"))


def facts(name: str = "Spot") -> SeriesFacts:
    return SeriesFacts("gallium", name, "USD/kg", "USD", "monthly", "a.csv")


def test_nothing_is_created_before_something_is_added(model, tmp_path) -> None:
    assert model.prices(("gallium",)) == () and model.all_series() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_series_is_added_renamed_removed_and_restored(model, qtbot) -> None:
    with qtbot.waitSignal(model.changed):
        added = model.add(facts(), POINTS)
    assert model.prices(("tin",)) == () and model.prices(("gallium",))[0].points == POINTS
    model.rename(added.series_id, "  Other  name ")
    assert [s.name for s in model.all_series()] == ["Other name"]
    before = model.prices(("gallium",))
    removed = model.remove(added.series_id)
    assert model.all_series() == ()
    model.restore(removed)
    model.restore(removed)
    assert model.prices(("gallium",)) == before == (removed,)


def test_what_is_not_allowed_is_a_sentence(model) -> None:
    added = model.add(facts(), POINTS)
    for wrong in (
        lambda: model.rename(added.series_id, " "),
        lambda: model.remove("nothing"),
        lambda: model.one("x"),
    ):
        with pytest.raises(KnownError):
            wrong()


def test_a_file_that_cannot_be_read_is_reported_once(tmp_path, qtbot) -> None:
    path = tmp_path / "own.db"
    path.mkdir()
    model = OwnSeriesModel(UserFile(path))
    sentences: list[str] = []
    model.failed.connect(sentences.append)
    assert model.prices(("gallium",)) == () == model.prices(("gallium",))
    assert len(sentences) == 1
