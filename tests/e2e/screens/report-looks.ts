import type { Page } from 'playwright-core';

/** Goes through the reports of quarter and year and what their numbers open, looking at each screen. */
export async function lookAtReports(page: Page, lookAt: (screen: string) => Promise<void>): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('link', { name: 'Báo cáo' }).click();
  await press('Quý');
  await page.getByRole('heading', { level: 1, name: /^02-DSX · Quý/ }).waitFor();
  await press('Hiện số liệu ngoài mẫu');
  await page.getByRole('row', { name: /^Tỷ suất sinh thô/ }).waitFor();
  await lookAt('report-quarter');
  await page.getByRole('link', { name: /^Tỷ suất sinh thô/ }).click();
  await page.getByRole('link', { name: /Dân số trung bình/ }).waitFor();
  await lookAt('report-parts');
  await press('Quay lại');
  await page.getByRole('link', { name: /^Số nữ từ 15–49 tuổi có chồng/ }).waitFor();
  await page.getByRole('link', { name: /^Số cặp vợ chồng đang sử dụng biện pháp tránh thai/ }).click();
  await page.getByText(/^Danh sách này nói điều riêng của từng người/).waitFor();
  await lookAt('report-private');
  await press('Mở danh sách');
  await page.getByText(/^\d+ trường hợp$/).waitFor();
  await lookAt('report-private-list');
  await press('Quay lại');
  await press('Ẩn số liệu ngoài mẫu');
  await press('Năm');
  await page.getByRole('row', { name: /^80\+ tuổi/ }).waitFor();
  await lookAt('report-year');
}
