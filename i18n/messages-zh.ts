import about from "#messages/zh-CN/about.json" with { type: "json" };
import admin from "#messages/zh-CN/admin.json" with { type: "json" };
import agency from "#messages/zh-CN/agency.json" with { type: "json" };
import check from "#messages/zh-CN/check.json" with { type: "json" };
import common from "#messages/zh-CN/common.json" with { type: "json" };
import desk from "#messages/zh-CN/desk.json" with { type: "json" };
import errors from "#messages/zh-CN/errors.json" with { type: "json" };
import home from "#messages/zh-CN/home.json" with { type: "json" };
import identity from "#messages/zh-CN/identity.json" with { type: "json" };
import report from "#messages/zh-CN/report.json" with { type: "json" };
import search from "#messages/zh-CN/search.json" with { type: "json" };

/** One line an area: the namespace is the file's name. */
export const zh = {
  about,
  admin,
  agency,
  check,
  common,
  desk,
  errors,
  home,
  identity,
  report,
  search,
};
