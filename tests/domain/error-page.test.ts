import { expect, test } from "vitest";
import { faultOf } from "~/ui/error-page";

const answer = (status: number) => ({ status, statusText: "", internal: false, data: "secret" });

test("an answer that a loader threw is told by its status", () => {
  expect([401, 403, 404, 410, 413, 429, 400, 409].map((status) => faultOf(answer(status)))).toEqual([
    "notYours",
    "notYours",
    "notFound",
    "gone",
    "tooBig",
    "tooMany",
    "refused",
    "refused",
  ]);
});

test("whatever else was thrown is our fault, and says nothing of itself", () => {
  expect([new Error("select * from students"), "text", null, answer(500), answer(503)].map(faultOf)).toEqual(
    Array(5).fill("broken"),
  );
});
