import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { workAfterAnswers } from "~/server/after-answer";
import type { LogFields } from "~/wiring";

/** An answer that leaves when the test says so. */
const someAnswer = () => ({ response: new EventEmitter() as unknown as ServerResponse, requestId: "r1" });

function workHere() {
  const lines: { fields: LogFields; message: string }[] = [];
  const error = (fields: LogFields, message: string) => void lines.push({ fields, message });
  return { lines, after: workAfterAnswers({ info: () => {}, warn: () => {}, error }) };
}

test("work begins when the answer has left, and whoever waits for all of it waits for that", async () => {
  const { after } = workHere();
  const answer = someAnswer();
  const steps: string[] = [];
  after.begin(async () => void steps.push("worked"), answer);
  const settled = after.settled().then(() => steps.push("settled"));
  steps.push("left");
  answer.response.emit("close");
  await settled;
  expect(steps).toEqual(["left", "worked", "settled"]);
});

test("work that fails is logged with its request and holds nothing up", async () => {
  const { after, lines } = workHere();
  const answer = someAnswer();
  const fault = new Error("no connection");
  after.begin(() => Promise.reject(fault), answer);
  answer.response.emit("close");
  await after.settled();
  expect(lines).toEqual([{ fields: { err: fault, requestId: "r1" }, message: "work after an answer failed" }]);
});
