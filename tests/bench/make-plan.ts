import { setTimeout as wait } from "node:timers/promises";
import type { Product } from "./product";

const BOARD = "/coordinator/matches";
const LOOK_AGAIN_MS = 200;

/** Asks for a plan as the button of the board does, and waits until the worker has made it. */
export async function makePlan(product: Product): Promise<void> {
  await product.post(BOARD, { intent: "run" });
  for (;;) {
    const { body } = await product.get(`${BOARD}?_data=${encodeURIComponent("routes/coordinator.matches._index")}`);
    const { running, finishedAt } = JSON.parse(body) as {
      running: { state: string } | null;
      finishedAt: string | null;
    };
    if (running?.state === "failed") throw new Error("the plan failed");
    if (finishedAt && !running) return;
    await wait(LOOK_AGAIN_MS);
  }
}
