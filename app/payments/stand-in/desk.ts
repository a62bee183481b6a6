import type { IncomingMessage, ServerResponse } from "node:http";
import { isCurrency, writeMoney } from "../../domain/fund/money";
import { ACTS, type Act, act } from "./acts";
import { ACT_WORDS, sendPage } from "./desk-page";
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
  if (isForeign) sendPage(visit.response, 403, "<p>Not from this page.</p>");
  else if (payable && request.method === "POST") pay(visit, payable);
  else if (payable) showPay(visit, payable);
  else if (pathname !== "/") sendPage(visit.response, 404, "<p>There is nothing here.</p>");
  else if (request.method === "POST") decide(visit);
  else showDesk(visit);
}

/** Ways to pay; an invoice may also be paid in parts. */
const WAYS: readonly Act[] = ["pay_card", "pay_card_later", "pay_bank", "decline"];

function showPay(visit: Visit, payable: StandInObject): void {
  const amount = written(payable.amount_total ?? payable.amount_remaining, payable.currency);
  const isOpen = payable.status === "open" || payable.status === "uncollectible";
  const ways = payable.object === "invoice" ? [...WAYS, "pay_half" as const] : WAYS;
  const form = `<form class="pay" method="post">${ways.map((how) => button("how", how)).join("")}</form>`;
  const over = "<p>This is paid, under way or over.</p>";
  const words = isOpen ? "Back without paying" : "Back to the gift";
  const back = payable.cancel_url ? `<p><a href="${escaped(payable.cancel_url)}">${words}</a></p>` : "";
  const desk = `<p><a href="/">What happens to it later: the desk</a></p>`;
  const head = `<h1>${escaped(payable.title)}</h1><p class="amount">${amount}</p>`;
  sendPage(visit.response, 200, `${head}${isOpen ? form : over}${back}${desk}`);
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

/** What Stripe calls an object, in a word for people. */
const KINDS: Record<string, string> = {
  "checkout.session": "Checkout",
  invoice: "Invoice",
  charge: "Payment",
  refund: "Refund",
  dispute: "Dispute",
  payout: "Payout",
};

function showDesk(visit: Visit): void {
  const objects = [...visit.store.objects.values()].filter(({ object }) => object in CHOICES).reverse();
  const rows = objects.map(({ id, object, account, status, currency, amount, amount_total, amount_due }) => {
    const choices = (CHOICES[object] ?? []).map((what) => button("act", what)).join("");
    const hidden = `<input type="hidden" name="id" value="${id}"><input type="hidden" name="account" value="${escaped(account)}">`;
    const word = escaped(status).replaceAll("_", " ");
    return `<li><p><strong>${KINDS[object]}</strong> · ${written(amount ?? amount_total ?? amount_due, currency)} · <span class="soft">${word}</span></p><form method="post">${hidden}${choices}</form></li>`;
  });
  const accounts = [...new Set(objects.map(({ account }) => account))];
  const payouts = accounts.map(
    (account) =>
      `<h2>Account ${escaped(account)}</h2><form method="post"><input type="hidden" name="account" value="${escaped(account)}"><button name="act" value="pay_out">Pay out to the bank</button><button name="act" value="pay_elsewhere">A payment for something else</button></form>`,
  );
  const lead = "<p>Let happen here what banks and donors do later. What cannot happen now changes nothing.</p>";
  const list = rows.length > 0 ? `<ul>${rows.join("")}</ul>` : "<p>Nobody has begun to pay yet.</p>";
  sendPage(visit.response, 200, `<h1>What happens next</h1>${lead}${payouts.join("")}${list}`);
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

const button = (name: "how" | "act", what: Act) => `<button name="${name}" value="${what}">${ACT_WORDS[what]}</button>`;

/** An amount as people read it; yen have no decimals. */
function written(minor: unknown, currency: unknown): string {
  const code = String(currency);
  return `${isCurrency(code) ? writeMoney(Number(minor), code) : Number(minor)} ${escaped(code.toUpperCase())}`;
}

function escaped(text: unknown): string {
  return String(text ?? "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
