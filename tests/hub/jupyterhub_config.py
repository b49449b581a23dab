"""A hub for the benchmark: one service that may do all, a server a learner as a process of this machine, started as the image starts it."""
import os
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner

FOLDER = Path(os.environ["BENCHMARK_HUB"])


class LearnerSpawner(SimpleLocalProcessSpawner):
    """Gives each learner a home of their own; the users need no account."""

    home_dir_template = str(FOLDER / "homes/{username}")

    def get_env(self):
        # The threshold is the Dockerfile's.
        return {**super().get_env(), "DOTNET_TC_CallCountThreshold": "400", "JUPYTER_PATH": str(FOLDER / "image/share/jupyter"), "DROPOUT_LESSONS": str(FOLDER / "image/dropout-lessons/course")}


c = get_config()  # noqa: F821: JupyterHub brings it
c.JupyterHub.spawner_class = LearnerSpawner
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.bind_url = os.environ["BENCHMARK_HUB_URL"]
c.JupyterHub.hub_port = int(os.environ["BENCHMARK_HUB_PORT"])
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{os.environ['BENCHMARK_HUB_PROXY_PORT']}"
c.ConfigurableHTTPProxy.pid_file = str(FOLDER / "proxy.pid")
c.JupyterHub.cookie_secret_file = str(FOLDER / "cookie_secret")
c.JupyterHub.db_url = "sqlite:///" + str(FOLDER / "hub.sqlite")
c.JupyterHub.services = [{"name": "class", "api_token": os.environ["BENCHMARK_HUB_TOKEN"]}]
c.JupyterHub.load_roles = [{"name": "class", "services": ["class"], "scopes": ["admin:users", "admin:servers", "access:servers"]}]
c.JupyterHub.log_level = "WARN"
# All log in at once, which a hub otherwise answers with "try again".
c.JupyterHub.concurrent_spawn_limit = 0
c.Spawner.cmd = [str(FOLDER / "image/bin/start-learner"), "jupyterhub-singleuser"]
c.Spawner.args = ["--allow-root"] if os.geteuid() == 0 else []
c.Spawner.start_timeout = c.Spawner.http_timeout = 180
