"""Boosted trees as a file gives them: XGBoost reads them without looking, and ends QGIS over a damaged one.

They lie in Universal Binary JSON (ubjson.org), of which this reads what XGBoost writes.
"""

import numpy as np

NUMBERS = {"i": ">i1", "U": ">u1", "I": ">i2", "l": ">i4", "L": ">i8", "d": ">f4", "D": ">f8"}
WORDS = {"T": True, "F": False, "Z": None}
DEEPEST = 50
LEAF = -1
NO_PARENT = (-1, 2**31 - 1)
PER_NODE = (
    "right_children",
    "parents",
    "split_indices",
    "split_conditions",
    "split_type",
    "default_left",
    "base_weights",
    "loss_changes",
    "sum_hessian",
)
"""Columns of a tree beside ``left_children``, a value for each node."""
OF_CATEGORIES = ("categories", "categories_nodes", "categories_segments", "categories_sizes")


def check_booster(payload: bytes, columns: int) -> None:
    """Raise ValueError, TypeError or KeyError unless these are trees that stay within their nodes and the columns."""
    reader = _Reader(payload)
    learner = reader.value()["learner"]
    if reader.place != len(payload):
        raise ValueError("something follows the trees")
    booster, stated = learner["gradient_booster"], learner["learner_model_param"]
    model = booster["model"]
    _expect("booster", booster["name"], "gbtree")
    _expect("objective", learner["objective"]["name"], "binary:logistic")
    _expect("columns", int(stated["num_feature"]), columns)
    _expect("classes", int(stated["num_class"]), 0)
    _expect("targets", int(stated.get("num_target", 1)), 1)
    _expect("trees", int(model["gbtree_model_param"]["num_trees"]), len(model["trees"]))
    _expect("class of each tree", list(model["tree_info"]), [0] * len(model["trees"]))
    rounds = list(model.get("iteration_indptr", [0, len(model["trees"])]))
    if rounds != sorted(rounds):
        raise ValueError("rounds of trees that go back")
    _expect("first and last tree", [rounds[0], rounds[-1]], [0, len(model["trees"])])
    _expect("categories", sum(len(values) for values in model.get("cats", {}).values()), 0)
    _expect("numbers of the trees", [tree["id"] for tree in model["trees"]], list(range(len(model["trees"]))))
    for tree in model["trees"]:
        _check_tree(tree, columns)


def _check_tree(tree: dict, columns: int) -> None:
    count, stated = len(tree["left_children"]), tree["tree_param"]
    _expect("nodes", int(stated["num_nodes"]), max(count, 1))
    _expect("columns of a tree", int(stated["num_feature"]), columns)
    _expect("deleted nodes", int(stated["num_deleted"]), 0)
    _expect("values of a leaf", int(stated["size_leaf_vector"]) in (0, 1), True)
    for name in PER_NODE:
        _expect(name, len(tree[name]), count)
    _expect("categories", [len(tree[name]) for name in OF_CATEGORIES], [0] * len(OF_CATEGORIES))
    _expect("splits by categories", int(np.count_nonzero(tree["split_type"])), 0)
    nodes, parents = np.arange(count), np.zeros(count, np.int64)
    left, right = np.asarray(tree["left_children"]), np.asarray(tree["right_children"])
    inner = left != LEAF
    _expect("nodes with one child", int(((right != LEAF) != inner).sum()), 0)
    for children in (left[inner], right[inner]):
        if (children <= nodes[inner]).any() or (children >= count).any():
            raise ValueError("a tree has children that do not follow their parents")
        parents[children] = nodes[inner]
    if int(tree["parents"][0]) not in NO_PARENT or (parents != tree["parents"])[1:].any():
        raise ValueError("a tree has nodes of other parents")
    if not np.isin(np.asarray(tree["split_indices"])[inner], np.arange(columns)).all():
        raise ValueError(f"a tree asks for another column than the {columns} there are")


def _expect(what: str, found: object, wanted: object) -> None:
    if found != wanted:
        raise ValueError(f"{what}: {found} where {wanted} is expected")


class _Reader:
    """Reads one value after the other; raises ValueError for what is none."""

    def __init__(self, payload: bytes):
        self.payload = payload
        self.place = 0

    def value(self, depth: int = 0) -> object:
        """Return the value that begins here: objects as dict, lists of numbers as arrays, other lists as list."""
        if depth > DEEPEST:
            raise ValueError("values lie too deep in each other")
        mark = self._mark()
        if mark == "{":
            return self._members(depth)
        if mark == "[":
            return self._entries(depth)
        if mark == "S":
            return self._text()
        return WORDS[mark] if mark in WORDS else self._numbers(mark, 1)[0].item()

    def _members(self, depth: int) -> dict:
        found: dict[str, object] = {}
        while self._next() != "}":
            name = self._text()
            if name in found:
                raise ValueError(f"{name} is there twice")
            found[name] = self.value(depth + 1)
        self._mark()
        return found

    def _entries(self, depth: int) -> "list | np.ndarray":
        kind = ""
        if self._next() == "$":
            self._mark()
            kind = self._mark()
        if self._next() != "#":
            found = []
            while self._next() != "]":
                found.append(self.value(depth + 1))
            self._mark()
            return found
        self._mark()
        count = self._count()
        return self._numbers(kind, count) if kind else [self.value(depth + 1) for _ in range(count)]

    def _text(self) -> str:
        count = self._count()
        return self._taken(count).decode("utf-8")

    def _count(self) -> int:
        count = self._numbers(self._mark(), 1)[0].item()
        if not isinstance(count, int) or not 0 <= count <= len(self.payload) - self.place:
            raise ValueError("a list or text longer than what is left")
        return count

    def _numbers(self, kind: str, count: int) -> np.ndarray:
        if kind not in NUMBERS:
            raise ValueError(f"a value of the unknown kind {kind}")
        return np.frombuffer(self._taken(count * np.dtype(NUMBERS[kind]).itemsize), NUMBERS[kind])

    def _next(self) -> str:
        return self.payload[self.place : self.place + 1].decode("latin-1")

    def _mark(self) -> str:
        return self._taken(1).decode("latin-1")

    def _taken(self, count: int) -> bytes:
        part = self.payload[self.place : self.place + count]
        if len(part) != count:
            raise ValueError("it ends early")
        self.place += count
        return part
