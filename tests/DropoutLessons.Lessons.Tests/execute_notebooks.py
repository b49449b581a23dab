"""Executes notebooks with nbclient, as many at once as there are cores: execute_notebooks.py TARGET NOTEBOOK..."""
import os
import sys
from concurrent.futures import ProcessPoolExecutor

import nbformat
from nbclient import NotebookClient


def execute(job):
    source, target = job
    notebook = nbformat.read(source, as_version=4)
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": os.path.dirname(source)}}).execute()
    os.makedirs(os.path.dirname(target), exist_ok=True)
    nbformat.write(notebook, target)


if __name__ == "__main__":
    folder, *sources = sys.argv[1:]
    top = os.path.commonpath([os.path.dirname(source) for source in sources])
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(execute, [(source, os.path.join(folder, os.path.relpath(source, top))) for source in sources]))
