#!/usr/bin/python3
"""What others take for one file: prints seconds of the processor, without the start of Python, and how many lines they wrote.

usage: peers.py "wc -w"|python-docx FILE
       peers.py "grep -o"|"rg -o" FILE TERMS
"""
import os
import resource
import shutil
import subprocess
import sys
import time

COMMANDS = {
    "wc -w": (["wc", "-w"], "C.UTF-8"),
    "grep -o": (["grep", "-o", "-i", "-F", "-f"], "C"),
    "rg -o": (["rg", "--no-config", "-o", "-i", "-F", "-f"], "C.UTF-8"),
}

name, file, *terms = sys.argv[1:]
if name == "python-docx":
    import docx

    before = time.process_time()
    characters = sum(len(paragraph.text) for paragraph in docx.Document(file).paragraphs)
    print(time.process_time() - before, 0)
    assert characters > 0
elif shutil.which(COMMANDS[name][0][0]) is None:
    print("missing")
else:
    command, locale = COMMANDS[name]
    # Through a pipe: grep looks no further than the first line when it writes to /dev/null.
    with subprocess.Popen([*command, *terms, file], stdout=subprocess.PIPE, env={**os.environ, "LC_ALL": locale}) as process:
        lines = sum(part.count(b"\n") for part in iter(lambda: process.stdout.read(1 << 20), b""))
    assert process.returncode in (0, 1)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(children.ru_utime + children.ru_stime, lines)
