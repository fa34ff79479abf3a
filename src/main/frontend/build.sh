#!/bin/sh
set -eu
mkdir -p target/classes/web
