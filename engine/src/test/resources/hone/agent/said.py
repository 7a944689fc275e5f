"""The scripted model server with one more script, `said,answer=NAME`: its first answer is the file
NAME.1 of the folder of answers, its second NAME.2, and so on.

python3 said.py SERVER FOLDER [options of the server]
"""
import os
import runpy
import sys

server, folder = sys.argv[1:3]


def said(req, body, p):
    with open(os.path.join(folder, "%s.%d" % (p["answer"], req + 1)), encoding="utf-8") as file:
        text = file.read()
    names = sys._getframe(1).f_globals  # those of the server, which calls this
    return names["turn"](names["message"](text))


sys.argv = [server] + sys.argv[3:]
runpy.run_path(server, init_globals={"said": said}, run_name="__main__")
