import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { StaffActor } from "~/domain/actor";
import { UNDO_FAULTS, type UndoFault } from "~/domain/merge/undo";
import type { Outcome } from "~/domain/outcome";
import type { TextKey } from "~/locales/text-key";
import type { Wiring } from "~/wiring";
import { parseForm } from "./parse-form.server";
import { parseParams } from "./parse-params.server";
import { redirectWithToast } from "./redirect-with-toast.server";
import { NOT_FOUND, notFound, type Refusal, type Refusals, refuse } from "./refuse.server";
import { requireCoordinator } from "./require-actor.server";

type Verb<Asked, Value, Reason extends string> = (
  wiring: Wiring,
  actor: StaffActor,
  asked: Asked,
) => Promise<Outcome<Value, Reason>>;
type Opens<Asked, Value> = Verb<Asked, Value, "not_permitted" | "not_found">;

interface OfTwo {
  /** The one that stays. */
  keptId: string;
  otherId: string;
}

/** The parameters of an address under which two stand side by side: of the one that stays, and of the other. */
type TwoParams = readonly [kept: string, gone: string];

const twoOf = (params: LoaderFunctionArgs["params"], [kept, gone]: TwoParams): OfTwo => {
  const ids = parseParams(params, kept, gone);
  return { keptId: ids[kept] ?? "", otherId: ids[gone] ?? "" };
};

/** Two of any noun side by side. */
export const compareLoader =
  <Page>(params: TwoParams, preview: Opens<OfTwo, Page>) =>
  ({ request, context, params: asked }: LoaderFunctionArgs): Promise<Page> =>
    opened(request, context, (actor) => preview(context.wiring, actor, twoOf(asked, params)));

interface Merging<Schema extends z.ZodType, Reason extends string> {
  params: TwoParams;
  form: Schema;
  merge: Verb<OfTwo & z.output<Schema>, { mergeId: string }, Reason>;
  refusals: Refusals<Reason>;
  /** Under which path a merge has its page. */
  at: string;
  toast: "merges:toast.merged" | "merges:toast.mergedPeople";
}

/** Makes one of two; who did leads to the page from which it is undone. */
export const mergeAction =
  <Schema extends z.ZodType, Reason extends string>(merging: Merging<Schema, Reason>) =>
  async ({ request, context, params }: ActionFunctionArgs) => {
    const actor = await requireCoordinator(request, context);
    const two = twoOf(params, merging.params);
    const form = await parseForm(request, merging.form, context);
    if (!form.ok) return form.reply;
    const outcome = await merging.merge(context.wiring, actor, {
      ...two,
      ...(form.value as z.output<Schema> & object),
    });
    return outcome.ok
      ? redirectWithToast(`/coordinator/duplicates/${merging.at}merged/${outcome.value.mergeId}`, merging.toast)
      : refuse(context, outcome, merging.refusals, form.typed);
  };

/** One merge of any noun, with what an undo gives back or why there is none. */
export const undoLoader =
  <Page>(param: string, open: Opens<{ mergeId: string }, Page>) =>
  ({ request, context, params }: LoaderFunctionArgs): Promise<Page> =>
    opened(request, context, (actor) =>
      open(context.wiring, actor, { mergeId: parseParams(params, param)[param] ?? "" }),
    );

const UndoForm = z.object({ intent: z.literal("undo") });

/** Makes two of one again. */
export const undoAction =
  (
    param: string,
    undo: Verb<{ mergeId: string }, unknown, keyof typeof UNDO_REFUSALS>,
    notPermitted: TextKey = "merges:fault.not_permitted",
  ) =>
  async ({ request, context, params }: ActionFunctionArgs) => {
    const actor = await requireCoordinator(request, context);
    const form = await parseForm(request, UndoForm, context);
    if (!form.ok) return form.reply;
    const outcome = await undo(context.wiring, actor, { mergeId: parseParams(params, param)[param] ?? "" });
    if (outcome.ok) return redirectWithToast("/coordinator/duplicates", "merges:toast.undone");
    const refusals = { ...UNDO_REFUSALS, not_permitted: { status: 403, key: notPermitted } as const };
    return refuse(context, outcome, refusals, form.typed);
  };

/** What each fault of a merge becomes: a conflict with its sentence. */
export const conflicts = <Reason extends string>(
  reasons: readonly Reason[],
  keyOf: (reason: Reason) => TextKey,
): Record<Reason, Refusal> =>
  Object.fromEntries(reasons.map((reason) => [reason, { status: 409, key: keyOf(reason) }])) as Record<Reason, Refusal>;

/** What a merge of any noun refuses beside its own faults. */
export const MERGE_REFUSALS = {
  not_permitted: { status: 403, key: "merges:fault.not_permitted" },
  not_found: NOT_FOUND,
  changed_meanwhile: { status: 409, key: "merges:fault.changed_meanwhile" },
} as const satisfies Refusals<string>;

const UNDO_REFUSALS: Refusals<"not_permitted" | "not_found" | UndoFault> = {
  not_permitted: MERGE_REFUSALS.not_permitted,
  not_found: NOT_FOUND,
  ...conflicts(UNDO_FAULTS, (fault) => `merges:fault.${fault}`),
};

async function opened<Page>(
  request: Request,
  context: AppLoadContext,
  open: (actor: StaffActor) => Promise<Outcome<Page, "not_permitted" | "not_found">>,
): Promise<Page> {
  const outcome = await open(await requireCoordinator(request, context));
  if (outcome.ok) return outcome.value;
  throw outcome.reason === "not_permitted" ? new Response(null, { status: 403 }) : notFound();
}
