import type { RecordDefinition } from '../../../domain/record.ts';

/** A collaborator's term in a village: who is in office is counted, nothing else hangs on it. The hub writes it down. */
export const collaborator: RecordDefinition = {
  kind: 'collaborator',
  nature: 'state',
  label: { vi: 'Cộng tác viên dân số', en: 'Population collaborator' },
  law: 'Thông tư 02/2021/TT-BYT (tiêu chuẩn, nhiệm vụ của cộng tác viên dân số)',
  fields: [
    { key: 'fullName', label: { vi: 'Họ và tên', en: 'Full name' }, type: { is: 'name' }, isRequired: true },
    { key: 'since', label: { vi: 'Làm từ ngày', en: 'In office since' }, type: { is: 'date' }, isRequired: true },
    // All that she keeps, where there are several, with a blank between: the record stands in the first.
    { key: 'villages', label: { vi: 'Các thôn phụ trách', en: 'Villages' }, type: { is: 'text', maxLength: 2_000 } },
    { key: 'until', label: { vi: 'Làm đến hết ngày', en: 'In office until' }, type: { is: 'date' } },
  ],
};
