import { get, type IncomingMessage } from "node:http";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { describeError } from "~/describe-error.server";
import { endOnFault } from "~/end-on-fault";
import { handleError } from "~/entry.server";
import { handlers } from "~/jobs/handlers";
import { startWorker } from "~/jobs/worker.server";
import { createLogger } from "~/log.server";
import { createWebServer } from "~/server";
import type { LogFields } from "~/wiring";
import { enqueue } from "~db/jobs.server";
import { withSystem } from "~db/scope.server";
import { SearchError } from "~search/port";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { sql } from "../support/sql";
import { createTestWiring, type TestWiring } from "../support/wiring";

let database: TestDatabase;
let wiring: TestWiring;
let written: string;
beforeAll(async () => {
  database = await createTestDatabase();
  wiring = createTestWiring(database);
  wiring.log = createLogger("info", {
    write: (line) => {
      written += line;
    },
  });
});
beforeEach(() => {
  written = "";
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await wiring.close();
  await database.drop();
});

const CANARIES = /Ana Torres|ana@|wants to work with/;
const TYPED = '{"name":"Ana Torres ana@school.example","why":"She wants to work with animals"}';

const thrownBy = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
};

/** Real errors of every library that meets what people type, each with their words in its message. */
const faults: Record<string, () => Promise<unknown>> = {
  "a syntax error of JSON": () => thrownBy(() => JSON.parse("Ana Torres")),
  "a type error": () => thrownBy(() => new URL(`Ana Torres ${TYPED}`)),
  "zod, with a message of its own": () =>
    thrownBy(() =>
      z
        .string()
        .refine(() => false, { error: ({ input }) => `not ${input}` })
        .parse(TYPED),
    ),
  "the database, by value": () => thrownBy(() => sql(database, "select $1::uuid", [TYPED])),
  "the database, by row": () =>
    thrownBy(() => sql(database, "insert into mail_transports (name) values ($1), ($1)", [TYPED])),
  "fetch of an address": () => thrownBy(() => fetch("http://ana@school.example:1/Ana Torres")),
  "an aggregate": async () => new AggregateError([new Error(TYPED), TYPED], TYPED),
  "a chain of causes": async () => new Error(TYPED, { cause: new RangeError(TYPED, { cause: TYPED }) }),
  "a text instead of an error": async () => TYPED,
  "an object instead of an error": async () => ({ name: "Ana Torres", message: TYPED }),
  "a message with lines like places": async () => new Error(`no\n    at Ana Torres (/ana@school.example:1:1)`),
  "a message changed afterwards": async () => {
    const fault = new Error(`no\n    at Ana Torres (/ana@school.example:1:1)\n${TYPED}`);
    // Reading the stack writes it, with the message of that moment.
    expect(fault.stack).toContain(TYPED);
    return Object.assign(fault, { message: "gone" });
  },
  "a name, a code and fields that hold words": async () =>
    Object.assign(new Error("x"), { name: "Ana Torres", code: "ana@school.example", severity: "ERROR", detail: TYPED }),
};

describe.each(Object.entries(faults))("%s", (_, makeFault) => {
  test("leaves no word of a person in the log of the web process", async () => {
    const fault = await makeFault();
    expect(`${inspect(fault)} ${(fault as Error).stack}`).toMatch(CANARIES);
    const context = { wiring, requestId: "01990000-9000-7000-8000-000000000001" };
    handleError(fault, { request: new Request("http://localhost/"), context, params: {} } as never);
    expect(written).toContain('"type":"');
    expect(written).not.toMatch(CANARIES);
    expect(JSON.stringify(describeError(fault))).not.toMatch(CANARIES);
  });

  test("leaves none in the log of the worker, nor in the row of the job", async () => {
    const fault = await makeFault();
    vi.spyOn(handlers, "sweep").mockRejectedValue(fault);
    const printed = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")];
    await withSystem(wiring, (tx) => enqueue(tx, "sweep", {}));
    const worker = await startWorker(wiring, { byTheClock: false });
    await vi.waitUntil(() => written.includes("a job failed"), { timeout: 15_000, interval: 20 });
    await worker.stop();
    const rows = await sql(database, "delete from graphile_worker._private_jobs returning last_error");
    expect(rows).toEqual([{ last_error: "sweep failed" }]);
    expect(written).toContain('"cause":{"type":"');
    expect(written).not.toMatch(CANARIES);
    for (const print of printed) expect(JSON.stringify(print.mock.calls)).not.toMatch(CANARIES);
  });
});

test("what even the pages could not answer leaves no word in the log", async () => {
  const fail = () => {
    throw new TypeError(TYPED);
  };
  const site = { developing: false, files: [fail], build: fail, close: async () => {} };
  const server = await createWebServer({ wiring, openSite: async () => site as never });
  const port = await server.listen(0);
  const { statusCode } = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ port, host: "127.0.0.1", headers: { host: "localhost:3000" } }, (answer) => resolve(answer.resume())).on(
      "error",
      reject,
    ),
  );
  expect(statusCode).toBe(500);
  await server.stop();
  expect(written).toContain("request failed");
  expect(written).not.toMatch(CANARIES);
});

test("what nobody caught ends the process with a line without a word", () => {
  const exit = vi.spyOn(process, "exit").mockReturnValue(undefined as never);
  const before = process.listeners("uncaughtException");
  endOnFault(wiring.log);
  const [listener] = process.listeners("uncaughtException").filter((each) => !before.includes(each));
  listener?.(new Error(TYPED), "uncaughtException");
  process.removeListener("uncaughtException", listener as () => void);
  expect(exit).toHaveBeenCalledWith(1);
  expect(written).toContain("nobody caught this");
  expect(written).not.toMatch(CANARIES);
});

test("a line keeps what a repair needs: class, code, the names a database blames, and the places in the source", async () => {
  const twice = "insert into mail_transports (name) values ('a'), ('a')";
  expect(describeError(await thrownBy(() => sql(database, twice)))).toMatchObject({
    code: "23505",
    table: "mail_transports",
    constraint: "mail_transports_pkey",
  });
  expect(describeError(new SearchError("engine_down", TYPED))).toMatchObject({ fault: "engine_down" });
  const { places } = describeError(new TypeError(TYPED)) as { places: string[] };
  expect(places[0]).toContain("log.test.ts");
});

test("a field that the log does not know is left out, and a value of another shape is not written", () => {
  const fields = {
    ...{ name: "Ana Torres", mail: "ana@school.example" },
    ...{
      mailId: "ana@school.example",
      path: "/Ana Torres",
      reason: "Ana Torres said no",
      state: "Ana",
      port: "Ana Torres",
    },
    ...{
      counts: { sent: 2, wiped: "Ana Torres" },
      workers: ["worker-1", "Ana Torres"],
      schoolId: "01990000-9000-7000-8000-000000000001",
    },
  };
  wiring.log.info(fields as unknown as LogFields, "a line");
  const { time, level, ...kept } = JSON.parse(written);
  expect(kept).toEqual({
    ...{ mailId: ":other", path: ":other", reason: ":other", state: ":other", port: ":other" },
    ...{
      counts: { sent: 2, wiped: ":other" },
      workers: ["worker-1", ":other"],
      schoolId: "01990000-9000-7000-8000-000000000001",
    },
    msg: "a line",
  });
});

test.each(["422 validation_error", "no answer application_error", "TimeoutError", "unknown outcome: the worker ended"])(
  "a reason of the source or of a provider stays: %s",
  (reason) => {
    wiring.log.warn({ reason }, "a mail was not sent");
    expect(JSON.parse(written)).toMatchObject({ reason });
  },
);
