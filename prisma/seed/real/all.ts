import { HONGTUYA_2022 } from "./hongtuya-2022.ts";
import { LIUNAN_2023 } from "./liunan-2023.ts";
import { LUOJIANG_2020 } from "./luojiang-2020.ts";
import type { RealReport } from "./real-report.ts";
import { TIBET_OFFICE_2023 } from "./tibet-office-2023.ts";
import { YUANJIANG_2023 } from "./yuanjiang-2023.ts";

/** The five real reports of the demonstration. */
export const REAL_REPORTS: readonly RealReport[] = [
  YUANJIANG_2023,
  TIBET_OFFICE_2023,
  HONGTUYA_2022,
  LUOJIANG_2020,
  LIUNAN_2023,
];
