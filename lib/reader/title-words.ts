/** What reports are about, in the words of their titles: 政府信息公开 or, in older ones, 政务公开. */
export const SUBJECT = "(?:信息公开|政务公开)";

/** What reports call themselves: 年度报告, 年报, 年度工作报告. */
export const ANNUAL = "(?:年度(?:工作)?报告|年报)";

/** Both, with what may stand between them: 信息公开工作年度报告. */
export const NAMED_REPORT = `${SUBJECT}.{0,8}${ANNUAL}`;
