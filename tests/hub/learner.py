"""A learner of the benchmark: starts a server through the hub, runs a solved lesson cell by cell through the proxy, stops the server."""
import asyncio, json, random, time, uuid
from urllib.parse import quote

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.websocket import websocket_connect

CELL_TIMEOUT = 120


class Lost(Exception):
    """Says where and why a learner did not get through."""


def texts(outputs):
    """Everything the outputs show, as one text."""
    parts = [output.get("text", "") for output in outputs] + [data for output in outputs for data in output.get("data", {}).values()]
    return "\n".join("".join(part) if isinstance(part, list) else part if isinstance(part, str) else json.dumps(part) for part in parts)


class Learner:
    def __init__(self, name, url, token, notebook, lesson, think):
        self.name, self.url, self.token, self.notebook, self.lesson, self.think = name, url, token, notebook, lesson, think
        self.spawned = self.kernel_ready = 0.0
        self.cells = []
        self.right = 0
        self.began = self.ended = 0.0

    async def ask(self, method, path, body=None):
        request = HTTPRequest(self.url + path, method=method, headers={"Authorization": f"token {self.token}", "Content-Type": "application/json"},
                              body=None if body is None else json.dumps(body), allow_nonstandard_methods=True, connect_timeout=120, request_timeout=180)
        response = await AsyncHTTPClient().fetch(request, raise_error=False)
        if response.code >= 400:
            raise Lost(f"{method} {path}: {response.code} {response.body.decode(errors='replace')[:200]}")
        return json.loads(response.body) if response.body else None

    async def log_in(self):
        begin = time.perf_counter()
        await self.ask("POST", f"/hub/api/users/{self.name}")
        await self.ask("POST", f"/hub/api/users/{self.name}/server", {})
        while not (await self.ask("GET", f"/hub/api/users/{self.name}"))["servers"].get("", {}).get("ready"):
            if time.perf_counter() - begin > 180:
                raise Lost("the server is not ready after 180 s")
            await asyncio.sleep(0.25)
        self.spawned = time.perf_counter() - begin

    async def open_lesson(self):
        begin = time.perf_counter()
        folder = f"/user/{self.name}/api/contents/dropout/notebooks"
        handed_out = {entry["name"] for entry in (await self.ask("GET", folder))["content"]}
        if self.lesson not in handed_out:
            raise Lost(f"{self.lesson} was not laid out; there are: {', '.join(sorted(handed_out))}")
        await self.ask("PUT", folder + "/solutions", {"type": "directory"})
        await self.ask("PUT", f"{folder}/solutions/{quote(self.lesson)}", {"type": "notebook", "format": "json", "content": self.notebook})
        session = await self.ask("POST", f"/user/{self.name}/api/sessions", {
            "path": f"dropout/notebooks/solutions/{self.lesson}", "name": self.lesson, "type": "notebook",
            "kernel": {"name": self.notebook["metadata"]["kernelspec"]["name"]}})
        path = f"/user/{self.name}/api/kernels/{session['kernel']['id']}/channels?session_id=class"
        self.socket = await websocket_connect(HTTPRequest(self.url.replace("http", "ws", 1) + path, headers={"Authorization": f"token {self.token}"}, connect_timeout=120))
        await self.talk("kernel_info_request", {}, "kernel_info_reply")
        self.kernel_ready = time.perf_counter() - begin

    async def talk(self, kind, content, reply):
        """Sends a request; returns its reply and what the kernel showed for it until it was idle."""
        header = {"msg_id": uuid.uuid4().hex, "session": "class", "username": self.name, "date": "", "msg_type": kind, "version": "5.4"}
        await self.socket.write_message(json.dumps({"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "content": content, "buffers": []}))
        answer, shown, idle, until = None, [], False, time.perf_counter() + CELL_TIMEOUT
        while answer is None or not idle:
            try:
                text = await asyncio.wait_for(self.socket.read_message(), until - time.perf_counter())
            except asyncio.TimeoutError:
                raise Lost(f"no answer to {kind} within {CELL_TIMEOUT} s") from None
            if text is None:
                raise Lost(f"the connection was closed during {kind}")
            message = json.loads(text)
            if message["parent_header"].get("msg_id") != header["msg_id"]:
                continue
            if message["msg_type"] == reply:
                answer = message["content"]
            elif message["msg_type"] == "status":
                idle = message["content"]["execution_state"] == "idle"
            else:
                shown.append({"output_type": message["msg_type"], **message["content"]})
        return answer, shown

    async def work(self):
        """Runs every cell; a cell counts from sending it to its last output. Verdicts and errors have to be the notebook's."""
        self.began = time.perf_counter()
        for cell in (cell for cell in self.notebook["cells"] if cell["cell_type"] == "code"):
            if self.think:
                await asyncio.sleep(random.uniform(0.5, 1.5) * self.think)
            begin = time.perf_counter()
            answer, shown = await self.talk("execute_request", {"code": "".join(cell["source"]), "silent": False, "store_history": True,
                                            "user_expressions": {}, "allow_stdin": False, "stop_on_error": False}, "execute_reply")
            self.cells.append((time.perf_counter() - begin, cell["id"]))
            fails = any(output["output_type"] == "error" for output in cell["outputs"])
            if (answer["status"] == "error") != fails:
                raise Lost(f"cell {cell['id']}: {answer.get('ename', 'no error')}: {answer.get('evalue', 'the notebook shows one')}")
            if "Right" in texts(cell["outputs"]):
                if "Right" not in texts(shown):
                    raise Lost(f"cell {cell['id']} does not say Right: {texts(shown)[:200]}")
                self.right += 1
        self.ended = time.perf_counter()

    async def log_out(self):
        self.socket.close()
        await self.ask("DELETE", f"/hub/api/users/{self.name}/server")
