"""Everything the menus offer, as one table; the window builds menus and shortcuts from it.

An action does what the page in front, else the window's owner, else the window itself says in its
`commands`; where nobody does, it is disabled. Each F key has a Ctrl twin for laptops whose F keys
mean something else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evaluator_desktop.texts import N_


@dataclass(frozen=True)
class Action:
    """One entry: `keys` as Qt writes them, the first is the usual one."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""


@dataclass(frozen=True)
class Choice:
    """A submenu of which one entry is ticked; the ids are `<id>_<value>`."""

    id: str
    text: str
    values: tuple[tuple[str, str], ...]  # value, text


@dataclass(frozen=True)
class Menu:
    """A menu of the bar; None among its entries is a line."""

    id: str
    text: str
    entries: tuple[Action | Choice | None, ...]


MENUS = (
    Menu(
        "file",
        N_("&File"),
        (
            Action("new_workspace", N_("New assessment…"), ("Ctrl+N",)),
            Action("open_workspace", N_("Open workspace…"), ("Ctrl+O",)),
            Action("open_package", N_("Start from a package…"), ("Ctrl+Shift+O",)),
            Action("demo_workspace", N_("Sample workspace")),
            None,
            Action("add_provider", N_("New provider…"), ("Ctrl+Shift+N",), "plus"),
            Action("import_providers", N_("Import providers…"), ("Ctrl+I",), "import"),
            Action("save_template", N_("Save import template…")),
            Action("export_package", N_("Export package…"), ("Ctrl+Shift+E",), "export"),
            Action("merge_packages", N_("Take in packages…"), ("Ctrl+Shift+I",), "merge"),
            Action("unmerge", N_("Take the last merge back…")),
            None,
            Action("save_report", N_("Save report…"), ("Ctrl+Shift+S",), "report"),
            Action("back_up", N_("Back up now"), ("Ctrl+B",)),
            None,
            Action("quit", N_("Quit"), ("Ctrl+Q",)),
        ),
    ),
    Menu(
        "edit",
        N_("&Edit"),
        (
            Action("undo", N_("Undo"), ("Ctrl+Z",), "undo"),
            Action("redo", N_("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
            None,
            Action("add_files", N_("Add files…"), ("Ins", "Ctrl+Shift+A"), "plus"),
            Action("paste_files", N_("Paste files or picture"), ("Ctrl+V",), "paste"),
            Action(
                "link_evidence", N_("Use for other requirements too…"), ("Ctrl+Shift+U",), "link"
            ),
            Action("mark_up", N_("Mark up the photo…"), ("Ctrl+Shift+M",), "markup"),
            None,
            Action("edit_text", N_("Reason or note"), ("F2", "Ctrl+E"), "edit"),
            Action("phrases", N_("Standard phrases"), ("F4", "Ctrl+T")),
            None,
            Action("check_departure", N_("Check before leaving"), ("F12", "Ctrl+D"), "tick"),
            Action("submit", N_("Submit"), ("Ctrl+Return", "Ctrl+Enter")),
            None,
            Action("entry_conditions", N_("Entry conditions…")),
            Action("decide_class", N_("Decide on the class…")),
            Action("return_provider", N_("Return for completion…"), (), "returned"),
            Action("lock", N_("Lock (final review)"), (), "lock"),
            Action("unlock", N_("Unlock…")),
            None,
            Action("search", N_("Search in this page"), ("Ctrl+F",), "search"),
        ),
    ),
    Menu(
        "view",
        N_("&View"),
        (
            Action("refresh", N_("Read again"), ("F5", "Ctrl+R")),
            Action("choose_columns", N_("Columns of the list…")),
            Action("explain", N_("Where the numbers come from…"), ("Shift+F1", "Ctrl+L")),
            None,
            Choice(
                "look",
                N_("Appearance"),
                (("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark"))),
            ),
            Choice("language", N_("Language"), (("zh_CN", "简体中文"), ("en", "English"))),
        ),
    ),
    Menu(
        "go",
        N_("&Go"),
        (
            Action("jump", N_("Jump to…"), ("Ctrl+K",), "search"),
            None,
            Action("previous_item", N_("Previous item"), ("Alt+Up",)),
            Action("next_item", N_("Next item"), ("Alt+Down",)),
            Action("next_todo", N_("Next to-do"), ("F3", "Ctrl+J")),
            Action("previous_todo", N_("Previous to-do"), ("Shift+F3", "Ctrl+Shift+J")),
            Action("next_pane", N_("Next pane"), ("F6", "Ctrl+M")),
            None,
            Action("previous_provider", N_("Previous provider"), ("F7", "Ctrl+[")),
            Action("next_provider", N_("Next provider"), ("F8", "Ctrl+]")),
            None,
            Action("show_findings", N_("Findings…"), ("F9", "Ctrl+G"), "warning"),
            Action("show_conflicts", N_("Open conflicts"), (), "conflict"),
            Action("show_missing", N_("Missing evidence"), (), "missing"),
        ),
    ),
    Menu(
        "tools",
        N_("&Tools"),
        (
            Action("switch_person", N_("Switch evaluator…"), (), "person"),
            Action("show_scheme", N_("Scheme of the round…"), (), "table"),
            Action("assign_providers", N_("Assign providers…"), ("Ctrl+Shift+G",), "sent"),
            Action("join_providers", N_("The same provider twice…")),
            Action("show_devices", N_("Trusted laptops…"), (), "lock"),
        ),
    ),
    Menu(
        "help",
        N_("&Help"),
        (
            Action("guide", N_("Guide"), ("F1", "Ctrl+H")),
            Action("about", N_("About this program")),
        ),
    ),
)


def all_actions() -> Iterator[Action]:
    """Return every action of the table, the values of a choice as actions of their own."""
    for menu in MENUS:
        for entry in menu.entries:
            if isinstance(entry, Action):
                yield entry
            elif isinstance(entry, Choice):
                for value, text in entry.values:
                    yield Action(f"{entry.id}_{value}", text)
