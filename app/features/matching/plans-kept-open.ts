import type { OpenPlan } from "~/domain/matching/open-plan";
import type { Outcome } from "~/domain/outcome";

export interface RunToOpen {
  schoolId: string;
  runId: string;
  /** When the run was asked for. */
  madeAt: string;
}

interface Kept {
  run: RunToOpen;
  open: OpenPlan;
}

export interface PlansKeptOpen {
  /**
   * The plan of a run: the one that is open, or that is being opened at this moment for somebody else, so that a plan is opened
   * once however many ask; opened by `open` otherwise. One that opened stays, unless a newer one of the school is open by then.
   */
  take: <Reason extends string>(
    run: RunToOpen,
    open: () => Promise<Outcome<OpenPlan, Reason>>,
  ) => Promise<Outcome<OpenPlan, Reason>>;
  /** The plan of a run if it is open. */
  find: (run: Pick<RunToOpen, "schoolId" | "runId">) => OpenPlan | undefined;
  /** Lets go of what is open of a school, and of what is being opened once it was answered. */
  forget: (schoolId: string) => void;
}

/** Holds opened plans, one of each school and no more than `most`; the one that was longest not asked for goes first. */
export function keepPlansOpen(most: number): PlansKeptOpen {
  const kept = new Map<string, Kept>();
  const opening = new Map<string, { run: RunToOpen; outcome: Promise<Outcome<OpenPlan, string>> }>();

  function keep({ run, open }: Kept): void {
    const other = kept.get(run.schoolId);
    if (other && Date.parse(other.run.madeAt) > Date.parse(run.madeAt)) return;
    kept.delete(run.schoolId);
    kept.set(run.schoolId, { run, open });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }

  async function openAnew(run: RunToOpen, open: () => Promise<Outcome<OpenPlan, string>>) {
    const outcome = open();
    const mine = { run, outcome };
    opening.set(run.runId, mine);
    try {
      const opened = await outcome;
      if (opened.ok && opening.get(run.runId) === mine) keep({ run, open: opened.value });
      return opened;
    } finally {
      if (opening.get(run.runId) === mine) opening.delete(run.runId);
    }
  }

  return {
    take: async <Reason extends string>(run: RunToOpen, open: () => Promise<Outcome<OpenPlan, Reason>>) => {
      const known = kept.get(run.schoolId);
      if (known?.run.runId === run.runId) {
        keep(known);
        return { ok: true, value: known.open };
      }
      const outcome = opening.get(run.runId)?.outcome ?? openAnew(run, open);
      return outcome as Promise<Outcome<OpenPlan, Reason>>;
    },
    find: ({ schoolId, runId }) => {
      const known = kept.get(schoolId);
      return known?.run.runId === runId ? known.open : undefined;
    },
    forget: (schoolId) => {
      kept.delete(schoolId);
      for (const [runId, { run }] of opening) if (run.schoolId === schoolId) opening.delete(runId);
    },
  };
}
