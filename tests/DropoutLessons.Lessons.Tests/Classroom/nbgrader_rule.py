"""Applies nbgrader's documented rules, for machines without nbgrader: nbgrader_rule.py SOURCE SUBMITTED...

autograde: locked cells are put back from the source, missing grade cells are added, everything is executed with errors allowed,
a dead kernel fails the submission, and a grade cell gets 0 for an error, a shown number above 0 as partial credit, else full points.
validate: the grade cells that end with an error, of the notebook as it is. Prints a line of JSON for each submission.
"""
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError


def facts(cell):
    return cell.metadata.get("nbgrader", {})


def checked(notebook):
    """What nbgraderformat/v3.py refuses."""
    ids = set()
    for cell in notebook.cells:
        known = facts(cell)
        if known:
            assert known["schema_version"] == 3 and not known["task"] and known["cell_type"] == cell.cell_type == "code", known
            assert isinstance(known["grade"], bool) and isinstance(known["solution"], bool) and isinstance(known["locked"], bool), known
            assert known["grade_id"] and known["grade_id"] not in ids, known
            assert ("points" in known) == known["grade"], known
            ids.add(known["grade_id"])
    return notebook


def restored(notebook, source):
    originals = {facts(cell)["grade_id"]: cell for cell in source.cells if facts(cell) and not facts(cell)["solution"]}
    for cell in notebook.cells:
        original = originals.pop(facts(cell).get("grade_id"), None)
        if original is not None:
            cell.source = original.source
    notebook.cells += [cell for cell in originals.values() if facts(cell)["grade"]]
    return notebook


def points(cell):
    for output in cell.outputs:
        if output.output_type == "error":
            return 0
        if output.output_type == "execute_result":
            try:
                partial = float(output["data"]["text/plain"])
            except (KeyError, ValueError):
                continue
            if partial > 0:
                return partial
    return facts(cell)["points"]


def execute(notebook, folder):
    NotebookClient(notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": folder}}).execute()
    return {facts(cell)["grade_id"]: points(cell) for cell in notebook.cells if facts(cell).get("grade")}


def graded(job):
    source, submitted = job
    as_it_is = nbformat.read(submitted, as_version=4)
    put_back = restored(nbformat.read(submitted, as_version=4), checked(nbformat.read(source, as_version=4)))
    # What nothing was put back in gives the same twice.
    is_same = [cell.source for cell in put_back.cells] == [cell.source for cell in as_it_is.cells]
    report = {"file": os.path.basename(submitted), "autograde": attempt(put_back, submitted)}
    return report | {"validate": report["autograde"] if is_same else attempt(as_it_is, submitted)}


def attempt(notebook, submitted):
    try:
        return execute(notebook, os.path.dirname(submitted))
    except DeadKernelError:
        return None


if __name__ == "__main__":
    with ThreadPoolExecutor(2) as pool:
        for report in pool.map(graded, [(sys.argv[1], submitted) for submitted in sys.argv[2:]]):
            print(json.dumps(report), flush=True)
