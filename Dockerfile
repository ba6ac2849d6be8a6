# The service in a small image. Weights, answers, jobs and keys are in the volume /data; compose.yaml shows how to run it.
FROM python:3.12-slim AS build
# requirements-otel.txt for OpenTelemetry traces
ARG REQUIREMENTS=requirements.txt
RUN python -m venv /venv
COPY requirements*.txt /
RUN /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --requirement "/$REQUIREMENTS"

FROM python:3.12-slim
# OpenMP for the embedded model; nothing else is needed
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libgomp1 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin extractor \
    && install --directory --owner=extractor --group=extractor --mode=700 /data
COPY --from=build /venv /venv
WORKDIR /app
COPY prompts prompts
COPY samples samples
COPY extractor extractor
RUN /venv/bin/python -m compileall -q extractor
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    EXTRACTOR_WEIGHTS_DIR=/data/weights \
    EXTRACTOR_CACHE_DIR=/data/cache \
    EXTRACTOR_SERVICE_DATA_DIR=/data/service \
    EXTRACTOR_SERVICE_HOST=0.0.0.0
USER extractor
VOLUME /data
EXPOSE 8300
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as u; u.build_opener(u.ProxyHandler({})).open('http://127.0.0.1:8300/healthz', timeout=4)"]
ENTRYPOINT ["python", "-m", "extractor.service"]
