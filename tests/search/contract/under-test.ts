import { SearchError } from "~search/port";
import type { OpenIndex } from "../documents";

/**
 * An engine under test: `open` gives an empty index of its own, `openUnfilled` none at all yet, `openDown` the engine where
 * nobody answers.
 */
export interface EngineUnderTest {
  openUnfilled(): Promise<OpenIndex>;
  open(): Promise<OpenIndex>;
  openDown(): Promise<OpenIndex>;
}

/** The fault of an error of the port, or whatever else was thrown. */
export async function faultOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof SearchError ? error.fault : error;
}
