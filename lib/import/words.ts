import { counted } from "#lib/editions/counted.ts";
import type { Text } from "#lib/editions/edition.ts";
import { type ReadRefusal, refusalText } from "#lib/reader/refusal.ts";
import type { ReadingRefusal } from "./reading.ts";
import type { WalkFault } from "./walk.ts";

const FIXED = {
  "import.not-found": { zh: "没有这个文件或文件夹。", en: "There is no such file or folder." },
  "import.no-permission": { zh: "没有读取权限。", en: "There is no permission to read it." },
  "import.unreadable": { zh: "无法打开。", en: "It cannot be opened." },
  "import.loop": {
    zh: "链接指回上级文件夹，未再进入。",
    en: "The link leads back to a folder above; it was not followed again.",
  },
  "import.seen": {
    zh: "链接指向的文件夹先前已处理。",
    en: "The folder this link leads to was handled before.",
  },
  "import.outside": {
    zh: "链接指向所给文件夹之外的文件夹，未进入；需要导入的，请另行写出该文件夹。",
    en: "The link leads to a folder outside those that were named; it was not followed. To import that folder, name it too.",
  },
  "import.not-a-file": {
    zh: "这不是普通文件（例如管道或设备），未读取。",
    en: "This is no ordinary file (a pipe or a device, say); it was not read.",
  },
  "import.unstorable": {
    zh: "内容超出可入库的范围（例如某一部分过长），未导入。",
    en: "It holds more than can be stored (a section far too long, say); it was not imported.",
  },
  "import.too-much-memory": {
    zh: "读取所需内存过大，已停止。",
    en: "Reading it took too much memory and was stopped.",
  },
  "import.fault": {
    zh: "读取时程序出错，其余文件照常处理。",
    en: "The program failed while reading it; the other files are not affected.",
  },
  "import.no-year": {
    zh: "没有读到年份，无法入库。",
    en: "The year was not found; it cannot be stored.",
  },
  "import.year-out-of-range": {
    zh: "年份不在 2008 年以后的年报之列，无法入库。",
    en: "The year is none of those with annual reports (2008 on); it cannot be stored.",
  },
  "import.no-agency": {
    zh: "名录中没有找到该单位，请用 --agency 或 --map 指定。",
    en: "The agency was not found in the register; name it with --agency or --map.",
  },
  "import.unsure-agency": {
    zh: "无法确定是哪个单位，请从候选中选定后用 --agency 或 --map 指定。",
    en: "It is not sure which agency it is; choose a candidate with --agency or --map.",
  },
  "import.unknown-agency": {
    zh: "指定的单位标识在名录中不存在。",
    en: "The agency id that was given is not in the register.",
  },
  "import.inactive-agency": {
    zh: "该单位在该年度不在运行，请核对机构沿革。",
    en: "The agency was not active in that year; see its succession.",
  },
  "import.forbidden": {
    zh: "无权为该单位发布。",
    en: "This account may not publish for that agency.",
  },
  "import.same-bytes": { zh: "同一文件先前已导入。", en: "The same file was imported before." },
  "import.waiting": {
    zh: "同一文件先前已入库，待发布（--publish-batch）。",
    en: "The same file was stored before and waits to be published (--publish-batch).",
  },
  "import.same-content": {
    zh: "该单位该年度已有文字、数字完全相同的版本。",
    en: "A version with the same words and figures is there already.",
  },
  "import.own-report": {
    zh: "该单位自己提交的年报已发布，存档副本不能取代。",
    en: "The agency's own report is published; an archive copy never takes its place.",
  },
  "import.draft-open": {
    zh: "该单位正在填报或修订该年度的年报，未导入。",
    en: "The agency has a draft of that year's report open; nothing was imported.",
  },
  "import.withdrawn": {
    zh: "该年报已撤回，未重新公开；要重新公开，请用 --replace --publish 再导入一次。",
    en: "That report was withdrawn and was not made public again; import it with --replace --publish to do so.",
  },
  "import.other-waiting": {
    zh: "另有一份不同的副本已入库待发布。",
    en: "Another, different copy is stored and waits to be published.",
  },
  "import.twice": {
    zh: "本次导入中另有该单位该年度的一份不同年报，以先读到的一份为准。",
    en: "Another, different report of that agency and year came earlier in this import; the first one stands.",
  },
  "import.not-stored": {
    zh: "数据库拒绝保存这份年报，其余不受影响。",
    en: "The database refused to store this report; the others are not affected.",
  },
  "files.unavailable": {
    zh: "原始文件的存储暂不可用，未导入，请稍后再运行。",
    en: "The store of original files is not available; nothing was imported, run it again later.",
  },
  "import.bad-agency": {
    zh: "--agency 指定的单位不存在。",
    en: "There is no agency with the id given to --agency.",
  },
} as const satisfies Record<string, Text>;

export type ImportCode = keyof typeof FIXED;

/** A fixed code in words, in both languages. */
export function wordsOf(code: ImportCode | WalkFault): Text {
  return FIXED[code];
}

/** A copy that differs from what is published. */
export function changedText(cells: number): Text {
  return cells === 0
    ? {
        zh: "该单位该年度已有一份存档副本，数字相同、文字不同；要以此为新版本，请用 --replace。",
        en: "An archive copy is there already, with the same figures and other words; --replace makes this its next version.",
      }
    : {
        zh: `该单位该年度已有一份存档副本，有 ${cells} 个数字不同；要以此为新版本，请用 --replace。`,
        en: `An archive copy is there already, and ${counted(cells, "figure differs", "figures differ")}; --replace makes this its next version.`,
      };
}

/** A file over the limit of what is kept. */
export function tooLargeText(limit: number): Text {
  const megabytes = Math.floor(limit / 1_048_576);
  return {
    zh: `文件超过 ${megabytes} MB 的上限，未导入。`,
    en: `The file is larger than ${megabytes} MB and was not imported.`,
  };
}

/** Why a file gave no report, in words. */
export function readingText(refusal: ReadingRefusal): Text {
  switch (refusal.code) {
    case "import.too-slow": {
      const seconds = refusal.facts?.seconds ?? 0;
      return {
        zh: `读取超过 ${seconds} 秒，已停止。`,
        en: `Reading it took more than ${seconds} seconds and was stopped.`,
      };
    }
    case "import.unstorable":
    case "import.too-much-memory":
    case "import.fault":
      return FIXED[refusal.code];
    default:
      return refusalText(refusal satisfies ReadRefusal);
  }
}
