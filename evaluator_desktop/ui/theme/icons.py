"""The program's own icons, coloured by a token whenever they are drawn.

An icon asks for its token while it is painted, so it follows a change of look by itself.
"""

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from evaluator_desktop.ui.theme.current import color
from evaluator_desktop.ui.theme.shapes import recoloured


def icon(name: str, ink: str = "text2", *, checked: str = "") -> QIcon:
    """Return the icon `resources/icons/<name>.svg` inked by a token, and when on by `checked`."""
    recoloured(name, "")  # a name that does not exist is a fault here, not a hole in the window
    return QIcon(_Engine(name, ink, checked or ink))


def paint(painter: QPainter, name: str, rect: QRect, ink: str = "text2") -> None:
    """Paint an icon into `rect` (logical pixels), crisp at the painter's own resolution."""
    # Not device().devicePixelRatio(): to name the device's class, PySide looks through all of them.
    ratio = painter.deviceTransform().m11()
    painter.drawPixmap(rect.topLeft(), pixmap(name, rect.size(), ink, ratio))


def pixmap(name: str, size: QSize, ink: str = "text2", ratio: float = 1.0) -> QPixmap:
    """Return the icon as a picture of `size` logical pixels at `ratio`."""
    colour = color(ink).name()
    key = f"icon/{name}/{colour}/{size.width()}x{size.height()}@{ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(size * ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(QByteArray(recoloured(name, colour))).render(painter, QRectF(picture.rect()))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, picture)
    return picture


class _Engine(QIconEngine):
    """Draws the shape in the colour that its token has at that moment.

    `clone` is left alone: Qt calls it only for an icon that is altered after it was made.
    """

    def __init__(self, name: str, ink: str, checked: str) -> None:
        super().__init__()
        self._name = name
        self._inks = {QIcon.State.Off: ink, QIcon.State.On: checked}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRect(rect.topLeft(), QSize(side, side))
        square.moveCenter(rect.center())
        paint(painter, self._name, square, self._ink(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, size, self._ink(mode, state))

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def _ink(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        return "text3" if mode == QIcon.Mode.Disabled else self._inks[state]
