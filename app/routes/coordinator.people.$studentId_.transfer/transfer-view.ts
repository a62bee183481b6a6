import type { SerializeFrom } from "@remix-run/node";
import type { openTransfer } from "~/features/transfers/open-transfer.server";

/** What the page of a transfer was given. */
export type TransferView = SerializeFrom<Extract<Awaited<ReturnType<typeof openTransfer>>, { ok: true }>["value"]>;
