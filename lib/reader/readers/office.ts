import type { Issue } from "#lib/checks/issue.ts";
import { done, type Result, refused } from "#lib/platform/result.ts";
import { openArchive } from "../archive/archive.ts";
import { ARCHIVE_LIMITS } from "../archive/limits.ts";
import { type Office, openOffice } from "../archive/office.ts";
import { readIssue } from "../issues.ts";
import type { Plain } from "../plain.ts";
import type { ReadRefusal } from "../refusal.ts";
import { readDocx } from "./docx.ts";
import { readXlsx } from "./xlsx.ts";

export interface OfficeRead {
  plain: Plain;
  /** What the file holds and was not read. */
  issues: Issue[];
  format: "docx" | "xlsx";
}

/** Whether a file begins as every ZIP archive does, and so every DOCX and XLSX. */
export function isArchive(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/** Reads a Word document or an Excel workbook, told apart by what stands in them. */
export async function readOffice(bytes: Uint8Array): Promise<Result<OfficeRead, ReadRefusal>> {
  const limit = ARCHIVE_LIMITS.packed;
  if (bytes.length > limit) return refused("reader.too-large", { bytes: bytes.length, limit });
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const office = await openOffice(archive.value);
  if (!office.ok) return office;
  const { name } = office.value.root;
  if (name === "document") return withMacros(office.value, await readDocx(office.value), "docx");
  if (name === "workbook") return withMacros(office.value, await readXlsx(office.value), "xlsx");
  return refused("reader.unsupported", { format: name === "presentation" ? "PPTX" : "ZIP" });
}

function withMacros(
  { hasMacros }: Office,
  read: Result<{ plain: Plain; issues: Issue[] }, ReadRefusal>,
  format: OfficeRead["format"],
): Result<OfficeRead, ReadRefusal> {
  if (!read.ok) return read;
  const issues = hasMacros ? [...read.value.issues, macros()] : read.value.issues;
  return done({ ...read.value, issues, format });
}

function macros(): Issue {
  return readIssue(
    "macros",
    {
      zh: "文件带有宏，宏没有运行，也没有读取。",
      en: "The file carries macros; they were neither run nor read.",
    },
    { severity: "note" },
  );
}
