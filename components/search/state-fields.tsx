import type { SearchState } from "#lib/search/query.ts";
import { START, stateParameters } from "#lib/search/query.ts";

/** A state as hidden fields of a form, but for the parameters the form itself asks for. */
export function StateFields({
  state,
  but,
}: {
  state: SearchState;
  but: (name: string) => boolean;
}) {
  const entries = [...stateParameters({ ...state, ...START })].filter(([name]) => !but(name));
  return entries.map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}
