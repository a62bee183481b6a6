/** A kept picture. Nothing keeps a copy on the way, and no browser takes it for anything else than a picture. */
export function pictureAnswer({ kind, content }: { kind: string; content: Uint8Array }): Response {
  return new Response(new Uint8Array(content), {
    headers: { "Content-Type": kind, "Content-Disposition": "inline", "Cache-Control": "no-store" },
  });
}
