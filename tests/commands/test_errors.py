"""What an error says in the window and on the command line."""

from explorer.errors import KnownError, NotFound
from tests.commands.running import Run


def test_a_sentence_is_the_same_everywhere_unless_it_has_hints() -> None:
    assert str(KnownError("No date.")) == KnownError("No date.").for_command_line == "No date."
    error = NotFound("No metal.", window_hint="See the view Metals.", command_hint="See `minor-metals list`.")
    assert str(error) == "No metal. See the view Metals."
    assert error.for_command_line == "No metal. See `minor-metals list`."


def test_the_command_line_has_its_own_hint(run: Run) -> None:
    for words in (("show", "qqqq"), ("compare", "gallium", "qqqq"), ("sheet", "qqqq", "-o", "a.pdf")):
        err = run(*words).err
        assert "`minor-metals list` shows all metals." in err and "The view Metals" not in err
    assert "`minor-metals data tables` lists all tables." in run("data", "table", "qqqq").err
