# Four stages: the pages are built, the packages that the program runs on are put together, the better recogniser is
# got, and the last one holds nothing else. No stage runs an install script of a package.

FROM node:24-trixie-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY openapi.json tsconfig.json ./
COPY web web
RUN node node_modules/vite/bin/vite.js build web

FROM node:24-trixie-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Of the runtime only this platform's binaries stay, of the model packages only the models.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && cd node_modules/onnxruntime-node/bin/napi-v6 \
  && find . -mindepth 2 -maxdepth 2 -type d ! -path "./linux/$(node -p process.arch)" -exec rm -r {} + \
  && cd /app/node_modules/@vladmandic \
  && find . -mindepth 2 -maxdepth 2 ! -name model ! -name models ! -name package.json ! -name LICENSE -exec rm -r {} +

# What recognises faces: retail-0095 where its makers answer within ten seconds, else what comes with the program.
# `--build-arg RECOGNISER=builtin` asks nobody, a name wants that one or no image.
FROM packages AS recogniser
COPY src src
ARG RECOGNISER=
RUN mkdir -p /data/models \
  && case "$RECOGNISER" in \
    builtin) ;; \
    '') DATA_DIR=/data timeout 10 node src/cli/main.ts models download retail-0095 \
      || echo 'retail-0095 was not downloaded: faces are recognised by builtin' ;; \
    *) DATA_DIR=/data node src/cli/main.ts models download "$RECOGNISER" ;; \
  esac

FROM node:24-trixie-slim
WORKDIR /app
# The last one: the C library overwrites memory that is given back, so that no template stays in it.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=5000 DATA_DIR=/data MALLOC_PERTURB_=165
RUN install --directory --owner=node --group=node --mode=0700 /data \
  && ln -s /app/src/cli/main.ts /usr/local/bin/pointeuse
COPY --from=packages /app/node_modules node_modules
# A new volume begins with what is there.
COPY --from=recogniser --chown=node:node /data/models /data/models
COPY --from=pages /app/web/dist web/dist
COPY package.json LICENSE* ./
COPY containers/make-secrets containers/healthy containers/
COPY src src
USER node
EXPOSE 5000
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
  CMD ["containers/healthy"]
# As `npm start` does: memory in proportion to what is held, not to what the machine has.
CMD ["node", "--max-semi-space-size=8", "--max-old-space-size=512", "src/main.ts"]
