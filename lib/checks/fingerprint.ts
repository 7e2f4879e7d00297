/** 64 bits of FNV-1a over UTF-16 units, as 16 hex digits: no secret, only short and the same everywhere. */
export function fingerprint(text: string): string {
  let state = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    state ^= BigInt(text.charCodeAt(index));
    state = BigInt.asUintN(64, state * 0x100000001b3n);
  }
  return state.toString(16).padStart(16, "0");
}
