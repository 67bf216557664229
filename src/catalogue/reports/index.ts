import type { ReportForm } from '../../domain/figure/report.ts';
import { form01Dsx } from './01-dsx.ts';
import { form02Dsx } from './02-dsx.ts';
import { form03Dsx } from './03-dsx.ts';

/** Every statutory form of the commune. */
export const reports: readonly ReportForm[] = [form01Dsx, form02Dsx, form03Dsx];
