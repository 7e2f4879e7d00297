/** Everybody may know it: it opens demonstration accounts only, and those exist in demonstration databases only. */
export const DEMO_PASSWORD = "lvdou-tangshui-17";
