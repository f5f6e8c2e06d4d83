# Builds from the sources: nothing is needed on the machine but Docker. `docker compose up` does it: docs/deploying.md.
ARG NODE=22
FROM node:${NODE}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY scripts scripts
COPY src src
COPY web web
COPY dialogs dialogs
COPY locales locales
RUN npm run build

FROM node:${NODE}-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# TypeScript comes along as an optional peer of i18next, which npm keeps since a development package brings it.
RUN npm ci --omit=dev && rm -rf node_modules/typescript node_modules/@typescript

FROM node:${NODE}-bookworm-slim
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY dialogs dialogs
COPY locales locales
# For the embedded store, where no REDIS_URL is given. All else of the image may be read-only, and needs no /tmp.
RUN install -d -o node -g node /data
VOLUME /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 DATA_DIR=/data
USER node
EXPOSE 3978
# Whether it lives. Whether people should be sent to it tells /readyz.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
