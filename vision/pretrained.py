"""MobileNet-EdgeTPU as Google published it, read into our network: where training begins."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file

from vision.model import Convolution, Network

CLASSIFIER = 1001  # outputs of ImageNet's classifier, which is left behind


def start(network: Network, folder: Path) -> Network:
    """Fill the trunk from `graph.json` and `backbone.safetensors`, in the order of the graph."""
    weights = load_file(folder / "backbone.safetensors")
    graph = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
    named = [op["name"] for op in graph if op.get("weight") and op["weight"][0] != CLASSIFIER]
    trunk = [network.first, network.second, *network.blocks, network.last]
    layers = [m for part in trunk for m in part.modules() if isinstance(m, Convolution)]
    if len(named) != len(layers):
        raise ValueError(f"{folder} has {len(named)} convolutions, the network {len(layers)}")
    with torch.no_grad():
        for name, layer in zip(named, layers, strict=True):
            layer.weight.copy_(weights[f"{name}.weight"])
            if layer.bias is not None:
                layer.bias.copy_(weights[f"{name}.bias"])
    return network
