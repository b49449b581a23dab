"""Memory and processor time of each learner's server and kernel, from /proc."""
import os, re
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


def of_learners(names):
    """{learner: {"server": [pid…], "kernel": [pid…]}}, told apart by the environment the hub gives each server."""
    found = {name: {"server": [], "kernel": []} for name in names}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            owner = re.search(rb"JUPYTERHUB_USER=([^\0]+)", (folder / "environ").read_bytes())
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue  # gone meanwhile
        if owner and owner.group(1).decode() in found and command:
            found[owner.group(1).decode()]["kernel" if b"DropoutLessons.Cli.dll" in command else "server"].append(int(folder.name))
    return found


def memory(pids):
    """(proportional, resident) megabytes: the first shares what several processes map, the second counts it for each."""
    sums = [0, 0]
    for pid in pids:
        try:
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except OSError:
            continue
        for i, field in enumerate(("Pss", "Rss")):
            sums[i] += int(re.search(rf"^{field}:\s+(\d+)", text, re.MULTILINE).group(1)) / 1024
    return tuple(sums)


def cpu(pids):
    """Seconds of processor time, of the processes and their ended children."""
    total = 0.0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        total += sum(int(field) for field in fields[11:15]) / TICKS
    return total
