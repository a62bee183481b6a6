import type { ServerResponse } from "node:http";
import type { Act } from "./acts";

/** What the buttons of the desk say; nothing here is more than a word for an act. */
export const ACT_WORDS: Record<Act, string> = {
  pay_card: "Pay by card",
  pay_card_later: "Pay by card (on the balance later)",
  pay_bank: "Pay from a bank account (takes days)",
  pay_half: "Pay a half by card",
  decline: "Pay with a card that is declined",
  expire: "Let it expire",
  settle: "The bank's money arrives",
  book_line: "Put it on the balance",
  fail: "The bank payment fails",
  refund_half: "Refund a half",
  refund_all: "Refund all",
  fail_refund: "The refund fails",
  dispute: "The donor disputes it",
  win: "The school wins",
  lose: "The school loses",
  fail_payout: "The payout fails",
  overdue: "Let its due day pass",
  give_up: "Give it up",
  void: "Void it",
  mark_paid: "Mark it as paid",
};

const STYLE = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #57606a; --paper: #faf6ee; --card: #fff; --line: #8c959f; --accent: #0b5a63; --on: #fff; --note: #fbeecb; }
@media (prefers-color-scheme: dark) { :root { --ink: #f0ece3; --soft: #b9b4a8; --paper: #1b1d1c; --card: #252827; --line: #7d8480; --accent: #7fd0d8; --on: #10201f; --note: #4a3a12; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 48rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1.5rem 0 0.5rem; }
h2 { font-size: 1rem; margin: 2rem 0 0.5rem; }
a { color: var(--accent); }
.note { background: var(--note); border-inline-start: 4px solid; border-radius: 6px; padding: 0.75rem 1rem; font-weight: 600; }
.amount { font-size: 1.375rem; font-weight: 600; }
.soft { color: var(--soft); }
ul { list-style: none; margin: 0; padding: 0; }
li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin: 0.75rem 0; padding: 0.75rem 1rem; }
li p { margin: 0 0 0.5rem; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem; }
form.pay { flex-direction: column; align-items: stretch; max-width: 26rem; }
button { min-height: 44px; padding: 0.5rem 0.875rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: var(--ink); font: inherit; text-align: start; cursor: pointer; }
button:hover { border-color: var(--accent); }
.pay button:first-of-type { background: var(--accent); border-color: var(--accent); color: var(--on); font-weight: 600; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** A page of the stand-in, which says on top what it is. */
export function sendPage(response: ServerResponse, status: number, content: string): void {
  const note = `<p class="note">A stand-in of Stripe on this machine. No money moves.</p>`;
  response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
  response.end(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Stand-in of Stripe</title><style>${STYLE}</style></head><body><main>${note}${content}</main></body></html>`,
  );
}
