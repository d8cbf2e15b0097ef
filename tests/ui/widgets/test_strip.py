import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.ui.theme import font
from evaluator_desktop.ui.widgets.item_strip import (
    ItemStrip,
    StripGroup,
    StripItem,
    two_lines,
)
from evaluator_desktop.ui.widgets.strip import (
    CELL,
    Mark,
    SmallStrip,
    paint_strip,
    strip_text,
    strip_width,
)

FIFTEEN = [[Mark.RATED] * 4, [Mark.OPEN] * 2, [Mark.OPEN], [Mark.RATED] * 6, [Mark.OPEN] * 2]


def shape(mark: Mark) -> set[tuple[int, int]]:
    """Return the pixels that a bar of this mark covers, whatever their colour."""
    image = QImage(CELL.width, CELL.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    paint_strip(painter, QPointF(0, 0), [[mark]])
    painter.end()
    places = ((x, y) for x in range(CELL.width) for y in range(CELL.height))
    return {(x, y) for x, y in places if image.pixelColor(x, y).alpha() > 127}


def test_fifteen_items_fit_in_150_pixels() -> None:
    assert strip_width(FIFTEEN) <= 150


def test_each_state_has_a_shape_of_its_own() -> None:
    shapes = [shape(mark) for mark in Mark]

    assert all(shapes)
    for place, one in enumerate(shapes):
        for other in shapes[place + 1 :]:
            assert len(one ^ other) >= 8


def test_the_strip_is_said_in_words(qtbot: QtBot) -> None:
    texts.set_language("en")
    strip = SmallStrip()
    qtbot.addWidget(strip)

    strip.set_groups([[Mark.RATED, Mark.RATED, Mark.DISPUTED], [Mark.OPEN]])

    assert strip.accessibleName() == "2 rated · 1 not rated · 1 disputed"
    assert strip_text([]) == ""


def groups(value: str = "92") -> list[StripGroup]:
    first = [
        StripItem("a", 1, "机构资质", Mark.RATED, value),
        StripItem("b", 2, "<b>服务</b> & 经验", Mark.OPEN, "未评"),
    ]
    return [
        StripGroup("组织建设", first),
        StripGroup("服务管理", [StripItem("c", 3, "服务制度", Mark.REASON, "40")]),
    ]


@pytest.fixture
def strip(qtbot: QtBot) -> ItemStrip:
    strip = ItemStrip()
    qtbot.addWidget(strip)
    strip.set_groups(groups())
    strip.set_current("a")
    strip.resize(600, 70)
    strip.show()
    return strip


def cells(strip: ItemStrip) -> list[QAbstractButton]:
    return strip.findChildren(QAbstractButton)


def test_a_click_chooses_an_item(strip: ItemStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.item_chosen) as chosen:
        qtbot.mouseClick(cells(strip)[1], Qt.MouseButton.LeftButton)

    assert chosen.args == ["b"]
    assert strip.current() == "b"


def test_arrow_keys_move_across_dimensions(strip: ItemStrip, qtbot: QtBot) -> None:
    cells(strip)[1].setFocus()
    strip.set_current("b")

    with qtbot.waitSignal(strip.item_chosen) as chosen:
        qtbot.keyClick(cells(strip)[1], Qt.Key.Key_Right)

    assert chosen.args == ["c"]


def test_new_values_keep_the_cells_and_the_current_item(strip: ItemStrip) -> None:
    before = cells(strip)
    strip.set_current("b")

    strip.set_groups(groups(value="93"))

    assert cells(strip) == before
    assert strip.current() == "b"
    assert before[0].accessibleName().startswith("1 机构资质")
    assert before[0].accessibleName().endswith("93")


def test_other_items_make_other_cells(strip: ItemStrip) -> None:
    strip.set_groups([StripGroup("服务", [StripItem("a", 1, "甲", Mark.OPEN, "未评")])])

    assert [c.accessibleName()[:3] for c in cells(strip) if not c.isHidden()] == ["1 甲"]
    assert strip.current() == "a"


def test_setting_the_current_item_tells_nobody(strip: ItemStrip, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(strip.item_chosen):
        strip.set_current("c")


def test_the_ring_shows_the_current_item(strip: ItemStrip) -> None:
    cell = cells(strip)[0]
    marked = cell.grab().toImage()

    strip.set_current("b")

    assert cell.grab().toImage() != marked


def test_names_that_have_no_room_take_a_second_line(strip: ItemStrip, qtbot: QtBot) -> None:
    strip.resize(2400, strip.height())
    strip.show()
    roomy = strip.findChildren(QAbstractButton)[0].height()
    strip.resize(300, strip.height())
    qtbot.waitUntil(lambda: strip.findChildren(QAbstractButton)[0].height() > roomy)


def test_a_name_is_cut_between_its_words(qtbot: QtBot) -> None:
    metrics = QFontMetrics(font("small"))
    width = metrics.horizontalAdvance("Keeping of reco")
    assert two_lines("Keeping of records", metrics, width) == ["Keeping of", "records"]
    assert two_lines("Staff", metrics, width) == ["Staff"]
    narrow = metrics.horizontalAdvance("服务资料")
    assert two_lines("服务资料管理", metrics, narrow) == ["服务资料", "管理"]
    assert two_lines("服务资料管理与保存办法", metrics, narrow)[1].endswith("…")
