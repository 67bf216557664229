import type { MeetingApi } from '../../api/meeting-api.ts';
import type { MeetingBench } from './meeting-desk.ts';

/** Loaded when somebody asks for a month's slip, the meeting, or figures over time. */
export function meetingAnswers(whole: () => Promise<MeetingBench>, now: () => number): MeetingApi {
  const open = async (): Promise<MeetingApi> => (await import('./meeting-desk.ts')).openMeetingDesk(whole, now);
  return {
    slipKeepers: async (...asked) => (await open()).slipKeepers(...asked),
    slipSizes: async (...asked) => (await open()).slipSizes(...asked),
    slipList: async (...asked) => (await open()).slipList(...asked),
    slipPaper: async (...asked) => (await open()).slipPaper(...asked),
    slipDoubts: async (...asked) => (await open()).slipDoubts(...asked),
    handInSlip: async (...asked) => (await open()).handInSlip(...asked),
    judgeSlip: async (...asked) => (await open()).judgeSlip(...asked),
    meetingNotes: async (...asked) => (await open()).meetingNotes(...asked),
    saveMeeting: async (...asked) => (await open()).saveMeeting(...asked),
    targets: async (...asked) => (await open()).targets(...asked),
    saveTargets: async (...asked) => (await open()).saveTargets(...asked),
    typedFigures: async (...asked) => (await open()).typedFigures(...asked),
    saveTyped: async (...asked) => (await open()).saveTyped(...asked),
    typedBeside: async (...asked) => (await open()).typedBeside(...asked),
    typedInFile: async (...asked) => (await open()).typedInFile(...asked),
    figureSeries: async (...asked) => (await open()).figureSeries(...asked),
    reportColumns: async (...asked) => (await open()).reportColumns(...asked),
    reportFile: async (...asked) => (await open()).reportFile(...asked),
  };
}
