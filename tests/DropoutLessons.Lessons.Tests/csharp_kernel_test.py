"""Runs Jupyter's own suite of kernel tests against the installed C# kernel."""

import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = ".net-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh");'
    completion_samples = [
        {"text": "Console.Wri", "matches": {"Write", "WriteLine"}},
        {"text": "var s = \"\U0001F600\"; s.Lengt", "matches": {"Length"}},
        {"text": "Mat", "matches": {"Math", "MathF"}},
    ]
    complete_code_samples = ["int x = 1;", "1 + 1", "void F()\n{\n}", "class P { }", 'Console.WriteLine("a");']
    incomplete_code_samples = ["void F()\n{", "int x = ", "new[] { 1, 2", "for (int i = 0; i < 3; i++)"]
    invalid_code_samples = ["int = 3;", ")"]
    code_inspect_sample = "Console.WriteLine"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"text"', "result": "text"},
        {"code": "new[] { 1, 2 }", "result": "[ 1, 2 ]"},
        {"code": "1 + 1", "result": "2"},
    ]
    code_display_data = [
        {"code": 'HTML("<b>bold</b>").Display();', "mime": "text/html"},
        {"code": '"# head".DisplayAs("text/markdown");', "mime": "text/markdown"},
    ]
    code_generate_error = 'throw new System.InvalidOperationException("meant");'
    code_history_pattern = "1 + 1*"
    supported_history_operations = ("tail", "range", "search")
    code_clear_output = "clear_output();"

    # The pager is IPython's own: the protocol marks payloads as deprecated, and this kernel sends none.
    code_page_something = ""


if __name__ == "__main__":
    unittest.main(verbosity=2)
