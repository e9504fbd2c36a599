#!/usr/bin/env python3
"""A convolution in numpy that answers the questions of docs/protocol.md: refconv check --exec "python3 docs/examples/python/convolution.py"

One loop over the taps of the kernel. Tap r of output o lies over input o * stride - pad_begin + r * dilation, so all outputs that have an input under
tap r are a slice, and so are those inputs. The three operators read or write these slices; nothing else differs between them, nor between one, two
and three axes. What lies in the padding is in no slice.

Shapes: x [N, C, i...], w [K, C/groups, r...], bias [K], y [N, K, o...]; dx, dw and dy like x, w and y.
"""
import itertools
import json
import sys

import numpy as np


def require_valid(g):
    """Refuses a geometry that no convolution has."""
    if g["batch"] < 0 or min(g["in_channels"], g["out_channels"], g["groups"]) < 1 or not 1 <= len(g["axes"]) <= 3:
        raise ValueError("batch must be >= 0, channels and groups >= 1, axes 1..3")
    if g["in_channels"] % g["groups"] or g["out_channels"] % g["groups"]:
        raise ValueError("groups must divide the channels")
    for a in g["axes"]:
        if min(a["input"], a["pad_begin"], a["pad_end"]) < 0 or min(a["kernel"], a["stride"], a["dilation"]) < 1:
            raise ValueError("input and padding must be >= 0, kernel, stride and dilation >= 1")
        room = a["input"] + a["pad_begin"] + a["pad_end"] - (a["dilation"] * (a["kernel"] - 1) + 1)
        if room < 0 or a["output"] != room // a["stride"] + 1:
            raise ValueError("the kernel must fit into the padded input, and output must count its windows")


def meeting(axis, r):
    """The outputs that have an input under tap r, and those inputs."""
    first = r * axis["dilation"] - axis["pad_begin"]   # under tap r of output 0
    stride = axis["stride"]
    begin = max(0, -(first // stride))
    end = min(axis["output"], (axis["input"] - 1 - first) // stride + 1)
    end = max(begin, end)
    at = begin * stride + first
    return slice(begin, end), slice(at, at + (end - begin) * stride, stride)


def taps(axes):
    """Every tap, as an index of the kernel, of the outputs and of the inputs."""
    for r in itertools.product(*(range(axis["kernel"]) for axis in axes)):
        outputs, inputs = zip(*(meeting(axis, tap) for axis, tap in zip(axes, r)))
        yield (..., *r), (..., *outputs), (..., *inputs)


def split(array, axis, groups):
    """[.., groups * c, ..] -> [.., groups, c, ..]"""
    shape = array.shape
    return array.reshape(shape[:axis] + (groups, shape[axis] // groups) + shape[axis + 1:])


def zeros(g, channels, size, like):
    """[N, groups, channels / groups, size...]"""
    return np.zeros((g["batch"], g["groups"], g[channels] // g["groups"], *(axis[size] for axis in g["axes"])), like.dtype)


def forward(g, x, w, bias=None):
    x, w = split(x, 1, g["groups"]), split(w, 0, g["groups"])
    y = zeros(g, "out_channels", "output", x)
    for r, outputs, inputs in taps(g["axes"]):
        y[outputs] += np.einsum("ngc...,gkc->ngk...", x[inputs], w[r])
    y = y.reshape(g["batch"], g["out_channels"], *y.shape[3:])
    return y if bias is None else y + bias.reshape(-1, *[1] * len(g["axes"]))


def data_gradient(g, w, dy):
    w, dy = split(w, 0, g["groups"]), split(dy, 1, g["groups"])
    dx = zeros(g, "in_channels", "input", w)
    for r, outputs, inputs in taps(g["axes"]):
        dx[inputs] += np.einsum("ngk...,gkc->ngc...", dy[outputs], w[r])
    return dx.reshape(g["batch"], g["in_channels"], *dx.shape[3:])


def weight_gradient(g, x, dy):
    x, dy = split(x, 1, g["groups"]), split(dy, 1, g["groups"])
    dw = np.zeros((g["groups"], dy.shape[2], x.shape[2], *(axis["kernel"] for axis in g["axes"])), x.dtype)
    letters = "pqr"[:len(g["axes"])]
    for r, outputs, inputs in taps(g["axes"]):
        dw[r] = np.einsum(f"ngc{letters},ngk{letters}->gkc", x[inputs], dy[outputs])
    return dw.reshape(g["out_channels"], *dw.shape[2:])


OPERATORS = {"forward": forward, "data_gradient": data_gradient, "weight_gradient": weight_gradient}


def answer(question):
    if question["ask"] == "hello":
        return {"protocol": 1, "name": f"numpy {np.__version__}", "operators": list(OPERATORS), "types": ["float32", "float64"],
                "claims": "refuses-invalid=yes"}
    try:
        require_valid(question["geometry"])
        inputs = {name: np.load(file) for name, file in question["inputs"].items()}
        np.save(question["result"], OPERATORS[question["ask"]](question["geometry"], **inputs))
        return {"id": question["id"], "status": "done"}
    except (KeyError, ValueError) as error:
        return {"id": question["id"], "status": "refused", "why": str(error)}


if __name__ == "__main__":
    np.seterr(all="ignore")   # NaN and infinity are asked on purpose
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
