"""Serves the JupyterLab that build.js made, on Debian's jupyter-server 1: python3 lab.py [--ServerApp…]."""
import os

from jupyter_server.base.handlers import APIHandler
from jupyterlab_server import LabServerApp
from tornado.web import authenticated
from tornado.websocket import WebSocketHandler

APP = os.path.join(os.path.dirname(os.path.abspath(__file__)), "app")


class Me(APIHandler):
    """Who asks: JupyterLab 4 wants to know, and jupyter-server 1 has no such address."""

    @authenticated
    def get(self):
        person = {"username": "learner", "name": "Learner", "display_name": "Learner", "initials": "L", "avatar_url": None, "color": None}
        self.finish({"identity": person, "permissions": {}})


class Events(WebSocketHandler):
    """A stream of events on which nothing happens."""

    def open(self):
        pass


class Lab(LabServerApp):
    """JupyterLab from one folder."""

    name = "lab"
    app_name = "JupyterLab"
    app_version = "4.6.4"
    app_settings_dir = os.path.join(APP, "settings")
    schemas_dir = os.path.join(APP, "schemas")
    static_dir = os.path.join(APP, "static")
    templates_dir = os.path.join(APP, "static")
    themes_dir = os.path.join(APP, "themes")
    user_settings_dir = os.path.join(os.environ["JUPYTER_CONFIG_DIR"], "lab", "settings")
    workspaces_dir = os.path.join(os.environ["JUPYTER_CONFIG_DIR"], "lab", "workspaces")

    def initialize_handlers(self):
        super().initialize_handlers()
        self.handlers += [("/api/me", Me), ("/api/events/subscribe", Events)]


def _jupyter_server_extension_points():
    return [{"module": "__main__", "app": Lab}]


if __name__ == "__main__":
    Lab.launch_instance()
