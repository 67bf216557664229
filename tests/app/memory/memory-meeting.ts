import type { MeetingApi } from '../../../src/workers/api/meeting-api.ts';
import type { PaperApi } from '../../../src/workers/api/paper-api.ts';

const nothing = { ok: false, error: { vi: 'Không có trong sổ mẫu' } } as const;

/** The part of the phone in memory that tells of a month's slips and of what is printed: nobody has handed in anything. */
export function memoryMeeting(): MeetingApi & PaperApi {
  return {
    bookCover: async () => undefined,
    monthVisits: async () => [],
    slipKeepers: async () => [],
    slipSizes: async () => [],
    slipList: async () => undefined,
    slipPaper: async () => [],
    slipDoubts: async () => [],
    handInSlip: async () => nothing,
    judgeSlip: async () => nothing,
    meetingNotes: async () => ({ day: '', attended: [], tasks: '' }),
    saveMeeting: async () => nothing,
    targets: async () => [],
    saveTargets: async () => nothing,
    typedFigures: async () => [],
    saveTyped: async () => nothing,
    typedBeside: async () => [],
    typedInFile: async () => [],
    figureSeries: async (keys, periods) => periods.map(() => keys.map(() => null)),
    reportColumns: async () => [],
    reportFile: async ({ form }) => ({ file: { name: `${form}.csv`, bytes: new Uint8Array() }, faults: [] }),
  };
}
