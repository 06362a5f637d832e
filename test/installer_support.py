"""Tiny wheels, an index of them on this computer, and a plan that installs them."""

import base64
import hashlib
import http.server
import socket
import threading
import zipfile
from contextlib import contextmanager
from urllib.parse import urlsplit


def make_wheel(folder, name, version="1.0", code="", requires=(), zeros=0):
    """Write a wheel of one module, with as many bytes of zeros beside it as wanted. Returns its path."""
    info = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    files = {
        f"{name}/__init__.py": code.encode(),
        f"{info}/METADATA": (metadata + "".join(f"Requires-Dist: {other}\n" for other in requires)).encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if zeros:
        files[f"{name}/zeros"] = bytes(zeros)
    lines = [f"{path},sha256={_digest(data)},{len(data)}" for path, data in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*lines, f"{info}/RECORD,,", ""]).encode()
    path = folder / f"{name}-{version}-py3-none-any.whl"
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name_inside, data in files.items():
            archive.writestr(name_inside, data)
    return path


def _digest(data):
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


@contextmanager
def index_of(folder):
    """Serve the wheels of a folder as a package index, and as a proxy to any; yield its address."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self):
            self.path = urlsplit(self.path).path  # who asks a proxy gives the whole address
            name = self.path.strip("/")
            if name.endswith(".whl"):
                return super().do_GET()
            found = sorted(folder.glob(f"{name}-*.whl"))
            page = "".join(f'<a href="/{path.name}">{path.name}</a>' for path in found).encode()
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_):
            pass

        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(folder))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def silent_index():
    """Listen like a package index, and never answer; yield its address and the event that somebody has asked."""
    asked = threading.Event()
    connections = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept():
            while True:
                try:
                    connections.append(server.accept()[0])
                except OSError:
                    return
                asked.set()

        threading.Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/simple", asked
        server.shutdown(socket.SHUT_RDWR)
    for connection in connections:
        connection.close()
