import { CHANGE_KINDS } from "~/routes/coordinator.matches.what-if/change-kinds";
import { COHORT } from "~db/seed/cohort/cohort-school.server";
import { makePlan } from "./make-plan";
import { median, percentile, WARM_AFTER } from "./measure";
import { type Product, startProduct } from "./product";
import { report } from "./table";

const BOARD = "/coordinator/matches";
const WHAT_IF = "/coordinator/matches/what-if";
const REQUESTS = 40;
const BOARD_GOAL_MS = 300;
const WHAT_IF_GOAL_MS = 50;
const LOOP_GOAL_MS = 50;
/** Of the web process, since somebody last asked for it; with the 10 ms between two looks. */
const LOOP_DELAY = "nodejs_eventloop_lag_p99_seconds";
const ABOUT_A_STUDENT: readonly string[] = ["lock", "forbid", "travel_student"];

/**
 * What a coordinator of a school of 300 waits for, over HTTP from the first byte sent to the last one read: the built server
 * in its own process, the database of this machine, one request after the other. By the clock, so what else the machine does
 * counts. The first request of a kind finds nothing compiled or kept, and is told apart.
 */
export async function servedRows(): Promise<void> {
  const product = await startProduct({ fill: ({ run }) => run("seed-cohort"), mail: COHORT.coordinatorMail });
  try {
    await product.metric(LOOP_DELAY);
    await makePlan(product);
    const late = (await product.metric(LOOP_DELAY)) * 1000;
    report({ row: "event loop that serves, while a plan of 300 x 200 is made, p99", ours: late, goal: LOOP_GOAL_MS });
    await rowsOf(product, { name: "board of 300 x 200", goal: BOARD_GOAL_MS, addressAt: () => BOARD });
    const questions = await questionsOf(product);
    const addressAt = (turn: number) => `${WHAT_IF}?${questions[turn % questions.length]}`;
    await rowsOf(product, { name: "what if of 300 x 200", goal: WHAT_IF_GOAL_MS, addressAt });
    const dataAt = (turn: number) =>
      `${addressAt(turn)}&_data=${encodeURIComponent("routes/coordinator.matches.what-if")}`;
    await rowsOf(product, {
      name: "what if of 300 x 200, as a page in use asks",
      goal: WHAT_IF_GOAL_MS,
      addressAt: dataAt,
    });
  } finally {
    await product.stop();
  }
}

interface Asked {
  name: string;
  goal: number;
  addressAt: (turn: number) => string;
}

async function rowsOf(product: Product, { name, goal, addressAt }: Asked): Promise<void> {
  const first = await product.get(addressAt(0));
  report({ row: `${name}, first request`, ours: first.ms });
  for (let turn = 1; turn <= WARM_AFTER; turn += 1) await product.get(addressAt(turn));
  const taken: number[] = [];
  for (let turn = 0; turn < REQUESTS; turn += 1) taken.push((await product.get(addressAt(turn))).ms);
  report({ row: `${name}, median`, ours: median(taken), goal, note: `${REQUESTS} requests` });
  report({ row: `${name}, p95`, ours: percentile(taken, 0.95), goal });
}

/** Each of the changes that the page offers, about students and places all over the plan; asks for them, which is the first question to a plan. */
async function questionsOf(product: Product): Promise<string[]> {
  const { body, ms } = await product.get(
    `${WHAT_IF}?_data=${encodeURIComponent("routes/coordinator.matches.what-if")}`,
  );
  report({ row: "what if of 300 x 200, first question to a plan whose board was open", ours: ms });
  const { asked } = JSON.parse(body) as {
    asked: { value: { students: { id: string }[]; listings: { id: string }[] } };
  };
  const pick = <Item>(items: readonly Item[], turn: number) => items[(turn * 37) % items.length] as Item;
  return Array.from({ length: REQUESTS }, (_, turn) => {
    const kind = CHANGE_KINDS[turn % CHANGE_KINDS.length] as (typeof CHANGE_KINDS)[number];
    return new URLSearchParams({
      kind,
      studentId: ABOUT_A_STUDENT.includes(kind) ? pick(asked.value.students, turn).id : "",
      listingId: kind.startsWith("travel") ? "" : pick(asked.value.listings, turn).id,
      added: "1",
      minutes: "10",
    }).toString();
  });
}
