"""Own letters for the words that are read from the back row: 5 x 6 dots, straight strokes, one dot between."""

ROWS = 6
_TABLE = """
A #####/#...#/#...#/#####/#...#/#...#
B ####./#...#/####./#...#/#...#/####.
C #####/#..../#..../#..../#..../#####
D ####./#...#/#...#/#...#/#...#/####.
E #####/#..../####./#..../#..../#####
F #####/#..../####./#..../#..../#....
G #####/#..../#..##/#...#/#...#/#####
H #...#/#...#/#####/#...#/#...#/#...#
I #/#/#/#/#/#
J ....#/....#/....#/#...#/#...#/#####
K #...#/#..#./###../#..#./#...#/#...#
L #..../#..../#..../#..../#..../#####
M #####/#.#.#/#.#.#/#.#.#/#...#/#...#
N #...#/##..#/#.#.#/#.#.#/#..##/#...#
O #####/#...#/#...#/#...#/#...#/#####
P #####/#...#/#...#/#####/#..../#....
Q #####/#...#/#...#/#...#/#..##/#####
R #####/#...#/#####/#..#./#...#/#...#
S #####/#..../#####/....#/....#/#####
T #####/..#../..#../..#../..#../..#..
U #...#/#...#/#...#/#...#/#...#/#####
V #...#/#...#/#...#/#...#/.#.#./..#..
W #..#..#/#..#..#/#..#..#/#..#..#/#..#..#/#######
X #...#/.#.#./..#../..#../.#.#./#...#
Y #...#/#...#/#####/..#../..#../..#..
Z #####/....#/...#./.#.../#..../#####
Ä .#.#./...../#####/#...#/#####/#...#
Ö .#.#./...../#####/#...#/#...#/#####
Ü .#.#./...../#...#/#...#/#...#/#####
0 #####/#..##/#.#.#/#.#.#/##..#/#####
1 ##/.#/.#/.#/.#/.#
2 #####/....#/#####/#..../#..../#####
3 #####/....#/.####/....#/....#/#####
4 #...#/#...#/#####/....#/....#/....#
5 #####/#..../#####/....#/....#/#####
6 #####/#..../#####/#...#/#...#/#####
7 #####/....#/...#./..#../..#../..#..
8 #####/#...#/#####/#...#/#...#/#####
9 #####/#...#/#####/....#/....#/#####
"""
_LETTERS: dict[str, tuple[str, ...]] = {
    letter: tuple(dots.split("/")) for letter, _, dots in (row.partition(" ") for row in _TABLE.split("\n") if row)
}
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def _dots(word: str, gap: int) -> list[list[bool]] | None:
    """Six rows of dots; None when a letter is missing."""
    shapes = [_LETTERS.get(letter) for letter in word.replace("ß", "SS")]
    known = [shape for shape in shapes if shape is not None]
    if not known or len(known) < len(shapes):
        return None
    return [[dot == "#" for dot in ("." * gap).join(shape[row] for shape in known)] for row in range(ROWS)]


def small(word: str, width: int) -> list[str] | None:
    """Four rows with two dots in each cell, half a row blank above and below.

    Args:
        word: In capitals.
        width: Cells there are.

    Returns:
        None when the word does not fit or a letter is missing: then it is set in bold text, never cut.
    """
    dots = _dots(word, 1)
    if dots is None or len(dots[0]) > width:
        return None
    blank = [False] * len(dots[0])
    pairs = [(blank, dots[0]), (dots[1], dots[2]), (dots[3], dots[4]), (dots[5], blank)]
    return ["".join(_HALVES[above, below] for above, below in zip(*pair, strict=True)) for pair in pairs]


def large(word: str, width: int) -> list[str] | None:
    """Six rows with two cells for each dot, spaced as widely as fits; None as in `small`.

    Args:
        word: In capitals.
        width: Cells there are.
    """
    for gap in (2, 1):
        dots = _dots(word, gap)
        if dots is not None and 2 * len(dots[0]) <= width:
            return ["".join("██" if dot else "  " for dot in row) for row in dots]
    return None
