#!/usr/bin/env bash
# Fetches the native libraries that the peers benchmark compares with, without root and without touching the system:
# ONNX Runtime from its npm package, oneDNN from Debian's packages. Nothing in the solution needs them to build or test.
set -euo pipefail

onnxruntime_version=1.30.0
cache="${XDG_CACHE_HOME:-$HOME/.cache}/referenceconv-peers"
mkdir -p "$cache/onednn"

# The library is inside the package; its install script would only download one for a GPU.
npm install --ignore-scripts --no-audit --no-fund --prefix "$cache" "onnxruntime-node@$onnxruntime_version"

download=$(mktemp -d)
trap 'rm -rf "$download"' EXIT
(cd "$download" && apt-get download libdnnl2 ocl-icd-libopencl1 libgomp1)
for package in "$download"/*.deb; do
    dpkg-deb -x "$package" "$cache/onednn"
done

find "$cache" -name 'libonnxruntime.so.1' -path '*/linux/*' -o -name 'libdnnl.so.2'
