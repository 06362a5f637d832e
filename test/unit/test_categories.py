"""Reclassification tables and codes of categories."""

import pytest

from landslide_toolbox.core.analysis.class_table import read_class_table
from landslide_toolbox.core.errors import InputError
from landslide_toolbox.core.factors.categories import coding_of


def test_a_table_is_text_or_a_csv_file(tmp_path):
    expected = [("lime, pure", "hard"), ("clay -", "weak"), ("3", "hard")]
    assert read_class_table("lime, pure → hard\nclay - -> weak;3→hard;\n") == expected
    (tmp_path / "comma.csv").write_text('value,class,note\n"lime, pure",hard,x\nclay -,weak,\n3.0,hard,\n'.replace("3.0", "3"))
    (tmp_path / "semicolon.csv").write_text("\ufeffWert;Klasse\nlime, pure;hard\n\nclay -;weak\n3;hard\n", encoding="utf-8")
    assert read_class_table(str(tmp_path / "comma.csv")) == expected
    assert read_class_table(str(tmp_path / "semicolon.csv")) == expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("limestone hard", 'CLASSES .limestone hard. is not of the form "value → class"'),
        ("limestone →", "not of the form"),
        (";\n", "holds no classes"),
        ("a → 1; a → 2", "gives a two classes, 1 and 2"),
        ("absent.csv", r"absent\.csv\) cannot be read"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(text, problem):
    with pytest.raises(InputError, match=problem):
        read_class_table(text)


def test_a_csv_line_with_a_gap_is_refused(tmp_path):
    (tmp_path / "gap.csv").write_text("value,class\na,1\nb,\n")
    with pytest.raises(InputError, match=r"line without value and class \(b,\)"):
        read_class_table(str(tmp_path / "gap.csv"))


def test_whole_numbers_keep_their_value_and_their_own_labels():
    coding = coding_of([7.0, 3, 3, -1], labels={3: "forest"})
    assert coding.codes == {"-1": -1, "3": 3, "7": 7}
    assert coding.labels == {-1: "-1", 3: "forest", 7: "7"}


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (["schist", "Gneiss", "schist", " marl "], {"Gneiss": 1, "marl": 2, "schist": 3}),
        ([2.5, 10.0, 1], {"1": 1, "2.5": 2, "10": 3}),
        (["007", "7"], {"007": 1, "7": 2}),
        ([2**24 + 1, 5], {"5": 1, str(2**24 + 1): 2}),
    ],
)
def test_anything_else_is_numbered_in_order(values, codes):
    coding = coding_of(values)
    assert coding.codes == codes
    assert coding.labels == {code: key for key, code in codes.items()}


def test_a_table_merges_and_numbers_in_its_own_order():
    table = [("schist", "weak"), ("gneiss", "hard"), ("marl", "weak"), ("NULL", "none")]
    coding = coding_of(["gneiss", "marl", None, "schist"], table)
    assert coding.codes == {"schist": 1, "marl": 1, "gneiss": 2, "NULL": 3}
    assert coding.labels == {1: "weak", 2: "hard", 3: "none"}


def test_a_table_of_numbers_gives_the_codes_and_may_use_labels():
    coding = coding_of([11, 12], [("water", "0"), ("12", "4")], {11: "water"})
    assert coding.codes == {"11": 0, "12": 4}
    assert coding.labels == {0: "0", 4: "4"}


def test_missing_values_and_values_without_a_class_are_refused():
    with pytest.raises(InputError, match=r"FIELD \(lithology\) has missing values; fill them"):
        coding_of(["a", None], source="lithology")
    with pytest.raises(InputError, match=r"CLASSES \(NULL, c\) have no class"):
        coding_of(["a", "c", None], [("a", "1"), ("b", "2")])
