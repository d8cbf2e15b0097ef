"""Names of files that leave the program: whatever somebody called them, every stick takes them."""

import unicodedata

import pytest

from evaluator_desktop.paths import HomelessError, config_dir, safe_file_name, visible_text


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("名册.pdf", "名册.pdf"),
        ("CON.jpg", "_CON.jpg"),
        ("con", "_con"),
        ("Aux .txt", "_Aux .txt"),
        ("COM¹.pdf", "_COM¹.pdf"),
        ("lpt9.tar.gz", "_lpt9.tar.gz"),
        ("CONIN$", "_CONIN$"),
        ("CONTRACT.pdf", "CONTRACT.pdf"),
        ("a:b", "a_b"),
        ('a<b>c"d/e\\f|g?h*i', "a_b_c_d_e_f_g_h_i"),
        ("../../x", "_.._x"),
        ("名册. . ", "名册"),
        (" .隐藏", "隐藏"),
        ("x\u202efdp.exe", "xfdp.exe"),
        ("名\n册\x00.pdf", "名 册.pdf"),
        ("e\u0301.pdf", "\u00e9.pdf"),
        ("", "file"),
        (". .", "file"),
        ("\u200b", "file"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe
    assert safe_file_name(safe) == safe


def test_names_that_differ_in_composition_only_become_one() -> None:
    composed = "résumé 名.pdf"
    apart = unicodedata.normalize("NFD", composed)

    assert apart != composed
    assert safe_file_name(apart) == composed


@pytest.mark.parametrize(
    "name", ["长" * 300 + ".pdf", "a" * 300, "a." + "b" * 300, "𠮷" * 200 + ".jpg"]
)
def test_a_long_name_is_cut_and_keeps_a_short_ending(name: str) -> None:
    safe = safe_file_name(name)

    assert 0 < len(safe) <= 120
    assert len(safe.encode()) <= 240
    ending = name.rpartition(".")[2]
    assert safe.endswith(f".{ending}") == (len(ending) <= 3)


def test_what_turns_the_writing_round_is_not_shown() -> None:
    assert visible_text("a\u202eb\u2066c\ufeffd\te") == "abcd e"


def test_an_account_without_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_place(*_names: object, **_options: object) -> str:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr("platformdirs.user_config_dir", no_place)

    with pytest.raises(HomelessError):
        config_dir()
