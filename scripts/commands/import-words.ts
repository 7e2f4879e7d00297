import type { Text } from "#lib/editions/edition.ts";
import type { BatchState } from "#lib/import/batch-state.ts";
import type { UndoOutcome } from "#lib/import/commands-undo.ts";
import type { Outcome } from "#lib/import/item.ts";
import type { RefusedFor } from "#lib/import/refused-for.ts";

export const IMPORT_HELP: Text = {
  zh: `
文件按名称顺序处理，文件夹逐级进入，以“.”开头的和结果文件（.jsonl）不读。每份年报连同其结果在一个事务中写入：
中断（包括断电、kill -9）后用同样的命令再运行，会从断处接着做；Ctrl-C 在处理完手头的文件后停下，再按一次立即停止。
同一文件（按内容）、同一单位同一年度文字数字相同的年报，不会重复入库；内容不同的只作说明，不覆盖（见 --replace）。
单位不能确定、没有年份、不是年报的，一律不入库，列为 needs-attention 并说明原因、给出候选，可用 --agency、--region 或 --map 指定后再运行。
有疑问的数字不妨碍入库：没读出的不补、不作零。
来源网址：文件旁的“文件名.url”或“文件名.json”（{"url":…,"agencyId":…}），否则用 --source-base。
不写 --publish 时，副本入库待发布，用 --publish-batch 发布。--undo 撤销批次：待发布的删去，已发布的撤回，被替换的恢复；其后又有新版本的不动，并逐一列出。
--undo、--publish-batch 加 --results 时，也逐份写入结果文件。
结果文件每份年报一行 JSON，outcome 为：
  imported 已发布 · stored 已入库待发布 · already-there 已有 · conflict 与已有的不同 · needs-attention 待人工确认 · refused 未能导入（未读出、无权打开、无权发布或未存入，原因见 code）
退出码：0 全部为 imported、stored 或 already-there（--undo、--publish-batch：全部完成）；1 有其他结果，或用法有误；130 被中断。`,
  en: `
Files are taken in the order of their names, folders with all below them; names that begin with “.” and
result files (.jsonl) are passed over. Each report is stored together with its outcome in one transaction: after an
interruption (kill -9 included) the same command goes on where it was. Ctrl-C stops after the files in hand; a second
one stops at once.
The same file (by its bytes), and a report of the same agency and year with the same words and figures, are never stored
twice; one that differs is answered, not written over (see --replace).
What has no sure agency, no year, or is no annual report is not stored: it is listed as needs-attention with the reason and candidates,
and may be settled with --agency, --region or --map and another run.
Doubtful figures do not stand in the way: what was not read stays absent and is never zero.
Source addresses: FILE.url or FILE.json beside the file ({"url":…,"agencyId":…}), else --source-base.
Without --publish copies wait and are published with --publish-batch. --undo takes a batch back: what waits is dropped,
what was published is withdrawn, what was replaced stands again; what has a later version is left alone and listed.
With --results, --undo and --publish-batch write what became of each report as well.
The result file has one line of JSON for each report, with the outcome
  imported (published) · stored (waits) · already-there · conflict (differs) · needs-attention (a person decides) · refused
  (not read, may not be opened, may not be published, or not stored: the code says which)
Exit code: 0 where all are imported, stored or already-there (--undo, --publish-batch: all was done); 1 where one is not
or the command line is wrong; 130 where it was interrupted.`,
};

/** Outcomes as people read them. */
export const OUTCOMES: Readonly<Record<Outcome, Text>> = {
  imported: { zh: "已发布", en: "published" },
  stored: { zh: "入库待发布", en: "stored" },
  already_there: { zh: "已有", en: "already there" },
  conflict: { zh: "与已有的不同", en: "conflicts" },
  needs_attention: { zh: "待确认", en: "need attention" },
  refused: { zh: "未能导入", en: "refused" },
};

/** What was refused, by the reason. */
export const REFUSALS: Readonly<Record<RefusedFor, Text>> = {
  unread: { zh: "未读出", en: "not read" },
  "no-permission": { zh: "无权打开", en: "may not be opened" },
  forbidden: { zh: "无权发布", en: "may not be published with this account" },
  "not-stored": { zh: "未存入", en: "could not be stored" },
};

/** How far a batch has come, with what was taken back of it and what was not. */
export const BATCH_STATES: Readonly<
  Record<BatchState, (counts: { undone: number; standing: number }) => Text>
> = {
  unfinished: () => ({ zh: "未完成", en: "unfinished" }),
  finished: () => ({ zh: "完成", en: "finished" }),
  undoing: ({ undone, standing }) => ({
    zh: `撤销未完成：已撤销 ${undone}，未撤销 ${standing}；再次 --undo 可接着做`,
    en: `undo unfinished: ${undone} taken back, ${standing} not; --undo goes on`,
  }),
  undone: ({ standing }) =>
    standing > 0
      ? { zh: `已撤销，未动 ${standing}`, en: `undone, ${standing} left alone` }
      : { zh: "已撤销", en: "undone" },
};

/** Between a file and what is said of it. */
export const COLON: Text = { zh: "：", en: ": " };

/** Over the columns of `--list`: a time without its zone would be read as the reader's own. */
export const LIST_HEADS: Text = {
  zh: ["批次", "开始（北京时间）", "操作者", "状态", "年报"].join("\t"),
  en: ["Batch", "Begun (Beijing time)", "By", "State", "Reports"].join("\t"),
};

/** What `--list` says where nothing was imported. */
export const NO_BATCHES: Text = { zh: "还没有导入批次。", en: "There are no import batches yet." };

/** What became of a report when its batch was taken back. */
export const UNDONE: Readonly<Record<UndoOutcome, Text>> = {
  withdrawn: { zh: "已撤回", en: "withdrawn" },
  restored: { zh: "已恢复前一版本", en: "the version before stands again" },
  dropped: { zh: "已删去", en: "dropped" },
  "gone-already": { zh: "此前已撤回", en: "was withdrawn before" },
  superseded: { zh: "其后已有新版本，未动", en: "a later version stands; left alone" },
  "draft-open": { zh: "正在修订，未动", en: "a revision is open; left alone" },
  forbidden: { zh: "无权撤回，未动", en: "no right to withdraw it; left alone" },
};

/** What ends the command with one sentence. */
export const FAULTS = {
  "no-path": { zh: "请给出文件或文件夹。", en: "Name files or folders." },
  "no-login": {
    zh: "没有这个账号，或已停用。",
    en: "There is no such account, or it is disabled.",
  },
  "no-agency": {
    zh: "名录中没有 --agency 指定的单位。",
    en: "The register has no agency with the id given to --agency.",
  },
  "no-region": {
    zh: "没有 --region 指定的行政区划。",
    en: "There is no region with the code given to --region.",
  },
  "no-map": { zh: "读不到 --map 指定的文件。", en: "The file given to --map cannot be read." },
  "bad-base": {
    zh: "--source-base 须为 http 或 https 网址。",
    en: "--source-base must be an http or https address.",
  },
  "bad-id": { zh: "批次标识的格式不对，见 --list。", en: "That is no batch id; see --list." },
  "other-results": {
    zh: "--results 指定的文件已有别的内容，不是结果文件，未改动；请换一个文件名。",
    en: "The file named by --results holds something else than results; it was left alone. Name another file.",
  },
  "no-results": { zh: "结果文件无法写入。", en: "The result file cannot be written." },
  "results-lost": {
    zh: "结果文件没有写完（磁盘可能已满）；已入库的不受影响。",
    en: "The result file could not be written to its end (is the disk full?); what was stored is stored.",
  },
  "import.running": {
    zh: "同样的导入正在另一处运行。",
    en: "The same import is running elsewhere.",
  },
  "import.no-such-batch": {
    zh: "没有这个批次，见 --list。",
    en: "There is no such batch; see --list.",
  },
} as const satisfies Record<string, Text>;

export type FaultCode = keyof typeof FAULTS;
