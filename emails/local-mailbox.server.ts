import type { Mailer } from "./mailer";

/**
 * The stand-in without a provider: nothing leaves the machine. The frozen `mails` row is what `/local/mailbox` shows, so
 * there is nothing to do but to say that it was taken, under the same id however often it is asked.
 */
export function createLocalMailbox(): Mailer {
  return {
    name: "local-mailbox",
    capabilities: { deduplicates: true, rowIsTheMailbox: true, minimumGapMs: 0 },
    from: "Throughline <throughline@localhost>",
    reports: null,
    inbox: null,
    handed: null,
    send: async (mail) => ({ outcome: "accepted", providerId: `local-${mail.key}` }),
  };
}
