import { randomUUID } from "node:crypto";
import { z } from "zod";
import { LONGEST_NAME, LONGEST_REPORT } from "~/domain/concern/report";
import { UUID } from "~/domain/uuid";
import type { OpenedReport } from "~/features/concerns/open-report.server";
import type { RaiseRefusal } from "~/features/concerns/raise-concern.server";
import { NOT_FOUND, type Refusals } from "./refuse.server";

/** What the short form of a concern sends, signed in or by link. */
export const ConcernForm = z.object({
  formKey: z.uuid(),
  schoolId: z
    .uuid("concerns:fault.school_missing")
    .optional()
    .transform((id) => id ?? null),
  body: z.string().trim().min(1, "concerns:fault.words_missing").max(LONGEST_REPORT),
  about: z
    .string()
    .regex(/^(student|person|mentor|pursuit):[0-9a-f-]{36}$/)
    .optional()
    .transform((value) => value ?? null),
  aboutReaders: z.array(z.string().regex(/^person:[0-9a-f-]{36}$/)).max(200),
  aboutName: z.string().trim().max(LONGEST_NAME).default(""),
  conversationOf: z.uuid().optional(),
  messageId: z.uuid().optional(),
  mayCall: z.literal("on").optional().transform(Boolean),
  callPhone: z.string().trim().max(60).default(""),
});

type SentConcern = z.output<typeof ConcernForm>;

/** The report of a form that was sent, with the conversation that it is about. */
export const reportOf = ({ conversationOf, messageId, ...report }: SentConcern) => ({
  ...report,
  conversation: conversationOf ? { pursuitId: conversationOf, messageId: messageId ?? null } : null,
});

/** The conversation that an address of the form names, such as `?conversation=…&message=…`. */
export function conversationIn(url: string) {
  const asked = new URL(url).searchParams;
  const [pursuitId, messageId] = [asked.get("conversation") ?? "", asked.get("message") ?? ""];
  return UUID.test(pursuitId) ? { pursuitId, messageId: UUID.test(messageId) ? messageId : null } : null;
}

export const concernRefusals: Refusals<RaiseRefusal> = {
  not_permitted: { status: 403, key: "concerns:fault.not_permitted" },
  not_found: NOT_FOUND,
  words_missing: { status: 422, key: "concerns:fault.words_missing", field: "body" },
  phone_missing: { status: 422, key: "concerns:fault.phone_missing", field: "callPhone" },
  school_missing: { status: 422, key: "concerns:fault.school_missing", field: "schoolId" },
  too_many: { status: 429, key: "concerns:fault.tooMany" },
};

/** Where nobody is left to read a report, its reporter hears that first. */
export const thanksFor = ({ readBy }: { readBy: string }) =>
  readBy === "nobody" ? "concerns:toast.unread" : "concerns:toast.sent";

/** What the page of the form shows; each time it is opened the form has a number of its own, so that it is one report. */
export const concernView = (opened: OpenedReport) => ({ ...opened, formKey: randomUUID() as string });
