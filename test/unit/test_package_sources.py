"""Where packages come from, and what is never shown."""

import pytest

from landslide_toolbox.core.errors import InputError
from landslide_toolbox.packages.hardware import cards_in, nvidia_cards, suggested_build
from landslide_toolbox.packages.sources import CUDA_VERSIONS, Sources, pytorch_index


def test_the_indexes_of_pytorch():
    assert pytorch_index("cpu") == "https://download.pytorch.org/whl/cpu"
    assert pytorch_index("12.6") == "https://download.pytorch.org/whl/cu126"
    with pytest.raises(InputError, match=r"--cuda \(newest\) is not a version of CUDA; give one such as 12.6"):
        pytorch_index("newest")


@pytest.mark.parametrize("proxy", ["http://proxy.example:3128", "proxy.example:3128", "socks5://anna:secret@10.0.0.1:1080"])
def test_proxies_are_taken(proxy):
    sources = Sources(proxy=proxy)
    sources.check()
    assert sources.variables() == {"PIP_PROXY": proxy}
    assert not sources.pip_options()  # on the command line everyone could read the password


@pytest.mark.parametrize("proxy", ["ftp://proxy.example", "http://", "http://proxy.example:port"])
def test_what_is_no_proxy_is_refused(proxy):
    with pytest.raises(InputError, match=r"Proxy \(.*\) is no proxy; give one such as http://proxy.example:3128"):
        Sources(proxy=proxy).check()


@pytest.mark.parametrize("index", ["not-a-url", "cpu", "ftp://mirror.example/torch", "//mirror.example"])
def test_what_is_no_index_is_refused(index):
    with pytest.raises(InputError, match=r"--index \(.*\) is no address of an index; give one such as https://"):
        Sources(index=index).check()
    Sources(index="https://mirror.example/whl/cu126").check()


def test_the_password_of_a_proxy_is_never_shown():
    sources = Sources(proxy="http://anna:s3cret@proxy.example:3128")
    assert "s3cret" not in "\n".join(sources.lines())
    assert "http://anna:***@proxy.example:3128" in "\n".join(sources.lines())
    assert sources.without_password("via http://anna:s3cret@proxy.example") == "via http://anna:***@proxy.example"
    assert Sources(proxy="anna:s3@cret@proxy.example:3128").without_password("s3@cret, :s3@cret@") == "s3@cret, :***@"
    with pytest.raises(InputError) as refusal:
        Sources(proxy="ftp://anna:s3cret@proxy.example").check()
    assert "s3cret" not in str(refusal.value)


def test_a_folder_without_wheels_is_refused(tmp_path):
    for folder in (tmp_path, tmp_path / "none"):
        with pytest.raises(InputError, match=r"Folder of wheels \(.*\) holds no \.whl files"):
            Sources(wheels=folder).check()


def test_the_build_that_fits_the_card():
    def build(line):
        return suggested_build(cards_in(line), "linux")

    assert build("") == "cpu"
    assert build("Quadro P4000, 8192, 581.15, 6.1\n") == "12.6"  # CUDA 13 leaves it out
    assert build("NVIDIA GeForce RTX 3060, 12288, 550.90, 8.6\n") == "12.6"  # its driver is too old for CUDA 13
    assert build("NVIDIA GeForce RTX 5090, 32607, 572.83, 12.0\n") == "12.8"  # CUDA 12.6 does not know it
    assert build("NVIDIA H200, 143771, 580.95.05, 9.0\nNVIDIA H200, 143771, 580.95.05, 9.0\n") == "13.0"
    assert build("NVIDIA GB10, [N/A], 580.95, 12.1\n") == "13.0"
    assert suggested_build([], "darwin") == ""
    assert {"12.6", "12.8", "13.0"} <= set(CUDA_VERSIONS)


def test_without_a_driver_there_is_no_card(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert nvidia_cards() == []
