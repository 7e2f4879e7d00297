# syntax=docker/dockerfile:1
# One image for the web server and the worker; PostgreSQL and Meilisearch stand beside it (compose.yaml).
FROM node:24-bookworm-slim AS build
WORKDIR /srv/gongkai
ENV NEXT_TELEMETRY_DISABLED=1 PRISMA_SCHEMA_ENGINE_BINARY=/bin/true
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund || npm install --no-save --no-audit --no-fund
COPY . .
RUN npm run generate && npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf .next/cache

FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000
WORKDIR /srv/gongkai
COPY --from=build --chown=root:root /srv/gongkai ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# `exec`, so that the server itself gets the signal to stop.
CMD ["/bin/sh", "-c", "exec node node_modules/next/dist/bin/next start -H $HOST -p $PORT"]
