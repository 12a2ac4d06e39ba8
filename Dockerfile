# Accord's bot. See docs/operating.md for how to run it.

FROM node:20-bookworm-slim AS base
WORKDIR /app
# The image brings Node's headers along, so nothing but packages is downloaded.
ENV npm_config_nodedir=/usr/local npm_config_update_notifier=false
COPY package.json package-lock.json .npmrc ./
COPY scripts/build.mjs scripts/prepare.mjs scripts/

# The packages that run. hnswlib-node is compiled.
FROM base AS packages
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
RUN npm ci --omit=dev

# dist/, which needs the compiler and nothing else of what is for development.
FROM base AS build
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build

FROM node:20-bookworm-slim
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY corpus corpus
# New named volumes begin with what is here: the corpus that comes with Accord, and nothing.
COPY --chown=node:node corpus /corpus
RUN install -d -o node -g node /data
ENV NODE_ENV=production ACCORD_CORPUS=/corpus ACCORD_DATA=/data ACCORD_STATUS_PORT=8080
USER node
VOLUME ["/corpus", "/data"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ACCORD_STATUS_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/bot.js"]
