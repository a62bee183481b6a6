import { expect, it } from "vitest";
import { SearchError } from "~search/port";
import { createPostgresIndex } from "~search/postgres-index";
import { faultOf } from "./contract/under-test";
import { ask } from "./documents";

const failing = (error: Error) =>
  createPostgresIndex(
    () => Promise.reject(error),
    () => Promise.reject(error),
  );
const coded = (code: string) => Object.assign(new Error("of the database"), { code });

it("is down where the database is, whatever way that is said", async () => {
  const troubles = [
    ...["08006", "57P01", "57014", "53300", "40P01", "55P03", "ECONNREFUSED"].map(coded),
    ...["Connection terminated unexpectedly", "timeout exceeded when trying to connect"].map((said) => new Error(said)),
    new Error("Client has encountered a connection error and is not queryable"),
  ];
  for (const trouble of troubles) expect(await faultOf(ask(failing(trouble), {})), trouble.message).toBe("engine_down");
});

it("keeps a mistake a mistake, so that no second engine hides it", async () => {
  const mistakes = [coded("42601"), new TypeError("undefined is not a function"), new SearchError("bad_question", "")];
  for (const mistake of mistakes) await expect(ask(failing(mistake), {})).rejects.toBe(mistake);
});
