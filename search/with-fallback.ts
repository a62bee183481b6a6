import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from "cockatiel";
import { sortOutDocuments } from "./check-document";
import { settingsOf } from "./indexes";
import { type Answer, type Search, SearchError } from "./port";
import { writeToBoth } from "./write-to-both";

interface Engines {
  /** Asked as long as it answers. */
  first: Search;
  /** Holds the same, and answers where the first does not. */
  second: Search;
  /** Called when the first one is given a rest, and when it is asked again for good. */
  onChange(change: EngineChange): void;
  /** Called for every answer of the second one, with what the first one did or why it was not asked. */
  onDegraded(cause: SearchError | "resting" | "behind"): void;
  /** Whether the first one lacks changes that any process brought to it: what it found would be of an earlier day. */
  lacksChanges(): Promise<boolean>;
  /** Called when the first one took a change, before whoever brought it goes on. */
  onTaken(): Promise<void>;
  restMs?: number;
}

/** Questions and writes rest apart: an engine that cannot finish a task may still answer. */
export interface EngineChange {
  of: "questions" | "writes";
  state: "resting" | "back";
  /** What the engine did at last before it was given a rest. */
  cause?: unknown;
}

/** Failures in a row after which nobody waits for the first engine any more. */
const FAILURES = 3;
/** Writes wait longer, and whoever is erased waits behind them. */
const FAILED_WRITES = 2;
const REST_MS = 10_000;

/**
 * One search of two engines. An outage of the first is answered by the second, and every such answer says so: a list is
 * never empty because an engine is away. Writes go to both, so that the second is as new as the first; while the first is
 * resting from writes they reach the second at once, and throw `engine_down` for the first. A first one that lacks changes is
 * not asked until it has them: it would answer as if nothing had happened since.
 */
export function withFallback({
  first,
  second,
  onChange,
  onDegraded,
  lacksChanges,
  onTaken,
  restMs = REST_MS,
}: Engines): Search {
  const breakerOf = (of: EngineChange["of"], failures: number) => {
    const breaker: CircuitBreakerPolicy = circuitBreaker(
      // One that waited for its turn says nothing of the engine: in the trial after a rest it does not stand for an answer.
      handleWhen((error) => isOutage(error) || (isBusy(error) && breaker.state === CircuitState.HalfOpen)),
      { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) },
    );
    breaker.onBreak((reason) => {
      const cause = "error" in reason ? { cause: reason.error } : {};
      if (!isBusy(cause.cause)) onChange({ of, state: "resting", ...cause });
    });
    breaker.onReset(() => onChange({ of, state: "back" }));
    return breaker;
  };
  const breaker = breakerOf("questions", FAILURES);
  const writes = breakerOf("writes", FAILED_WRITES);

  const isBehind = async () => writes.state !== CircuitState.Closed || (await lacksChanges());
  const read = async <Result extends Pick<Answer, "degraded">>(ask: (engine: Search) => Promise<Result>) => {
    const askSecond = async (cause: SearchError | "resting" | "behind") => {
      onDegraded(cause);
      return { ...(await ask(second)), degraded: true };
    };
    if (await isBehind()) return askSecond("behind");
    try {
      return await breaker.execute(() => ask(first));
    } catch (error) {
      if (error instanceof BrokenCircuitError) return askSecond("resting");
      if (isRefusal(error) || isOutage(error)) return askSecond(error);
      throw error;
    }
  };
  const writeFirst = async ({ act, isAsked = () => true }: Write) => {
    try {
      await writes.execute(() => act(first));
    } catch (error) {
      // It sets a document aside only after it took something else, or after it finished the task and named the document.
      if (isBadDocument(error) && isAsked()) await onTaken();
      throw asOutage(error);
    }
    await onTaken();
  };
  const write = (one: Write) =>
    writeToBoth([second, first], (engine) => (engine === first ? writeFirst(one) : one.act(engine)));

  return {
    capabilities: first.capabilities,
    search: (index, question) => read((engine) => engine.search(index, question)),
    totals: (index, question) => read((engine) => engine.totals(index, question)),
    count: (index, scope) => read((engine) => engine.count(index, scope)),
    // Both hold the same words: whichever of them knows how rare they are says it.
    ...raritiesOf(first, second),
    put: (index, documents) =>
      write({
        act: (engine) => engine.put(index, documents),
        isAsked: () => sortOutDocuments(settingsOf(index), documents).good.length > 0,
      }),
    remove: (index, removals) => write({ act: (engine) => engine.remove(index, removals) }),
    drop: (index) => write({ act: (engine) => engine.drop(index) }),
  };
}

function raritiesOf(...engines: Search[]): Pick<Search, "rarities"> {
  const knowing = engines.find(({ rarities }) => rarities !== undefined);
  return knowing?.rarities ? { rarities: knowing.rarities.bind(knowing) } : {};
}

interface Write {
  act(engine: Search): Promise<void>;
  /** Whether an engine is asked at all: what none could take is sorted out before. */
  isAsked?(): boolean;
}

const asOutage = (error: unknown): unknown =>
  error instanceof BrokenCircuitError
    ? new SearchError("engine_down", "The engine is given a rest from writes", { cause: error })
    : error;

const isBadDocument = (error: unknown) => error instanceof SearchError && error.fault === "bad_document";

const isBusy = (error: unknown) => error instanceof SearchError && error.fault === "engine_busy";

/** Other questions may do: nobody else has to wait for the second engine. */
const isRefusal = (error: unknown): error is SearchError =>
  error instanceof SearchError && error.fault === "question_refused";

/** Another engine may answer; a mistake in the question it would refuse as well. */
function isOutage(error: unknown): error is SearchError {
  return error instanceof SearchError && (error.fault === "engine_down" || error.fault === "engine_unfit");
}
