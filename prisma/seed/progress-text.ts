import type { Text } from "#lib/editions/edition.ts";
import type { DemoProgress, DemoRefusal, DemoStage } from "./load.ts";

const STAGES: Readonly<Record<DemoStage, Text>> = {
  regions: { zh: "行政区划", en: "regions" },
  agencies: { zh: "单位", en: "agencies" },
  reports: { zh: "年报", en: "reports" },
  histories: { zh: "更正、说明和撤回", en: "corrections, explanations, withdrawals" },
  accounts: { zh: "演示账号", en: "accounts" },
  desks: { zh: "办理中的草稿", en: "drafts under way" },
  index: { zh: "检索索引", en: "search index" },
};

const REFUSALS: Readonly<Record<DemoRefusal["code"], Text>> = {
  "demo.not-demo": {
    zh: "这个数据库不是演示库，未写入任何内容。确实要在其中装入演示数据，请设置 GONGKAI_DEMO=1 后再试。",
    en: "This is not a demonstration database, so nothing was written. To load demonstration data into it, set GONGKAI_DEMO=1.",
  },
  "demo.in-use": {
    zh: "这个数据库里已有账号或年报，未写入任何内容。演示数据带有公开的密码，只能装入空库。",
    en: "This database already holds accounts or reports, so nothing was written. Demonstration data comes with a public password and goes into an empty database only.",
  },
};

/** Says in words why nothing was loaded. */
export function refusalText({ code }: DemoRefusal): Text {
  return REFUSALS[code];
}

/** One line for each step of the loading, with the rate of the stage: it remembers when each stage began. */
export function progressTexts(clock: () => number): (progress: DemoProgress) => Text {
  let stage: DemoStage | null = null;
  let began = { at: 0, done: 0 };
  return (progress) => {
    const at = clock();
    if (progress.stage !== stage) {
      stage = progress.stage;
      began = { at, done: progress.done };
    }
    const name = STAGES[progress.stage];
    const { done, total } = progress;
    const count = done === 0 ? "" : ` ${done}${total === null ? "" : ` / ${total}`}`;
    const seconds = (at - began.at) / 1000;
    const rate = seconds > 0 ? Math.round((done - began.done) / seconds) : 0;
    const perSecond =
      rate > 0 ? { zh: `（每秒 ${rate}）`, en: ` (${rate} a second)` } : { zh: "", en: "" };
    return { zh: `${name.zh}${count}${perSecond.zh}`, en: `${name.en}${count}${perSecond.en}` };
  };
}
