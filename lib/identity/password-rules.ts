import { COMMON_PASSWORDS } from "./common-passwords.ts";

const MIN_LENGTH = 12;
const MAX_LENGTH = 128;

/** What is wrong with a chosen password. */
export type PasswordFault = "too-short" | "too-long" | "common" | "contains-name";

/**
 * What is wrong with a password, or null: length (in characters) and whether it can be guessed. No rule asks for
 * kinds of characters, and none for regular changes (NIST SP 800-63B).
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | null {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  if (length < MIN_LENGTH) return "too-short";
  if (length > MAX_LENGTH) return "too-long";
  if (isCommon(text.toLowerCase())) return "common";
  return names.some((name) => isIn(name, text)) ? "contains-name" : null;
}

/** A word of the list, once or repeated, whatever digits and signs stand around it; or hardly any different signs. */
function isCommon(text: string): boolean {
  if (new Set(text).size < 5) return true;
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return [text, core].some((each) => COMMON_PASSWORDS.some((word) => isRepeated(word, each)));
}

function isRepeated(word: string, text: string): boolean {
  return text !== "" && word.repeat(Math.ceil(text.length / word.length)).startsWith(text);
}

function isIn(name: string, text: string): boolean {
  const folded = name.normalize("NFKC").toLowerCase().trim();
  return [...folded].length >= 4 && text.toLowerCase().includes(folded);
}
