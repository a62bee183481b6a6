import type { RequestHandler } from "express";
import { Counter, Histogram, type Registry } from "prom-client";
import type { Logger } from "~/wiring";

/** Writes one line per answer and counts it. Files of the build are counted, not written. */
export function logRequests(log: Logger, metrics: Registry): RequestHandler {
  const answers = new Counter({
    name: "http_answers_total",
    help: "Answers by method and class of status",
    labelNames: ["method", "status"],
    registers: [metrics],
  });
  const seconds = new Histogram({
    name: "http_answer_seconds",
    help: "Time to the end of an answer",
    buckets: [0.01, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [metrics],
  });
  return (req, res, next) => {
    const started = performance.now();
    const path = withoutSecrets(req.path);
    res.on("close", () => {
      const ms = Math.round(performance.now() - started);
      answers.inc({ method: req.method, status: `${Math.floor(res.statusCode / 100)}xx` });
      seconds.observe(ms / 1000);
      if (path.startsWith("/assets/") && res.statusCode < 400) return;
      const line = { requestId: res.locals.requestId, method: req.method, path, status: res.statusCode, ms };
      if (res.statusCode >= 500) log.error(line, "answered");
      else log.info(line, "answered");
    });
    next();
  };
}

/** The path with its words and ids; what may be a token, a name or an address becomes `:other`. */
export function withoutSecrets(path: string): string {
  return path
    .slice(0, 300)
    .split("/")
    .map((part) =>
      /^[a-z.-]{0,40}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part) || path.startsWith("/assets/")
        ? part
        : ":other",
    )
    .join("/");
}
