import type { IncomingMessage, ServerResponse } from "node:http";
import { isCurrency, writeMoney } from "../../domain/fund/money";
import { ACTS, type Act, act } from "./acts";
import type { StandInObject, Store } from "./objects";
import { payOut } from "./reversals";
import { payElsewhere } from "./surprises";

/** Minor units of a payment that has nothing to do with a gift. */
const ELSEWHERE = 12_00;

interface Visit {
  store: Store;
  request: IncomingMessage;
  response: ServerResponse;
  pathname: string;
  body: string;
  url: string;
}

/** Pages for people: the payment page that a donor sees, and a desk where the rest of a payment's life is let happen. */
export function handleDesk(visit: Visit): void {
  const { store, request, pathname, url } = visit;
  const payable = store.objects.get(pathname.replace(/^\/pay\//, ""));
  // Another page in the same browser may not press these buttons.
  const isForeign = request.method === "POST" && ![undefined, url].includes(request.headers.origin);
  if (isForeign) page(visit, 403, "Not from this page.");
  else if (payable && request.method === "POST") pay(visit, payable);
  else if (payable) showPay(visit, payable);
  else if (pathname !== "/") page(visit, 404, "There is nothing here.");
  else if (request.method === "POST") decide(visit);
  else showDesk(visit);
}

function showPay(visit: Visit, payable: StandInObject): void {
  const amount = written(payable.amount_total ?? payable.amount_remaining, payable.currency);
  const isOpen = payable.status === "open" || payable.status === "uncollectible";
  const button = (how: string, label: string) => `<button name="how" value="${how}">${label}</button>`;
  const back = payable.cancel_url ? `<p><a href="${escaped(payable.cancel_url)}">Back without paying</a></p>` : "";
  const form = isOpen
    ? `<form method="post">${button("pay_card", "Pay by card")} ${button("pay_card_later", "Pay by card (on the balance later)")} ${button("pay_bank", "Pay from a bank account (takes days)")} ${payable.object === "invoice" ? button("pay_half", "Pay a half by card") : ""} ${button("decline", "Pay with a card that is declined")}</form>${back}`
    : "<p>This is paid, under way or over.</p>";
  page(visit, 200, `<h1>${escaped(payable.title)}</h1><p>${amount}</p>${form}`);
}

function pay(visit: Visit, payable: StandInObject & { account: string }): void {
  const how = new URLSearchParams(visit.body).get("how");
  if (isAct(how)) act(visit.store, payable.account, payable.id, how);
  const done = how === "decline" ? `/pay/${payable.id}` : String(payable.success_url ?? `/pay/${payable.id}`);
  visit.response.writeHead(303, { Location: done }).end();
}

/** What can happen to each kind of object at the desk. */
const CHOICES: Record<string, readonly Act[]> = {
  "checkout.session": ["expire"],
  invoice: ["pay_half", "overdue", "give_up", "void", "mark_paid"],
  charge: ["settle", "book_line", "fail", "refund_half", "refund_all", "dispute"],
  refund: ["fail_refund"],
  dispute: ["win", "lose"],
  payout: ["fail_payout"],
};

function showDesk(visit: Visit): void {
  const objects = [...visit.store.objects.values()].filter(({ object }) => object in CHOICES).reverse();
  const rows = objects.map(({ id, object, account, status, currency, amount, amount_total, amount_due }) => {
    const choices = (CHOICES[object] ?? [])
      .map((what) => `<button name="act" value="${what}">${what}</button>`)
      .join(" ");
    const hidden = `<input type="hidden" name="id" value="${id}"><input type="hidden" name="account" value="${escaped(account)}">`;
    return `<tr><td>${object}</td><td>${written(amount ?? amount_total ?? amount_due, currency)}</td><td>${escaped(status)}</td><td><form method="post">${hidden}${choices}</form></td></tr>`;
  });
  const accounts = [...new Set(objects.map(({ account }) => account))];
  const payouts = accounts.map(
    (account) =>
      `<form method="post"><input type="hidden" name="account" value="${escaped(account)}"><button name="act" value="pay_out">Pay out ${escaped(account)}</button> <button name="act" value="pay_elsewhere">A payment for something else</button></form>`,
  );
  page(visit, 200, `<h1>What happens next</h1><table>${rows.join("")}</table>${payouts.join("")}`);
}

function decide(visit: Visit): void {
  const form = new URLSearchParams(visit.body);
  const what = form.get("act");
  const account = form.get("account") ?? "";
  if (what === "pay_out") payOut(visit.store, account);
  else if (what === "pay_elsewhere") payElsewhere(visit.store, account, ELSEWHERE);
  else if (isAct(what)) act(visit.store, account, form.get("id") ?? "", what);
  visit.response.writeHead(303, { Location: "/" }).end();
}

function isAct(word: string | null): word is Act {
  return (ACTS as readonly string[]).includes(word ?? "");
}

/** An amount as people read it; yen have no decimals. */
function written(minor: unknown, currency: unknown): string {
  const code = String(currency);
  return `${isCurrency(code) ? writeMoney(Number(minor), code) : Number(minor)} ${escaped(code.toUpperCase())}`;
}

function escaped(text: unknown): string {
  return String(text ?? "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page({ response }: Visit, status: number, content: string): void {
  const note = "<p><strong>A stand-in of Stripe on this machine. No money moves.</strong></p>";
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Stand-in of Stripe</title><body style="font:18px sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem">${note}${content}`,
  );
}
