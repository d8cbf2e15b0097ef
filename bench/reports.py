"""Six-page reports with photographs, against typst and against reportlab without any layout.

    python -m bench.reports COUNT [--memory COUNT] [--folder DIR]

The same texts, tables and pictures with the same fonts and margins, by two warm processes each; the
drawn charts, the QR code and the watermark are ours alone. typst takes the pictures as they are,
we turn them, bring them to 200 dpi and take their metadata out. Needs the extra `bench`.
"""

import argparse
import io
import json
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import typst
from PIL import Image

from bench.measure import apart, line, scratch, seconds
from evaluator_desktop.demo.story import make_demo
from evaluator_desktop.jobs.report_batch import ReportBatch
from evaluator_desktop.operations.batch import Wanted, Written
from evaluator_desktop.operations.prepared import PreparedReport
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.paths import resource_dir
from evaluator_desktop.reports.document import (
    Block,
    Code,
    Facts,
    Heading,
    Photo,
    Photos,
    Prose,
    Report,
    Section,
    Table,
)
from evaluator_desktop.store.progress import SilentProgress

T = TypeVar("T")

_PROCESSES = 2
_PICTURES, _ON_A_PAGE = 60, 6
_PICTURE_SIZE = (1600, 1200)
_SECTIONS = (1, 3, 4)
"""Scope, facts and indicators: six pages with the photographs."""
_FONT = "Noto Sans SC"


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.reports")
    parser.add_argument("count", type=int)
    parser.add_argument("--memory", type=int, default=0)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with scratch(options.folder) as folder:
        reports = [*_reports(folder, options.count)]
        pages = reports[0].make().pages
        print(f"{options.count} reports of {pages} pages with {_ON_A_PAGE} photographs")
        rival = _in_two_processes(_by_typst, [_source(r, folder, n) for n, r in enumerate(reports)])
        line("typst, two processes (reference)", rival)
        line("reportlab, the same strings, no layout", _in_two_processes(_by_hand, reports), rival)
        line("ours, two processes", _in_two_processes(_by_us, reports), rival)
        line("ours, as a batch: store, processes begun, files", _batch(folder, reports), rival)
        first = apart(_first, reports[0])
        line("first report of a new process", first.result)
        if options.memory:
            _show_memory(reports, options.memory)


def _reports(folder: Path, count: int) -> Iterator[PreparedReport]:
    """Yield reports that differ in every text, each with its own choice of pictures."""
    with make_demo(folder / "workspace") as workspace:
        provider = max(workspace.projections.all(), key=lambda row: row.rated).provider
        prepared = prepare_provider_report(workspace, provider)
    pictures = [_picture(folder / f"{number}.jpg", number) for number in range(_PICTURES)]
    for number in range(count):
        chosen = [(number * _ON_A_PAGE + n) % _PICTURES for n in range(_ON_A_PAGE)]
        photos = Photos(tuple(Photo(f"{c:064x}", f"照片 {number}-{c}") for c in chosen), _ON_A_PAGE)
        parts = [_renamed(prepared.report.sections[place], number) for place in _SECTIONS]
        report = replace(prepared.report, sections=(*parts, Section(f"照片 {number}", (photos,))))
        files = {f"{c:064x}": pictures[c] for c in chosen}
        yield replace(prepared, report=report, files=files, issued=None)


def _renamed(section: Section, number: int) -> Section:
    """Return a section whose texts end in a number, so that nobody's cache helps."""
    return Section(f"{section.title} {number}", tuple(_marked(b, number) for b in section.blocks))


def _marked(block: Block, number: int) -> Block:
    if isinstance(block, Prose):
        return replace(block, text=f"{block.text} {number}")
    if isinstance(block, Table):
        rows = tuple(replace(r, cells=tuple(f"{c} {number}" for c in r.cells)) for r in block.rows)
        return replace(block, rows=rows)
    return block


def _picture(path: Path, number: int) -> Path:
    """Make a picture with the detail of a photograph."""
    noise = Image.effect_noise((_PICTURE_SIZE[0] // 4, _PICTURE_SIZE[1] // 4), 40 + number)
    Image.merge("RGB", [noise, noise.rotate(90 + number), noise.rotate(180)]).resize(
        _PICTURE_SIZE, Image.Resampling.BICUBIC
    ).save(path, quality=88)
    return path


def _in_two_processes(step: Callable[[T], int], given: Sequence[T]) -> float:
    """Return the seconds of warm processes."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(_PROCESSES, mp_context=context) as pool:
        for future in [pool.submit(step, given[0]) for _warm in range(2 * _PROCESSES)]:
            future.result()
        return seconds(lambda: [*pool.map(step, given)])


def _by_us(prepared: PreparedReport) -> int:
    return len(prepared.make().content)


def _by_typst(source: bytes) -> int:
    """Lay the source out, the fonts found once a process."""
    path, text = json.loads(source)
    Path(path).write_text(text, encoding="utf-8")
    return len(typst.Compiler(path, font_paths=_fonts()).compile() or b"")


@cache
def _fonts() -> typst.Fonts:
    folder = str(resource_dir() / "fonts")
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def _by_hand(prepared: PreparedReport) -> int:
    """Draw the strings of a report line by line, forty characters each, no picture."""
    from reportlab.pdfgen.canvas import Canvas

    from evaluator_desktop.reports.pdf import REGULAR  # before reportlab: brings its settings
    from evaluator_desktop.reports.pdf.fonts import register_fonts

    register_fonts()
    out, y = io.BytesIO(), 0
    canvas = Canvas(out)
    for words in prepared.report.words():
        for start in range(0, len(words.text), 40):
            if y < 100:
                canvas.showPage()
                canvas.setFont(REGULAR, 9)
                y = 740
            canvas.drawString(80, y, words.text[start : start + 40].replace("\n", " "))
            y -= 13
    canvas.save()
    return len(out.getvalue())


def _source(prepared: PreparedReport, folder: Path, number: int) -> bytes:
    """Return where a typst source goes, and the source."""
    files = {digest: path.name for digest, path in prepared.files.items()}
    text = "\n".join(_typst_lines(prepared.report, files))
    return json.dumps([str(folder / f"{number}.typ"), text]).encode()


def _typst_lines(report: Report, files: dict[str, str]) -> Iterator[str]:
    yield (
        '#set page(paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), '
        'numbering: "— 1 —")'
    )
    yield f'#set text(font: "{_FONT}", size: 10.5pt, lang: "zh")\n#set par(leading: 0.7em)'
    for words in report.opening.words():
        yield f"#align(center, {_string(words.text)})"
    yield "#pagebreak()"
    for section in report.sections:
        yield f"#heading({_string(section.title)})"
        for block in section.blocks:
            yield from _typst_block(block, files)


def _typst_block(block: Block, files: dict[str, str]) -> Iterator[str]:
    if isinstance(block, Prose | Heading):
        yield f"#par({_string(block.text)})"
    elif isinstance(block, Table):
        yield f"#align(center, {_string(block.caption)})"
        shares = ", ".join(f"{column.share}fr" for column in block.columns)
        heads = ", ".join(_string(column.head) for column in block.columns)
        cells = ", ".join(_cell(r.cells, len(block.columns)) for r in block.rows)
        yield "#set text(size: 8.5pt)"
        yield f"#table(columns: ({shares}), stroke: 0.4pt, table.header({heads}), {cells})"
        yield "#set text(size: 10.5pt)"
    elif isinstance(block, Facts | Code):
        facts = block.facts.facts if isinstance(block, Code) else block.facts
        cells = ", ".join(f"{_string(f.label)}, {_string(f.value)}" for f in facts)
        yield f"#table(columns: (36mm, 1fr), stroke: 0.4pt, {cells})"
    elif isinstance(block, Photos):
        cells = ", ".join(
            f'figure(image("{files[p.digest]}", height: 54mm, width: 100%, fit: "contain"), '
            f"caption: {_string(p.caption)})"
            for p in block.photos
        )
        yield f"#grid(columns: (1fr, 1fr), gutter: 4mm, {cells})"
    else:
        for words in block.words(""):
            yield f"#par({_string(words.text)})"


def _cell(cells: tuple[str, ...], columns: int) -> str:
    if len(cells) == 1:
        return f"table.cell(colspan: {columns}, {_string(cells[0])})"
    return ", ".join(map(_string, cells))


def _string(text: str) -> str:
    """Return a text as typst's content, letter for letter."""
    return "text(" + json.dumps(text, ensure_ascii=False) + ")"


def _batch(folder: Path, reports: list[PreparedReport]) -> float:
    """Return the seconds of the program's own batch, its processes begun anew."""
    out = folder / "out"
    out.mkdir()
    wanted = [Wanted(str(n), "", "", out / f"{n}.pdf") for n in range(len(reports))]
    drafts = [replace(r, report=replace(r.report, draft_reasons=("x",))) for r in reports]
    batch = ReportBatch(
        lambda _w, n: drafts[int(n)], lambda step, n: step(None, n), progress=SilentProgress()
    )
    written: list[Written] = []
    took = seconds(lambda: written.extend(batch.write(wanted)))
    if not all(one.result for one in written):
        raise RuntimeError("not every report was written")
    return took


def _first(prepared: PreparedReport) -> float:
    """Return the seconds of the first report, reading the fonts included."""
    return seconds(prepared.make)


def _show_memory(reports: list[PreparedReport], count: int) -> None:
    for step in apart(_peaks, reports, count).result:
        print(f"memory after {step[0]:>5} reports{step[1]:>12} MB")


def _peaks(reports: list[PreparedReport], count: int) -> list[tuple[int, int]]:
    """Make many reports in one process; return what it held on the way, in MB."""
    found = []
    for number in range(1, count + 1):
        reports[number % len(reports)].make()
        if number % max(count // 5, 1) == 0:
            found.append((number, _resident()))
    return found


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


if __name__ == "__main__":
    main()
