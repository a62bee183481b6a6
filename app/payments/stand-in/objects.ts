import { randomBytes } from "node:crypto";

/** An object as Stripe's interface writes it; what we do not use is left out. */
export interface StandInObject {
  id: string;
  object: string;
  [field: string]: unknown;
}

/** What happened, as an event carries it: the object as it was at that moment. */
export interface StandInEvent {
  id: string;
  account: string;
  body: string;
}

/** The objects of all accounts, each behind its key; `events` in the order in which they happened. */
export class Store {
  readonly objects = new Map<string, StandInObject & { account: string }>();
  readonly events: StandInEvent[] = [];
  constructor(private readonly now: () => Date) {}

  seconds(): number {
    return Math.floor(this.now().getTime() / 1_000);
  }

  add(account: string, prefix: string, object: string, fields: Record<string, unknown>): StandInObject {
    const id = `${prefix}_${randomBytes(12).toString("hex")}`;
    const made = { id, object, account, created: this.seconds(), livemode: false, ...fields };
    this.objects.set(id, made);
    return made;
  }

  find(account: string, id: unknown): StandInObject | undefined {
    const found = typeof id === "string" ? this.objects.get(id) : undefined;
    return found?.account === account ? found : undefined;
  }

  get(account: string, id: unknown): StandInObject {
    const found = this.find(account, id);
    if (!found) throw new Error(`the stand-in has no ${String(id)}`);
    return found;
  }

  list(account: string, object: string): StandInObject[] {
    return [...this.objects.values()].filter((each) => each.account === account && each.object === object);
  }

  /** A line of the account's balance; its sum is the balance. What comes from a bank is pending until a payout takes it along. */
  addLine(
    account: string,
    line: { amount: number; fee: number; currency: string; type: string; source: string },
  ): string {
    const net = line.amount - line.fee;
    const status = line.type === "payment" ? "pending" : "available";
    return this.add(account, "txn", "balance_transaction", { ...line, net, status }).id;
  }

  tell(account: string, type: string, object: StandInObject): void {
    const id = `evt_${randomBytes(12).toString("hex")}`;
    const data = { object: shown(object) };
    const event = { id, object: "event", created: this.seconds(), type, livemode: false, data };
    this.events.push({ id, account, body: JSON.stringify(event, null, 2) });
  }
}

/** Without our own bookkeeping. */
export function shown(object: StandInObject): StandInObject {
  const { account: _, ...rest } = object;
  return rest as StandInObject;
}
