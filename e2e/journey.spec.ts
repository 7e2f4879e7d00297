import { expect, test } from "@playwright/test";
import { at, expectAccessible, signedInAs } from "./support/people.ts";
import { reportFile } from "./support/report-file.ts";
import { makeWorld } from "./support/world.ts";

const EXPLANATION = "该案于次年立案，误计入本年总计，已在下一年度更正。";

test("a report goes from a file to a searchable public page, its R04 fault explained in public", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const world = await makeWorld({ ownReview: true });

  const editor = await signedInAs(browser, world.editor);
  await test.step("the editor begins from a file", async () => {
    await expectAccessible(editor);
    await editor.getByLabel("年度", { exact: true }).selectOption("2023");
    await editor.getByLabel("文件", { exact: true }).setInputFiles(reportFile(world.agencyName));
    await editor.getByRole("button", { name: "开始" }).click();
    await expect(editor).toHaveURL(/\/desk\/reports\//);
    await expect(editor.getByText("41 / 42")).toBeVisible();
    await expect(editor.getByText("0 + 0 + 0 + 0 ≠ 1")).toBeVisible();
    await expectAccessible(editor);
  });

  await test.step("what is typed is checked at once and saved", async () => {
    const received = editor.getByLabel(/“一、.*”行“自然人”列|一、本年新收.*，自然人/).first();
    await received.fill("9");
    await expect(editor.getByText("39 / 42")).toBeVisible();
    await received.fill("8");
    await expect(editor.getByText("41 / 42")).toBeVisible();
    await expect(editor.getByText(/已保存/)).toBeVisible();
    await editor.reload();
    await expect(editor.getByText("41 / 42")).toBeVisible();
  });

  await test.step("the failing sum is explained, the report sent to the agency's reviewer", async () => {
    await editor.getByRole("button", { name: "写公开说明" }).click();
    await editor.getByLabel("写公开说明").fill(EXPLANATION);
    await editor.getByRole("button", { name: "保存说明" }).click();
    await expect(editor.getByText(`公开说明：${EXPLANATION}`)).toBeVisible();
    await editor.getByRole("button", { name: "送本单位审核" }).click();
    await expect(editor.getByText(/本单位审核中/)).toBeVisible();
    await expect(editor.getByRole("button", { name: "审核通过并报送" })).toHaveCount(0);
  });

  const draft = new URL(editor.url()).pathname;
  const reviewer = await signedInAs(browser, world.reviewer);
  await test.step("the reviewer approves", async () => {
    await reviewer.goto(at(draft));
    await reviewer.getByRole("button", { name: "审核通过并报送" }).click();
    await expect(reviewer.getByText(/已报送，待主管部门发布/)).toBeVisible();
  });

  const moderator = await signedInAs(browser, world.moderator);
  await test.step("the moderator returns it with a reason and an item", async () => {
    await expectAccessible(moderator);
    await moderator.getByRole("link", { name: `审看${world.agencyName} 2023 年年报` }).click();
    await expect(moderator.getByText(`单位说明：${EXPLANATION}`)).toBeVisible();
    await expectAccessible(moderator);
    await moderator.locator("summary", { hasText: "退回" }).click();
    await moderator.getByLabel("退回原因").fill("请补充培训情况。");
    await moderator.getByRole("button", { name: "添加逐项意见" }).click();
    await moderator.getByLabel("针对").selectOption({ label: "五、存在的主要问题及改进情况" });
    await moderator.getByLabel("意见", { exact: true }).fill("写明培训场次。");
    await moderator.getByRole("button", { name: "退回单位" }).click();
    await expect(moderator.getByText(/已退回/)).toBeVisible();
  });

  await test.step("the editor answers and the report comes back", async () => {
    await editor.goto(at(draft));
    await expect(editor.getByText("退回原因：请补充培训情况。")).toBeVisible();
    await editor.getByLabel("答复").fill("已补充：全年四场。");
    await editor.getByRole("button", { name: "提交答复" }).click();
    await expect(editor.getByText("已答复：已补充：全年四场。")).toBeVisible();
    const problems = editor.getByLabel("五、存在的主要问题及改进情况（文字）");
    await problems.fill("一是公开内容与群众需求仍有差距；二是业务培训还不够经常，全年四场。");
    await editor.getByRole("button", { name: "送本单位审核" }).click();
    await expect(editor.getByText(/本单位审核中/)).toBeVisible();
    await reviewer.reload();
    await reviewer.getByRole("button", { name: "审核通过并报送" }).click();
    await expect(reviewer.getByText(/已报送，待主管部门发布/)).toBeVisible();
  });

  const address = `/agencies/${world.agencyId}/2023`;
  const visitor = await (await browser.newContext()).newPage();
  await test.step("nothing is public before it is published", async () => {
    expect((await visitor.goto(at(address)))?.status()).toBe(404);
  });

  await test.step("the moderator publishes, and it is found within five seconds", async () => {
    await moderator.goto(at("/admin"));
    await moderator.getByRole("link", { name: `审看${world.agencyName} 2023 年年报` }).click();
    await moderator.getByRole("button", { name: "发布", exact: true }).click();
    await expect(moderator).toHaveURL(/\/admin$/);
    const query = `/reports?q=${encodeURIComponent(world.regionName)}&year=2023&check=fail`;
    await expect(async () => {
      await visitor.goto(at(query));
      await expect(visitor.getByRole("link", { name: new RegExp(world.agencyName) })).toBeVisible({
        timeout: 200,
      });
    }).toPass({ timeout: 5000, intervals: [250] });
    await expectAccessible(visitor);
  });

  await test.step("the public page shows the fault and what the agency says about it", async () => {
    expect((await visitor.goto(at(address)))?.status()).toBe(200);
    await expect(visitor.getByText("41 / 42", { exact: true })).toBeVisible();
    await expect(visitor.getByText("0 + 0 + 0 + 0 ≠ 1").first()).toBeVisible();
    await expect(visitor.getByText(EXPLANATION)).toBeVisible();
    await expectAccessible(visitor);
    await visitor.goto(at(`/agencies/${world.agencyId}`));
    await expect(visitor.getByRole("heading", { name: world.agencyName })).toBeVisible();
    await expect(visitor.getByRole("cell", { name: "8", exact: true }).first()).toBeVisible();
    await expectAccessible(visitor);
  });

  await test.step("a revision leaves the old version public until the new one is", async () => {
    await editor.goto(at("/desk"));
    await editor.locator("summary", { hasText: "修订" }).click();
    await editor.getByLabel("原因").fill("更正诉讼总计。");
    await editor.getByRole("button", { name: "修订" }).click();
    await expect(editor).toHaveURL(/\/desk\/reports\//);
    await editor.locator('[id="cell-remedies.litigationAfterReconsideration.total"]').fill("0");
    await expect(editor.getByText("42 / 42")).toBeVisible();
    await visitor.goto(at(address));
    await expect(visitor.getByText("41 / 42", { exact: true })).toBeVisible();
    await editor.getByRole("button", { name: "送本单位审核" }).click();
    await expect(editor.getByText(/本单位审核中/)).toBeVisible();
    await reviewer.goto(editor.url());
    await reviewer.getByRole("button", { name: "审核通过并报送" }).click();
    await expect(reviewer.getByText(/已报送/)).toBeVisible();
    await moderator.goto(at("/admin"));
    await moderator.getByRole("link", { name: `审看${world.agencyName} 2023 年年报` }).click();
    await moderator.getByRole("button", { name: "发布", exact: true }).click();
    await expect(moderator).toHaveURL(/\/admin$/);
    await visitor.reload();
    await expect(visitor.getByText("42 / 42", { exact: true })).toBeVisible();
    const old = await visitor.goto(at(`${address}/versions/1`));
    expect(old?.status()).toBe(200);
    await expect(visitor.getByText("41 / 42", { exact: true })).toBeVisible();
  });

  await test.step("a withdrawn report answers 410 with its reason and leaves search", async () => {
    await moderator.goto(at("/admin?tab=published"));
    await moderator.locator("summary", { hasText: "撤回" }).click();
    await moderator.getByLabel("撤回原因").fill("数字有误，待核实。");
    await moderator.getByRole("button", { name: "撤回" }).click();
    await expect(moderator.getByText("没有已公开的年报")).toBeVisible();
    const gone = await visitor.goto(at(address));
    expect(gone?.status()).toBe(410);
    await expect(visitor.getByText("数字有误，待核实。")).toBeVisible();
    await expectAccessible(visitor);
    await visitor.goto(at(`/reports?q=${encodeURIComponent(world.regionName)}`));
    await expect(visitor.getByRole("link", { name: new RegExp(world.agencyName) })).toHaveCount(0);
  });
});
