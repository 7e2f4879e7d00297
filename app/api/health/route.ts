/** Whether this process answers at all; asks nothing else (for a restart by the platform). */
export function GET(): Response {
  return Response.json({ alive: true }, { headers: { "Cache-Control": "no-store" } });
}
