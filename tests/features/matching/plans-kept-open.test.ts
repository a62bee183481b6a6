import { expect, test } from "vitest";
import type { OpenPlan } from "~/domain/matching/open-plan";
import { done, type Outcome, refused } from "~/domain/outcome";
import { keepPlansOpen, type RunToOpen } from "~/features/matching/plans-kept-open";

const planOf = (runId: string) => ({ input: { runId } }) as unknown as OpenPlan;
const run = (runId: string, { madeAt = "2026-09-01T16:00:00Z", schoolId = "lakeview" } = {}): RunToOpen => ({
  schoolId,
  runId,
  madeAt,
});
const older = run("older");
const newer = run("newer", { madeAt: "2026-09-01T16:00:01Z" });

/** An opening that ends when it is told to, and how often one was begun. */
function slow(runId: string) {
  let settle: (outcome: Outcome<OpenPlan, "broken">) => void = () => {};
  const answer = new Promise<Outcome<OpenPlan, "broken">>((resolve) => {
    settle = resolve;
  });
  const opener = Object.assign(
    () => {
      opener.count += 1;
      return answer;
    },
    { count: 0 },
  );
  return { opener, end: () => settle(done(planOf(runId))) };
}
const at = (runId: string) => async () => done(planOf(runId));
const notAgain = async (): Promise<never> => {
  throw new Error("it is open");
};

test("a plan is opened once however many ask while it opens, and stays open", async () => {
  const plans = keepPlansOpen(2);
  const { opener, end } = slow("older");
  const asked = [plans.take(older, opener), plans.take(older, opener)];
  end();
  const [one, other] = await Promise.all(asked);
  expect(opener.count).toBe(1);
  expect(one).toBe(other);
  expect(await plans.take(older, notAgain)).toEqual(one);
});

test("an older run that opens after a newer one does not push it out, a newer one takes its place", async () => {
  const plans = keepPlansOpen(2);
  const { opener, end } = slow("older");
  const first = plans.take(older, opener);
  await plans.take(newer, at("newer"));
  end();
  expect(await first).toEqual(done(planOf("older")));
  expect(await plans.take(newer, notAgain)).toEqual(done(planOf("newer")));
  const newest = run("newest", { madeAt: "2026-09-02T16:00:00Z" });
  await plans.take(newest, at("newest"));
  expect(await plans.take(newest, notAgain)).toEqual(done(planOf("newest")));
});

test("what did not open is asked for anew, whether it was refused or broke off", async () => {
  const plans = keepPlansOpen(2);
  expect(await plans.take(older, async () => refused("broken"))).toEqual(refused("broken"));
  await expect(plans.take(older, notAgain)).rejects.toThrow("it is open");
  expect(await plans.take(older, at("older"))).toEqual(done(planOf("older")));
});

test("what a school forgot is not kept, nor what was being opened then", async () => {
  const plans = keepPlansOpen(2);
  const { opener, end } = slow("older");
  const under = plans.take(older, opener);
  plans.forget("lakeview");
  end();
  await under;
  await expect(plans.take(older, notAgain)).rejects.toThrow("it is open");
  await plans.take(older, at("older"));
  plans.forget("lakeview");
  await expect(plans.take(older, notAgain)).rejects.toThrow("it is open");
});

test("no more schools are kept than said: the one that was longest not asked for goes", async () => {
  const plans = keepPlansOpen(2);
  const cedar = run("at-cedar", { schoolId: "cedar" });
  const harbor = run("at-harbor", { schoolId: "harbor" });
  await plans.take(older, at("older"));
  await plans.take(cedar, at("at-cedar"));
  await plans.take(older, notAgain);
  await plans.take(harbor, at("at-harbor"));
  expect(await plans.take(older, notAgain)).toEqual(done(planOf("older")));
  await expect(plans.take(cedar, notAgain)).rejects.toThrow("it is open");
});
