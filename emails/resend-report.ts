import { z } from "zod";
import type { Arrival } from "~/domain/mail/arrival";
import { addressOf } from "./addressing";
import type { MailReport, ReceivedNote } from "./mailer";

/** What we read of https://resend.com/docs/webhooks/event-types; the rest of it may change. */
const Report = z.object({
  type: z.string().max(100),
  data: z.object({
    email_id: z.string().min(1).max(255),
    tags: z.object({ mail: z.uuid() }),
    bounce: z.object({ type: z.string() }).optional(),
  }),
});

/** Of `email.received` (https://resend.com/docs/webhooks/emails/received): who sent it and what about we read in the mail itself. */
const Received = z.object({
  type: z.literal("email.received"),
  data: z.object({
    email_id: z.string().min(1).max(255),
    to: z.array(z.string()).max(500),
    cc: z.array(z.string()).max(500).nullish(),
    bcc: z.array(z.string()).max(500).nullish(),
    received_for: z.array(z.string()).max(500).nullish(),
  }),
});

/**
 * Reads a report whose signature is proven. Mail without our tag is of somebody else on the same account; news of openings
 * and clicks is not asked for, because we follow nobody.
 */
export function readResendReport(eventId: string, body: unknown): MailReport | ReceivedNote | "unread" {
  const received = Received.safeParse(body);
  if (received.success) return noteOf(eventId, received.data);
  const report = Report.safeParse(body);
  if (!report.success) return "unread";
  const { type, data } = report.data;
  const arrival = arrivalOf(type, data.bounce?.type);
  if (arrival === null) return "unread";
  return { eventId, type, arrival, providerId: data.email_id, key: data.tags.mail };
}

/** A hidden copy names us only in `received_for`. */
function noteOf(eventId: string, { type, data }: z.infer<typeof Received>): ReceivedNote {
  const lists = [data.received_for, data.to, data.cc, data.bcc];
  return { eventId, type, receivedId: data.email_id, to: lists.flatMap((list) => list ?? []).map(addressOf) };
}

/** Only a permanent bounce says something about the address; other ones may be a full mailbox, or a reply nobody could read. */
function arrivalOf(type: string, bounceType: string | undefined): Arrival | null {
  switch (type) {
    case "email.sent":
      return "sent";
    case "email.delivery_delayed":
      return "delayed";
    case "email.delivered":
      return "delivered";
    case "email.failed":
      return "returned";
    case "email.bounced":
      return bounceType === "Permanent" ? "bounced" : "returned";
    // It holds the address back since an earlier bounce or complaint.
    case "email.suppressed":
      return "bounced";
    case "email.complained":
      return "complained";
    default:
      return null;
  }
}
