"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { checkForm } from "#lib/check-service/form.ts";
import { handOver } from "#lib/check-service/hand-over.ts";
import { clientAddress } from "#lib/identity/client-address.ts";
import { env } from "#lib/platform/env.ts";

/** Open to everyone: checks what the form brings and leaves the answer to the page, which is rendered next. */
export async function checkAction(form: FormData): Promise<void> {
  const forwarded = (await headers()).get("x-forwarded-for");
  handOver(await checkForm(form, clientAddress(forwarded, env().TRUSTED_PROXIES)));
  refresh();
}
