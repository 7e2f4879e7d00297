import about from "#messages/en/about.json" with { type: "json" };
import admin from "#messages/en/admin.json" with { type: "json" };
import agency from "#messages/en/agency.json" with { type: "json" };
import check from "#messages/en/check.json" with { type: "json" };
import common from "#messages/en/common.json" with { type: "json" };
import desk from "#messages/en/desk.json" with { type: "json" };
import errors from "#messages/en/errors.json" with { type: "json" };
import home from "#messages/en/home.json" with { type: "json" };
import identity from "#messages/en/identity.json" with { type: "json" };
import report from "#messages/en/report.json" with { type: "json" };
import search from "#messages/en/search.json" with { type: "json" };

/** One line an area: the namespace is the file's name. */
export const en = {
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
