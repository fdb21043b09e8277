# acctaudit in a container that needs no network, no root and no disk of its own:
#
#   docker build -t acctaudit .
#   docker run --rm --network none --read-only --cap-drop ALL \
#     -v "$PWD:/data:ro" acctaudit check exports/posts.json
#
# Python 3.11 is what the tests run on.
FROM python:3.11.14-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_NO_INPUT=1
WORKDIR /src
RUN python -m venv /opt/build && python -m venv /opt/acctaudit
COPY ci/requirements.txt ci/build.txt ci/
RUN /opt/build/bin/pip install --require-hashes -r ci/build.txt \
    && /opt/acctaudit/bin/pip install --require-hashes -r ci/requirements.txt
COPY setup.cfg pyproject.toml README.md LICENSE ./
COPY acctaudit/ acctaudit/
RUN /opt/build/bin/pip wheel --no-deps --no-build-isolation -w /wheels . \
    && /opt/acctaudit/bin/pip install --no-deps --no-index /wheels/*.whl \
    && /opt/acctaudit/bin/pip uninstall --yes pip setuptools \
    && /opt/acctaudit/bin/python -m compileall -q /opt/acctaudit/lib

FROM python:3.11.14-slim-bookworm
COPY --from=build /opt/acctaudit /opt/acctaudit
ENV PATH="/opt/acctaudit/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
WORKDIR /data
USER 65532:65532
ENTRYPOINT ["acctaudit"]
CMD ["--help"]
